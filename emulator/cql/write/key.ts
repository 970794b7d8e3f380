/**
 * Where rows stand in the store. Below the prefix of their table the keys are: `r`, the partition (its token in
 * eight bytes, then its key), a byte that tells static values (0) from rows (1), and the clustering values, each
 * encoded so that the bytes sort as the values do, turned round for columns declared DESC.
 */
import { createHash } from 'node:crypto';
import type { Database } from '../../core/service.ts';
import { tablePrefix } from '../../core/storage.ts';
import { bytesOrder, complement } from '../types/ordered.ts';
import { invalidArgument } from '../types/refusal.ts';
import type { SchemaColumn, TableSchema } from './schema.ts';
import { partitionToken, tokenBytes } from './token.ts';

const ROWS = Buffer.from('r');
const STATIC = Uint8Array.of(0);
const ROW = Uint8Array.of(1);

/** Longer parts of a key are cut and told apart by a hash, so that the whole fits the store; only their order among themselves is lost. */
const MAX_PARTITION_BYTES = 800;
const MAX_CLUSTERING_BYTES = 900;
const HASH_BYTES = 32;
const TOKEN_BYTES = 8;
const MAX_KEY_BYTES = 65_535;

/** What all keys of rows of a table begin with. */
export function rowsPrefix(database: Database, schema: Pick<TableSchema, 'table'>): Uint8Array {
  return Buffer.concat([tablePrefix(database, schema.table), ROWS]);
}

/** The part of the key that a partition has to itself, relative to the rows of its table. */
export function partitionKey(values: readonly Uint8Array[]): Uint8Array {
  const serialized = serializedKey(values);
  if (serialized.length === 0) throw invalidArgument('Key may not be empty');
  if (serialized.length > MAX_KEY_BYTES) {
    throw invalidArgument(`Key length of ${serialized.length} is longer than maximum of ${MAX_KEY_BYTES}`);
  }
  const token = tokenBytes(partitionToken(serialized));
  return Buffer.concat([token, capped(bytesOrder(serialized), MAX_PARTITION_BYTES)]);
}

/** As Cassandra serialises a partition key: one column as it is, several each with its length before and a zero behind. */
function serializedKey(values: readonly Uint8Array[]): Uint8Array {
  const [only] = values;
  if (only && values.length === 1) return only;
  return Buffer.concat(
    values.flatMap((value) => [Uint8Array.of(value.length >> 8, value.length & 0xff), value, STATIC]),
  );
}

/** The key of a row, or what the keys of all rows begin with that share these first clustering values. */
export function rowKey(partition: Uint8Array, schema: TableSchema, clustering: readonly Uint8Array[]): Uint8Array {
  const parts = clustering.map((value, index) => {
    const column = schema.clustering[index];
    return column ? clusteringBytes(value, column, schema.clustering.length) : value;
  });
  return Buffer.concat([partition, ROW, ...parts]);
}

/** The key of the static values of a partition. */
export function staticKey(partition: Uint8Array): Uint8Array {
  return Buffer.concat([partition, STATIC]);
}

/** One clustering value as it stands in a key. */
export function clusteringBytes(value: Uint8Array, column: SchemaColumn, columnCount: number): Uint8Array {
  const share = Math.floor(MAX_CLUSTERING_BYTES / columnCount);
  const ordered = capped(column.codec.toOrdered(value), Math.max(share, 2 * HASH_BYTES));
  return column.order === 'desc' ? complement(ordered) : ordered;
}

/** The partition that a key belongs to: its token, and then up to two zeros or to where longer ones are cut. */
export function partitionOf(key: Uint8Array): Uint8Array {
  const cut = TOKEN_BYTES + MAX_PARTITION_BYTES - HASH_BYTES;
  for (let at = TOKEN_BYTES; at + 1 < cut; at += 1) {
    if (key[at] !== 0) continue;
    if (key[at + 1] === 0) return key.subarray(0, at + 2);
    at += 1;
  }
  return key.subarray(0, TOKEN_BYTES + MAX_PARTITION_BYTES);
}

export function isStaticKey(key: Uint8Array): boolean {
  return key[partitionOf(key).length] === STATIC[0];
}

function capped(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes.length <= maxBytes - HASH_BYTES) return bytes;
  const digest = createHash('sha256').update(bytes).digest();
  return Buffer.concat([bytes.subarray(0, maxBytes - HASH_BYTES), digest]);
}
