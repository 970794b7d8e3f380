/**
 * The entries of secondary indexes. The key is, after the prefix of the table, `i`, the index name, the indexed value and the
 * row key; the value is the row key. So the rows with an indexed value are adjacent, in row order.
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

/** The key prefix of the entries of an index, or of an indexed value. */
export function entriesPrefix(database: Database, schema: TableSchema, index: Index, value?: Uint8Array): Uint8Array {
  const prefix = [tablePrefix(database, schema.table), INDEXES, bytesOrder(Buffer.from(index.name))];
  return Buffer.concat(value ? [...prefix, shortened(value)] : prefix);
}

/** Short values unchanged, long values as a hash. */
function shortened(value: Uint8Array): Uint8Array {
  if (value.length <= MAX_VALUE_BYTES) return bytesOrder(value);
  return Buffer.concat([bytesOrder(Buffer.from('#')), createHash('sha256').update(value).digest()]);
}

/** Updates indexes of a table after a row has changed from `before` to `after`. */
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

/** Creates the entries of a new index for the existing rows. */
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
