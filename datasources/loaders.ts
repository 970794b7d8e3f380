/**
 * Reads of one operation and one caller: the same thing asked for twice, anywhere in the tree, is one upstream call, and
 * keys asked for together go in one batch. Never shared between operations or callers.
 */
import { createBatch, readGrouped } from './batch.ts';
import { createLoadCount, type LoadCount, type LoadName } from './load-count.ts';
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
} from './source.ts';

export interface Loaders {
  databasePage(query: DatabaseQuery): Promise<Page<Database>>;
  database(databaseId: string): Promise<Database | null>;
  availableRegions(): Promise<readonly Region[]>;
  serverlessRegions(): Promise<readonly ServerlessRegion[]>;

  keyspaces(databaseId: string): Promise<readonly Keyspace[]>;
  /** One keyspace with its datacenters. To know only whether it is there, ask for its tables: they come in one call too. */
  keyspace(ref: KeyspaceRef): Promise<Keyspace | null>;
  tables(ref: KeyspaceRef): Promise<readonly Table[] | null>;
  types(ref: KeyspaceRef): Promise<readonly UserDefinedType[] | null>;
  indexes(ref: TableRef): Promise<readonly Index[] | null>;
  namespaces(databaseId: string): Promise<readonly Keyspace[]>;
  namespace(ref: KeyspaceRef): Promise<Keyspace | null>;
  collections(ref: KeyspaceRef): Promise<readonly string[] | null>;
  jsonSchema(ref: CollectionRef): Promise<Readonly<Record<string, Json>> | null>;

  /**
   * One row by its whole, canonical key. Rows of a table asked for together become one batch, with the union of their columns.
   *
   * @param columns - what the operation will read of the row; all columns when absent
   */
  row(table: Table, key: RowValues, columns?: readonly string[]): Promise<Row | null>;
  rowPage(table: Table, query: RowQuery): Promise<Page<Row>>;

  /** @param fields - what the operation will read of the document; all of it when absent */
  document(collection: CollectionRef, documentId: string, fields?: readonly Pattern[]): Promise<Document | null>;
  documentPage(collection: CollectionRef, query: DocumentQuery): Promise<Page<Document>>;
  partPage(collection: CollectionRef, documentId: string, query: PartQuery): Promise<Page<DocumentPart>>;

  /** Forgets everything that was read. A mutation calls it when it has changed something. */
  clear(): void;
}

/**
 * Costs nothing until something is asked for.
 *
 * @param loads - counts what is asked for, and what was known already
 */
export function createLoaders(
  { databases, catalog, rows, documents }: Source,
  loads: LoadCount = createLoadCount(),
): Loaders {
  const memory = new Map<string, Promise<unknown>>();

  /** The answer of a read that is the same for the same name and arguments. */
  function once<T>(name: LoadName, argument: string, read: () => Promise<T>): Promise<T> {
    loads.asked(name);
    const key = `${name} ${argument}`;
    const known = memory.get(key) as Promise<T> | undefined;
    if (known) return known;
    loads.fetched(name);
    const answer = read();
    memory.set(key, answer);
    return answer;
  }

  const database = createBatch('database', loads, databases.readMany, (databaseId: string) => databaseId);
  const row = createBatch(
    'row',
    loads,
    (wanted: readonly WantedRow[]) =>
      readGrouped(
        wanted,
        ({ table }) => tableName(table),
        (group) => {
          const keys = group.map(({ key }) => key);
          return rows.readMany(group[0].table, keys, union(group.map(({ columns }) => columns)));
        },
      ),
    ({ table, key }) => `${tableName(table)} ${JSON.stringify(key)}`,
  );

  /** A row that was read before with fewer columns than are wanted now is read again. */
  async function loadRow(wanted: WantedRow): Promise<Row | null> {
    const found = await row.load(wanted);
    if (!found || hasColumns(found, wanted)) return found;
    row.forget(wanted);
    return row.load(wanted);
  }

  const document = createBatch(
    'document',
    loads,
    (wanted: readonly WantedDocument[]) =>
      readGrouped(
        wanted,
        ({ collection }) => collectionName(collection),
        (group) => {
          const ids = group.map(({ documentId }) => documentId);
          return documents.readMany(group[0].collection, ids, union(group.map(({ fields }) => fields)));
        },
      ),
    ({ collection, documentId }) => `${collectionName(collection)} ${documentId}`,
  );

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
    row: (table, key, columns) => loadRow({ table, key, columns }),
    rowPage: (table, query) =>
      once('rowPage', `${tableName(table)} ${JSON.stringify(query)}`, () => rows.findPage(table, query)),
    document: (collection, documentId, fields) => document.load({ collection, documentId, fields }),
    documentPage: (collection, query) =>
      once('documentPage', `${collectionName(collection)} ${JSON.stringify(query)}`, () =>
        documents.findPage(collection, query),
      ),
    partPage: (collection, documentId, query) =>
      once('partPage', JSON.stringify([collectionName(collection), documentId, query]), () =>
        documents.findParts(collection, documentId, query),
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

function hasColumns({ values, errors = {} }: Row, { table, columns }: WantedRow): boolean {
  const wanted = columns ?? table.columns.map(({ name }) => name);
  return wanted.every((name) => Object.hasOwn(values, name) || Object.hasOwn(errors, name));
}

/** What any of them wants; everything when one wants everything. */
function union<T>(lists: readonly (readonly T[] | undefined)[]): readonly T[] | undefined {
  // Mostly all want the same list.
  const known = [...new Set(lists)].filter((list) => list !== undefined);
  if (lists.includes(undefined)) return undefined;
  return [...new Map(known.flat().map((item) => [JSON.stringify(item), item])).values()];
}

const keyspaceName = ({ databaseId, keyspace }: KeyspaceRef) => JSON.stringify([databaseId, keyspace]);
const tableNames = new WeakMap<TableRef, string>();

/** Rows come by the hundred, and with the same table each. */
function tableName(ref: TableRef): string {
  const known = tableNames.get(ref);
  if (known !== undefined) return known;
  const name = JSON.stringify([ref.databaseId, ref.keyspace, ref.table]);
  tableNames.set(ref, name);
  return name;
}

const collectionName = ({ databaseId, keyspace, collection }: CollectionRef) =>
  JSON.stringify([databaseId, keyspace, collection]);
