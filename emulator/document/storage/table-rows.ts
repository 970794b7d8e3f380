/** The leaf rows of a collection as rows of its table, for the REST API. */

import type { Database } from '../../core/service.ts';
import { matchesRestriction } from '../../cql/read/matches-restriction.ts';
import type { Restrictions } from '../../cql/read/restrictions.ts';
import { equalBytes } from '../../cql/types/bytes.ts';
import { partitionKey, partitionOf, rowKey } from '../../cql/write/key.ts';
import type { Restriction } from '../../cql/write/restriction.ts';
import type { SchemaColumn, TableSchema } from '../../cql/write/schema.ts';
import { MAX_DEPTH } from '../values/path.ts';
import { byBytes } from '../values/text-order.ts';
import type { LeafRow } from './leaf.ts';
import { type LeafStore, openLeafStore, type StoredDocument } from './leaf-store.ts';

/** A SELECT on the table of a collection. */
export interface TableQuery {
  readonly database: Database;
  readonly schema: TableSchema;
  readonly restrictions: Restrictions;
  /** Descending order within a document. */
  readonly reversed: boolean;
  /** The key of the last row of the page before. */
  readonly after?: Uint8Array | undefined;
}

export interface TableRow {
  readonly key: Uint8Array;
  value(column: SchemaColumn): Uint8Array | undefined;
}

type ColumnValues = ReadonlyMap<string, Uint8Array>;

const CHUNK_DOCUMENTS = 64;
const TOKEN_BYTES = 8;
const END_BYTES = 2;

/** The rows in the order of the table, lazily. */
export function* collectionRows({ database, schema, restrictions, reversed, after }: TableQuery): Iterable<TableRow> {
  const leaves = openLeafStore(database, schema.table);
  const all = [...restrictions.partition, ...restrictions.clustering, ...restrictions.others];
  const lastPartition = after && partitionOf(after);
  for (const { id, rows } of documentsOf(leaves, restrictions, lastPartition && idOf(lastPartition))) {
    const partition = partitionKey([Buffer.from(id)]);
    const seen = lastPartition && equalBytes(partition, lastPartition) ? after : undefined;
    for (const row of reversed ? [...rows].reverse() : rows) {
      const values = columnValues(id, row);
      const key = rowKey(partition, schema, clusteringValues(row));
      if (
        (seen && !isLater(key, seen, reversed)) ||
        !all.every((one) => matchesRestriction(schema, one, values.get(one.column.name)))
      )
        continue;
      yield { key, value: ({ name }) => values.get(name) };
    }
  }
}

/** The documents of a WHERE clause, in id order, or all documents in token order; from the last one of the page before. */
function* documentsOf(
  leaves: LeafStore,
  { partition: [named], isKeyRange }: Restrictions,
  lastId: string | undefined,
): Iterable<StoredDocument> {
  if (!isKeyRange && named) {
    const ids = [...new Set(valuesOf(named).map((value) => Buffer.from(value).toString()))].sort(byBytes);
    const rest = lastId === undefined ? ids : ids.slice(Math.max(ids.indexOf(lastId), 0));
    for (const id of rest) yield { id, rows: leaves.rowsBelow(id, []) };
    return;
  }
  if (lastId !== undefined) yield { id: lastId, rows: leaves.rowsBelow(lastId, []) };
  for (let last = lastId; ; ) {
    const chunk = leaves.documents(last, CHUNK_DOCUMENTS);
    yield* chunk;
    if (chunk.length < CHUNK_DOCUMENTS) return;
    last = chunk.at(-1)?.id;
  }
}

function columnValues(id: string, { path, value }: LeafRow): ColumnValues {
  const values = new Map<string, Uint8Array>([['key', Buffer.from(id)]]);
  for (const [depth, step] of clusteringValues({ path }).entries()) values.set(`p${depth}`, step);
  values.set('leaf', Buffer.from(path.at(-1) ?? ''));
  if (typeof value === 'string') values.set('text_value', Buffer.from(value));
  else if (typeof value === 'boolean') values.set('bool_value', Uint8Array.of(Number(value)));
  else if (value !== null) values.set('dbl_value', doubleBytes(value));
  return values;
}

function clusteringValues({ path }: Pick<LeafRow, 'path'>): Uint8Array[] {
  return Array.from({ length: MAX_DEPTH }, (_, depth) => Buffer.from(path[depth] ?? ''));
}

function doubleBytes(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

function valuesOf(restriction: Restriction): Uint8Array[] {
  const values = restriction.kind === 'in' ? restriction.values : restriction.kind === 'eq' ? [restriction.value] : [];
  return values.flatMap((value) => (value ? [restriction.column.arrange(value)] : []));
}

function isLater(key: Uint8Array, after: Uint8Array, reversed: boolean): boolean {
  const order = Buffer.compare(key, after);
  return reversed ? order < 0 : order > 0;
}

/** The id in a partition key: after the token, with its zeros escaped. */
function idOf(partition: Uint8Array): string {
  const bytes = [...partition.subarray(TOKEN_BYTES, -END_BYTES)];
  return Buffer.from(bytes.filter((byte, at) => !(byte === 0xff && bytes[at - 1] === 0))).toString();
}
