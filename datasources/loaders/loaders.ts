/**
 * Reads of one operation and one caller: the same thing asked for twice, anywhere in the tree, is one upstream call, and
 * keys asked for together go in one batch. Never shared between operations or callers.
 */

import { type MaybePromise, type TrackedPromise, trackPromise } from '../shared/maybe-promise.ts';
import { memoize } from '../shared/memoize.ts';
import { createLoadCount, type LoadCount, type LoadName } from '../source/load-count.ts';
import type {
  CollectionRef,
  Database,
  DatabaseQuery,
  Document,
  DocumentPart,
  DocumentQuery,
  Index,
  Json,
  Keyspace,
  KeyspaceRef,
  Page,
  PartQuery,
  Pattern,
  Region,
  Row,
  RowQuery,
  RowValues,
  ServerlessRegion,
  Source,
  Table,
  TableRef,
  UserDefinedType,
} from '../source/source.ts';
import { createBatch, readGrouped } from './batch.ts';

export interface Loaders {
  databasePage(query: DatabaseQuery): MaybePromise<Page<Database>>;
  database(databaseId: string): MaybePromise<Database | null>;
  availableRegions(): MaybePromise<readonly Region[]>;
  serverlessRegions(): MaybePromise<readonly ServerlessRegion[]>;

  keyspaces(databaseId: string): MaybePromise<readonly Keyspace[]>;
  /** One keyspace with its datacenters. To know only whether it is there, ask for its tables: they come in one call too. */
  keyspace(ref: KeyspaceRef): MaybePromise<Keyspace | null>;
  tables(ref: KeyspaceRef): MaybePromise<readonly Table[] | null>;
  types(ref: KeyspaceRef): MaybePromise<readonly UserDefinedType[] | null>;
  indexes(ref: TableRef): MaybePromise<readonly Index[] | null>;
  namespaces(databaseId: string): MaybePromise<readonly Keyspace[]>;
  namespace(ref: KeyspaceRef): MaybePromise<Keyspace | null>;
  collections(ref: KeyspaceRef): MaybePromise<readonly string[] | null>;
  jsonSchema(ref: CollectionRef): MaybePromise<Readonly<Record<string, Json>> | null>;

  /**
   * One row by its whole, canonical key. Rows of a table asked for together become one batch, with the union of their columns.
   *
   * @param columns - what the operation will read of the row; all columns when absent
   */
  row(table: Table, key: RowValues, columns?: readonly string[]): MaybePromise<Row | null>;
  rowPage(table: Table, query: RowQuery): MaybePromise<Page<Row>>;

  /** @param fields - what the operation will read of the document; all of it when absent */
  document(collection: CollectionRef, documentId: string, fields?: readonly Pattern[]): MaybePromise<Document | null>;
  documentPage(collection: CollectionRef, query: DocumentQuery): MaybePromise<Page<Document>>;
  partPage(collection: CollectionRef, documentId: string, query: PartQuery): MaybePromise<Page<DocumentPart>>;

  /** Forgets everything that was read. A mutation calls it when it has changed something. */
  clear(): void;
}

/**
 * Costs nothing until something is asked for.
 *
 * @param loads - counts what is asked for, and what was known already
 */
