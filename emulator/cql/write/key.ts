/**
 * The keys of rows in the store. After the prefix of the table: `r`, the partition (its token in eight bytes, then its key), a
 * byte that distinguishes static values (0) from rows (1), and the clustering values in an order-preserving encoding,
 * complemented for DESC columns.
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

/** Longer parts of a key are truncated and get a hash, so that the key fits the store; only their order among each other is lost. */
const MAX_PARTITION_BYTES = 800;
const MAX_CLUSTERING_BYTES = 900;
const HASH_BYTES = 32;
const TOKEN_BYTES = 8;
const MAX_KEY_BYTES = 65_535;

/** The key prefix of all rows of a table. */
export function rowsPrefix(database: Database, schema: Pick<TableSchema, 'table'>): Uint8Array {
  return Buffer.concat([tablePrefix(database, schema.table), ROWS]);
}

/** The key of a partition, relative to the rows of its table. */
export function partitionKey(values: readonly Uint8Array[]): Uint8Array {
  const serialized = serializedKey(values);
  if (serialized.length === 0) throw invalidArgument('Key may not be empty');
  if (serialized.length > MAX_KEY_BYTES) {
    throw invalidArgument(`Key length of ${serialized.length} is longer than maximum of ${MAX_KEY_BYTES}`);
  }
  const token = tokenBytes(partitionToken(serialized));
  return Buffer.concat([token, capped(bytesOrder(serialized), MAX_PARTITION_BYTES)]);
}

/** Serializes a partition key like Cassandra: a single value unchanged; several values with a length before and a zero after each. */
function serializedKey(values: readonly Uint8Array[]): Uint8Array {
  const [only] = values;
  if (only && values.length === 1) return only;
  return Buffer.concat(
    values.flatMap((value) => [Uint8Array.of(value.length >> 8, value.length & 0xff), value, STATIC]),
  );
}

/** The key of a row, or the key prefix of all rows with these first clustering values. */
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

/** The encoding of a clustering value in a key. */
export function clusteringBytes(value: Uint8Array, column: SchemaColumn, columnCount: number): Uint8Array {
  const share = Math.floor(MAX_CLUSTERING_BYTES / columnCount);
  const ordered = capped(column.codec.toOrdered(value), Math.max(share, 2 * HASH_BYTES));
  return column.order === 'desc' ? complement(ordered) : ordered;
}

/** The partition of a row key: the token, then the partition key up to two zeros or to the truncation. */
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
