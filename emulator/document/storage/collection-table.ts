/** Collections as tables of the catalog: their fixed columns; finds, creates and recognizes them. */
import type { Catalog, Column, Index, Table } from '../../core/catalog.ts';
import type { Call, Database } from '../../core/service.ts';
import { removeTableData } from '../../core/storage.ts';
import { notModifiable } from '../../cql/types/refusal.ts';
import { badRequest, notFound } from '../values/errors.ts';
import { MAX_DEPTH } from '../values/path.ts';

/** An existing collection of a call's database. */
export type Collection = Table;

const VALUE_COLUMNS = { leaf: 'text', text_value: 'text', dbl_value: 'double', bool_value: 'boolean' } as const;
const NAME = /^\w+$/;

export function requireNamespace({ authorize, database }: Call, namespace: string): void {
  authorize();
  if (!database.catalog.keyspace(namespace)) {
    throw notFound(`Unknown namespace ${namespace}, you must create it first.`);
  }
}

/** Throws 404 for a missing namespace or collection, 400 for a table that is not a collection. */
export function requireCollection(call: Call, namespace: string, name: string): Collection {
  requireNamespace(call, namespace);
  const table = call.database.catalog.table(namespace, name);
  if (!table) throw notFound(`Collection '${name}' not found.`);
  return requireShape(table);
}

/** Like `requireCollection`, but creates a missing collection. */
export function ensureCollection(call: Call, namespace: string, name: string): Collection {
  requireNamespace(call, namespace);
  const table = call.database.catalog.table(namespace, name);
  return table ? requireShape(table) : createCollection(call.database, namespace, name);
}

export function createCollection({ catalog }: Database, namespace: string, name: string): Collection {
  if (!NAME.test(name)) {
    const rule = 'Valid characters are alphanumeric and underscores.';
    throw badRequest(`Could not create collection ${name}, it has invalid characters. ${rule}`);
  }
  if (catalog.keyspace(namespace)?.system) throw notModifiable(namespace);
  const table: Table = {
    id: catalog.nextTableId(),
    keyspace: namespace,
    name,
    columns: COLUMNS,
    droppedColumns: [],
    indexes: Object.keys(VALUE_COLUMNS).map((column) => indexOn(name, column)),
    defaultTtlSeconds: 0,
    collection: {},
  };
  catalog.putTable(table);
  return table;
}

export function dropCollection(database: Database, collection: Collection): void {
  database.catalog.dropTable(collection.keyspace, collection.name);
  removeTableData(database, collection);
}

export function collectionsOf(catalog: Catalog, namespace: string): Collection[] {
  return Object.values(catalog.keyspace(namespace)?.tables ?? {}).filter(isDocumentCollection);
}

/** `keyspace.table`, as in messages of the database. */
export function tableName({ keyspace, name }: Collection): string {
  return `${keyspace}.${name}`;
}

function requireShape(table: Table): Collection {
  if (isDocumentCollection(table)) return table;
  const rule = 'Accessing arbitrary tables via the Documents API is not permitted.';
  throw badRequest(`The database table ${tableName(table)} is not a Documents collection. ${rule}`);
}

/** Recognizes a collection by the columns of its table, however it was created. */
export function isDocumentCollection({ columns }: Table): boolean {
  const isAlike = (column: Column) =>
    columns.some(({ name, type, kind }) => name === column.name && type === column.type && kind === column.kind);
  return columns.length === COLUMNS.length && COLUMNS.every(isAlike);
}

function indexOn(table: string, column: string): Index {
  return { name: `${table}_${column}_idx`, column, kind: 'COMPOSITES', options: { target: column } };
}

function column(name: string, type: string, kind: Column['kind'], position = 0): Column {
  return { name, type, kind, position, order: 'asc' };
}

const COLUMNS: readonly Column[] = [
  column('key', 'text', 'partition'),
  ...Array.from({ length: MAX_DEPTH }, (_, depth) => column(`p${depth}`, 'text', 'clustering', depth)),
  ...Object.entries(VALUE_COLUMNS).map(([name, type]) => column(name, type, 'regular')),
];