export function createLoaders(source: Source, loads: LoadCount = createLoadCount()): Loaders {
  const { databases, catalog, rows } = source;
  const memory = new Map<string, TrackedPromise<unknown>>();

  /** The answer of a read that is the same for the same name and arguments. */
  function once<T>(name: LoadName, argument: string, read: () => Promise<T>): MaybePromise<T> {
    loads.asked(name);
    const key = `${name} ${argument}`;
    const known = memory.get(key) as TrackedPromise<T> | undefined;
    if (known) return known.value;
    loads.fetched(name);
    const answer = trackPromise(read());
    memory.set(key, answer);
    return answer.value;
  }

  const database = createBatch({
    name: 'database',
    loads,
    read: databases.readMany,
    identify: (databaseId: string) => databaseId,
  });
  const row = createBatch({
    name: 'row',
    loads,
    read: (wanted: readonly WantedRow[]) =>
      readGrouped(
        wanted,
        ({ table }) => tableName(table),
        (group) => {
          const keys = group.map(({ key }) => key);
          return rows.readMany(group[0].table, keys, union(group.map(({ columns }) => columns)));
        },
      ),
    identify: ({ table, key }) => `${tableName(table)} ${JSON.stringify(key)}`,
    suffices: (known, wanted) => holds(known.columns, wanted.columns),
  });
  const document = createBatch({
    name: 'document',
    loads,
    read: (wanted: readonly WantedDocument[]) =>
      readGrouped(
        wanted,
        ({ collection }) => collectionName(collection),
        (group) => {
          const ids = group.map(({ documentId }) => documentId);
          return source.documents.readMany(group[0].collection, ids, union(group.map(({ fields }) => fields)));
        },
      ),
    identify: ({ collection, documentId }) => `${collectionName(collection)} ${documentId}`,
  });

  return {
    databasePage: (query) => once('databasePage', JSON.stringify(query), () => databases.findPage(query)),
    database: (databaseId) => database.load(databaseId),
    availableRegions: () => once('availableRegions', '', () => databases.availableRegions()),
    serverlessRegions: () => once('serverlessRegions', '', () => databases.serverlessRegions()),
    keyspaces: (databaseId) => once('keyspaces', databaseId, () => catalog.keyspaces(databaseId)),
    keyspace: (ref) => once('keyspace', keyspaceName(ref), () => catalog.keyspace(ref)),
    tables: (ref) => once('tables', keyspaceName(ref), () => catalog.tables(ref)),
    types: (ref) => once('types', keyspaceName(ref), () => catalog.types(ref)),
    indexes: (ref) => once('indexes', tableName(ref), () => catalog.indexes(ref)),
    namespaces: (databaseId) => once('namespaces', databaseId, () => catalog.namespaces(databaseId)),
    namespace: (ref) => once('namespace', keyspaceName(ref), () => catalog.namespace(ref)),
    collections: (ref) => once('collections', keyspaceName(ref), () => catalog.collections(ref)),
    jsonSchema: (ref) => once('jsonSchema', collectionName(ref), () => catalog.jsonSchema(ref)),
    row: (table, key, columns) => row.load({ table, key, columns }),
    rowPage: (table, query) =>
      once('rowPage', `${tableName(table)} ${JSON.stringify(query)}`, () => rows.findPage(table, query)),
    document: (collection, documentId, fields) => document.load({ collection, documentId, fields }),
    documentPage: (collection, query) =>
      once('documentPage', `${collectionName(collection)} ${JSON.stringify(query)}`, () =>
        source.documents.findPage(collection, query),
      ),
    partPage: (collection, documentId, query) =>
      once('partPage', JSON.stringify([collectionName(collection), documentId, query]), () =>
        source.documents.findParts(collection, documentId, query),
      ),
    clear() {
      memory.clear();
      for (const batch of [database, row, document]) batch.clear();
    },
  };
}

interface WantedRow {
  readonly table: Table;
  readonly key: RowValues;
  readonly columns: readonly string[] | undefined;
}

interface WantedDocument {
  readonly collection: CollectionRef;
  readonly documentId: string;
  readonly fields: readonly Pattern[] | undefined;
}

/** Whether a list of columns, where none is all of them, has another within it. */
function holds(list: WantedRow['columns'], other: WantedRow['columns']): boolean {
  // Mostly they are the same list.
  return list === undefined || list === other || (other?.every((name) => list.includes(name)) ?? false);
}

/** What any of them wants; everything when one wants everything. */
function union<T>(lists: readonly (readonly T[] | undefined)[]): readonly T[] | undefined {
  // Mostly all want the same list.
  const known = [...new Set(lists)].filter((list) => list !== undefined);
  if (lists.includes(undefined)) return undefined;
  return [...new Map(known.flat().map((item) => [JSON.stringify(item), item])).values()];
}

// Rows come by the hundred, and with the same table each.
const keyspaceName = memoize(({ databaseId, keyspace }: KeyspaceRef) => JSON.stringify([databaseId, keyspace]));
const tableName = memoize(({ databaseId, keyspace, table }: TableRef) => JSON.stringify([databaseId, keyspace, table]));
const collectionName = memoize(({ databaseId, keyspace, collection }: CollectionRef) =>
  JSON.stringify([databaseId, keyspace, collection]),
);
