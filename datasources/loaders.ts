/**
 * Reads of one operation and one caller: the same thing asked for twice, anywhere in the tree, is one upstream call, and
 * keys asked for together go in one batch. Never shared between operations or callers.
 */
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
