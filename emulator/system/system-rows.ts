/** The rows of system tables: derived from the catalog for each query, and read like the rows of other tables. */

import type { Database } from '../core/service.ts';
import type { Entry, Store } from '../core/store.ts';
import { liveRows, type RowSource } from '../cql/read/live-rows.ts';
import { equalBytes } from '../cql/types/bytes.ts';
import { partitionKey, rowKey, rowsPrefix } from '../cql/write/key.ts';
import type { StoredRow } from '../cql/write/row.ts';
import type { SchemaColumn, TableSchema } from '../cql/write/schema.ts';
import { type Json, JsonNumber } from '../shared/json.ts';
import { localRows } from './local-rows.ts';
import { schemaRows } from './schema-rows.ts';
import type { SystemRow, SystemValue } from './system-tables.ts';

/** A row source for system tables. Tables about features that the emulator lacks are empty. */
export const systemRows: RowSource = (walk) => {
  const { database, schema } = walk;
  const entries = rowsOf(database, schema.table).map((row) => toEntry(database, schema, row));
  return liveRows({ ...walk, database: { ...database, store: readOnlyStore(entries) } });
};

function rowsOf(database: Database, { keyspace, name }: TableSchema['table']): readonly SystemRow[] {
  if (keyspace === 'system' && name === 'local') return localRows(database);
  return keyspace === 'system_schema' ? schemaRows(database, name) : [];
}

function toEntry(database: Database, schema: TableSchema, row: SystemRow): Entry {
  const bytesOf = (column: SchemaColumn) => toBytes(column, row[column.name]);
  const partition = schema.partition.map((column) => bytesOf(column) ?? new Uint8Array());
  const clustering = schema.clustering.map((column) => bytesOf(column) ?? new Uint8Array());
  const cells = schema.regulars.flatMap((column): StoredRow['cells'] => {
    const bytes = bytesOf(column);
    return bytes ? [[column.cell, bytes, 0]] : [];
  });
  const value: StoredRow = { key: [...partition, ...clustering], marker: 0, cells };
  const relativeKey = rowKey(partitionKey(partition), schema, clustering);
  return { key: Buffer.concat([rowsPrefix(database, schema), relativeKey]), value };
}

function toBytes({ codec }: SchemaColumn, value: SystemValue): Uint8Array | undefined {
  if (value === undefined) return undefined;
  const form = { compactMaps: true };
  return typeof value === 'string' ? codec.fromText(value, form) : codec.fromJson(toJson(value), form);
}

function toJson(value: Exclude<SystemValue, string | undefined>): Json {
  if (typeof value === 'number') return new JsonNumber(String(value));
  if (typeof value === 'boolean') return value;
  return Array.isArray(value) ? [...value] : new Map(Object.entries(value));
}

/** A read-only store of the entries. */
function readOnlyStore(unsorted: readonly Entry[]): Store {
  const entries = unsorted.toSorted((one, other) => Buffer.compare(one.key, other.key));
  const refuse = () => {
    throw new Error('System tables are read-only');
  };
  return {
    get: (key) => entries.find((entry) => equalBytes(entry.key, key))?.value,
    range({ start, end, reverse = false, limit = entries.length }) {
      const found = entries.filter(({ key }) => Buffer.compare(key, start) >= 0 && Buffer.compare(key, end) < 0);
      return (reverse ? found.reverse() : found).slice(0, limit);
    },
    count: refuse,
    put: refuse,
    remove: refuse,
    removeRange: refuse,
    transaction: refuse,
    onLost() {},
    close: async () => {},
  };
}
