/**
 * The entries of secondary indexes. Below the prefix of the table they are `i`, the name of the index, the value,
 * and the key of the row (which is also what they hold); so all rows with a value stand together, in the order of the rows themselves.
 */
import { createHash } from 'node:crypto';
import type { Index } from '../../core/catalog.ts';
import type { Database } from '../../core/service.ts';
import { tablePrefix } from '../../core/storage.ts';
import { successor } from '../types/bytes.ts';
import { bytesOrder } from '../types/ordered.ts';
import { indexedKeys, indexKind } from './index-target.ts';
import { isStaticKey, rowsPrefix } from './key.ts';
import { type CellValues, livingCells, nowSeconds, type StoredRow } from './row.ts';
import type { SchemaColumn, TableSchema } from './schema.ts';

const INDEXES = Buffer.from('i');
const MAX_VALUE_BYTES = 64;

/** What all entries of an index begin with that hold a value. */
export function entriesPrefix(database: Database, schema: TableSchema, index: Index, value?: Uint8Array): Uint8Array {
  const prefix = [tablePrefix(database, schema.table), INDEXES, bytesOrder(Buffer.from(index.name))];
  return Buffer.concat(value ? [...prefix, shortened(value)] : prefix);
}

/** Values of any length: short ones as they are, long ones by their hash. */
function shortened(value: Uint8Array): Uint8Array {
  if (value.length <= MAX_VALUE_BYTES) return bytesOrder(value);
  return Buffer.concat([bytesOrder(Buffer.from('#')), createHash('sha256').update(value).digest()]);
}

/** Brings indexes of a table up to date after the row with a key has changed from `before` to `after`. */
export function updateIndexes(
  database: Database,
  schema: TableSchema,
  indexes: readonly Index[],
  change: { readonly key: Uint8Array; readonly before?: StoredRow | undefined; readonly after?: StoredRow | undefined },
): void {
  for (const index of indexes) {
    const old = entryKeys(database, schema, index, change.key, change.before);
    const fresh = entryKeys(database, schema, index, change.key, change.after);
    for (const [id, key] of old) if (!fresh.has(id)) database.store.remove(key);
    for (const [id, key] of fresh) if (!old.has(id)) database.store.put(key, change.key);
  }
}

function entryKeys(
  database: Database,
  schema: TableSchema,
  index: Index,
  rowKey: Uint8Array,
  row: StoredRow | undefined,
): Map<string, Uint8Array> {
  const column = schema.column(index.column);
  const value = row && column && columnValue(schema, column, row, livingCells(row, nowSeconds()));
  const keys = value ? indexedKeys(schema, column, indexKind(index), value) : [];
  const entries = keys.map((key) => Buffer.concat([entriesPrefix(database, schema, index, key), rowKey]));
  return new Map(entries.map((key) => [key.toString('latin1'), key]));
}

/** The value of a column in a stored row, from its key or its cells. */
export function columnValue(
  schema: TableSchema,
  column: SchemaColumn,
  row: StoredRow,
  cells: CellValues,
): Uint8Array | undefined {
  if (column.kind === 'partition') return row.key[column.position];
  if (column.kind === 'clustering') return row.key[schema.partition.length + column.position];
  return cells.get(column.cell);
}

/** Makes the entries of a new index for the rows that are there. */
export function buildIndexEntries(database: Database, schema: TableSchema, index: Index): void {
  const start = rowsPrefix(database, schema);
  for (const { key, value } of database.store.range({ start, end: successor(start) })) {
    const rowKey = key.subarray(start.length);
    if (isStaticKey(rowKey)) continue;
    updateIndexes(database, schema, [index], { key: rowKey, after: value as StoredRow });
  }
}

export function removeIndexEntries(database: Database, schema: TableSchema, index: Index): void {
  const start = entriesPrefix(database, schema, index);
  database.store.removeRange(start, successor(start));
}
