/** Writes the rows and documents of import lines. Values are converted when a line is read, and written later, in a batch. */

import type { Database } from '../core/service.ts';
import { ConversionError } from '../cql/types/codec.ts';
import type { BoundValue } from '../cql/write/bind.ts';
import { deleteRows } from '../cql/write/delete.ts';
import type { SchemaColumn, TableSchema } from '../cql/write/schema.ts';
import { insertRow, updateRow } from '../cql/write/write.ts';
import { isDocumentCollection, tableName } from '../document/storage/collection-table.ts';
import { openLeafStore } from '../document/storage/leaf-store.ts';
import { literal, shredDocument } from '../document/storage/shred.ts';
import { replace } from '../document/storage/write.ts';
import { findTableIn } from '../rest/lookup.ts';
import { convertForColumn, requireNamedColumn } from '../rest/values.ts';
import type { Json, JsonObject } from '../shared/json.ts';
import { valueBytes } from './value.ts';

/** A null column loses its value, an absent column keeps it. */
export function rowWrite(database: Database, keyspace: string, table: string, row: JsonObject): () => void {
  const schema = requireTable(database, keyspace, table);
  const target = { database, schema };
  const values = [...row].map(([name, value]) => bound(schema, requireNamedColumn(schema, name), value));
  if (schema.isCounterTable) return counterWrite(target, values);
  const written = isOfPartition(schema, values) ? values.filter(isPartOfPartition) : values;
  return () => insertRow(target, written);
}

/** Replaces the document with the same id. The JSON schema of the collection is not checked. */
export function documentWrite(
  database: Database,
  { keyspace, collection, id }: { readonly keyspace: string; readonly collection: string; readonly id: string },
  document: Json,
): () => void {
  const { table } = requireTable(database, keyspace, collection);
  if (!isDocumentCollection(table)) throw new Error(`${tableName(table)} is a table, not a collection`);
  if (id === '') throw new Error('The id of a document must not be empty');
  const target = { leaves: openLeafStore(database, table), id, tableName: tableName(table) };
  const leaves = shredDocument(document, literal);
  return () => replace(target, [], leaves);
}

export function requireTable(database: Database, keyspaceName: string, name: string): TableSchema {
  const keyspace = database.catalog.keyspace(keyspaceName);
  const found = keyspace && findTableIn(keyspace, name);
  if (!found) throw new Error(`There is no table or collection ${keyspaceName}.${name}`);
  return found.schema;
}

function bound(schema: TableSchema, column: SchemaColumn, value: Json): BoundValue {
  if (value === null) return { column, value };
  const { types } = schema.keyspace;
  return { column, value: convertForColumn(schema, column, () => valueBytes(column.cqlType, types, value)) };
}

/** A partition with static values and no rows is exported as a row without clustering values. */
function isOfPartition({ clustering }: TableSchema, values: readonly BoundValue[]): boolean {
  const others = values.filter((value) => !isPartOfPartition(value));
  return clustering.length > 0 && others.every(({ value }) => value === null);
}

function isPartOfPartition({ column }: BoundValue): boolean {
  return column.kind === 'partition' || column.kind === 'static';
}

/** Counters can only be incremented, so the old ones are removed first. */
function counterWrite(
  target: { readonly database: Database; readonly schema: TableSchema },
  values: readonly BoundValue[],
) {
  const { partition, clustering } = target.schema;
  const key = [...partition, ...clustering].map(({ name }) => {
    const part = values.find(({ column }) => column.name === name);
    if (!part) throw new ConversionError(`The key column ${name} is missing`);
    return part;
  });
  const counters = values.filter(({ column, value }) => !key.some((part) => part.column === column) && value !== null);
  return () => {
    deleteRows(target, key);
    if (counters.length > 0) updateRow(target, counters, key);
  };
}
