/** Keyspaces, tables, types and indexes; namespaces and collections. */
import type { MaybePromise } from '../shared/maybe-promise.ts';
import type { Json } from './values.ts';

/** A keyspace, which is also a namespace. */
export interface KeyspaceRef {
  /** Canonical. */
  readonly databaseId: string;
  readonly keyspace: string;
}

export interface TableRef extends KeyspaceRef {
  readonly table: string;
}

export interface CollectionRef extends KeyspaceRef {
  readonly collection: string;
}

/** How vectors of a collection are compared. */
export interface VectorOptions {
  /** `null` where the service decides it. */
  readonly dimension: number | null;
  readonly metric: VectorMetric;
  /** What makes vectors of texts; `null` where documents bring their own. */
  readonly service: { readonly provider: string; readonly modelName: string | null } | null;
}

export type VectorMetric = 'COSINE' | 'DOT_PRODUCT' | 'EUCLIDEAN';

export interface Collection extends CollectionRef {
  /** `null` for a collection without vectors. */
  readonly vector: VectorOptions | null;
}

export interface NewCollection extends CollectionRef {
  readonly vector?: {
    readonly dimension?: number;
    readonly metric?: VectorMetric;
    readonly service?: {
      readonly provider: string;
      readonly modelName: string;
      readonly authentication?: Readonly<Record<string, Json>>;
      readonly parameters?: Readonly<Record<string, Json>>;
    };
  };
}

export interface KeyspaceDatacenter {
  readonly name: string;
  readonly replicas: number;
}

export interface Keyspace {
  readonly databaseId: string;
  readonly name: string;
  /** `null` for a keyspace whose replication is not by datacenter. */
  readonly datacenters: readonly KeyspaceDatacenter[] | null;
  /** `null` unless the Document API answers it. */
  readonly replicas: number | null;
}

export type ColumnKind = 'PARTITION_KEY' | 'CLUSTERING_KEY' | 'STATIC' | 'REGULAR';
export type SortOrder = 'ASC' | 'DESC';

export interface Column {
  readonly name: string;
  /** A CQL type that can be sent back as the type of a new column. */
  readonly type: string;
  readonly kind: ColumnKind;
}

export interface Table extends TableRef {
  /** Partition key, clustering key, static, then regular columns. */
  readonly columns: readonly Column[];
  readonly partitionKey: readonly string[];
  readonly clusteringKey: readonly { readonly name: string; readonly order: SortOrder }[];
  /** `null` where upstream does not tell. */
  readonly defaultTtlSeconds: number | null;
}

export interface Index {
  readonly name: string;
  /** `COMPOSITES`, `CUSTOM`, `KEYS`. */
  readonly kind: string;
  /** The indexed column. */
  readonly column: string | null;
  /** For a collection column: which part of it is indexed. */
  readonly target: string | null;
  readonly options: Readonly<Record<string, string>>;
}

export interface UserDefinedType {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
}

export interface Replication {
  readonly replicas?: number;
  readonly datacenters?: readonly KeyspaceDatacenter[];
}

export interface NewTable extends TableRef {
  readonly columns: readonly { readonly name: string; readonly type: string; readonly isStatic: boolean }[];
  readonly partitionKey: readonly string[];
  readonly clusteringKey: readonly { readonly name: string; readonly order: SortOrder }[];
  readonly defaultTtlSeconds?: number;
}

export interface NewIndex extends TableRef {
  readonly column: string;
  readonly name?: string;
  readonly kind?: 'KEYS' | 'VALUES' | 'ENTRIES' | 'FULL';
  /** Class of a custom index. */
  readonly type?: string;
  readonly options?: Readonly<Record<string, string>>;
  /** Of a vector column. */
  readonly metric?: VectorMetric;
}

/**
 * Says without a call what a back end does not take: each throws the `InputError` or `NotSupportedError` that creating would
 * throw before its first call. What only upstream knows, such as names that are in use, is not checked.
 */
export interface DefinitionChecks {
  table(table: NewTable): void;
  type(type: UserDefinedType): void;
  /** @param table - whose column is indexed */
  index(index: NewIndex, table: Pick<Table, 'columns'>): void;
  collection(collection: NewCollection): void;
}

/**
 * The schema. Reads may be a few seconds old, since they are cached per token; each change removes the definitions that it
 * affects from the cache. When the new item exists already, creating answers `false` with `ifNotExists` and throws a
 * `ConflictError` without it. When the item is missing, deleting answers `false` with `ifExists` and throws a
 * `NotFoundError` without it.
 */
export interface CatalogSource {
  /** For a rehearsal of changes. */
  checks(databaseId: string): MaybePromise<DefinitionChecks>;
  keyspaces(databaseId: string): Promise<readonly Keyspace[]>;
  keyspace(ref: KeyspaceRef): Promise<Keyspace | null>;
  /** All tables with their columns, without collections; `null` when there is no such keyspace. */
  tables(ref: KeyspaceRef): Promise<readonly Table[] | null>;
  types(ref: KeyspaceRef): Promise<readonly UserDefinedType[] | null>;
  indexes(ref: TableRef): Promise<readonly Index[] | null>;
  /** Those of several tables that exist, by table: one call for all where upstream can answer so, else one for each. */
  indexesOf(ref: KeyspaceRef, tables: readonly string[]): Promise<ReadonlyMap<string, readonly Index[]>>;
  createKeyspace(ref: KeyspaceRef, replication: Replication, ifNotExists: boolean): Promise<boolean>;
  deleteKeyspace(ref: KeyspaceRef, ifExists: boolean): Promise<boolean>;
  createTable(table: NewTable, ifNotExists: boolean): Promise<boolean>;
  replaceTableOptions(ref: TableRef, defaultTtlSeconds: number): Promise<void>;
  deleteTable(ref: TableRef, ifExists: boolean): Promise<boolean>;
  createColumn(
    ref: TableRef,
    column: { name: string; type: string; isStatic: boolean },
    ifNotExists: boolean,
  ): Promise<boolean>;
  /** Only columns of the primary key can be renamed. */
  renameColumn(ref: TableRef, column: string, newName: string): Promise<void>;
  deleteColumn(ref: TableRef, column: string, ifExists: boolean): Promise<boolean>;
  createIndex(index: NewIndex, ifNotExists: boolean): Promise<boolean>;
  deleteIndex(ref: TableRef, index: string, ifExists: boolean): Promise<boolean>;
  createType(ref: KeyspaceRef, type: UserDefinedType, ifNotExists: boolean): Promise<boolean>;
  updateType(
    ref: KeyspaceRef,
    name: string,
    change: { addFields?: UserDefinedType['fields']; renameFields?: readonly { from: string; to: string }[] },
  ): Promise<void>;
  deleteType(ref: KeyspaceRef, name: string, ifExists: boolean): Promise<boolean>;

  namespaces(databaseId: string): Promise<readonly Keyspace[]>;
  namespace(ref: KeyspaceRef): Promise<Keyspace | null>;
  /** `null` when there is no such namespace. */
  collections(ref: KeyspaceRef): Promise<readonly Collection[] | null>;
  createNamespace(ref: KeyspaceRef, replication: Replication, ifNotExists: boolean): Promise<boolean>;
  deleteNamespace(ref: KeyspaceRef, ifExists: boolean): Promise<boolean>;
  createCollection(collection: NewCollection, ifNotExists: boolean): Promise<boolean>;
  deleteCollection(ref: CollectionRef, ifExists: boolean): Promise<boolean>;
  /** `null` when none is set. */
  jsonSchema(ref: CollectionRef): Promise<Readonly<Record<string, Json>> | null>;
  replaceJsonSchema(ref: CollectionRef, schema: Readonly<Record<string, Json>>): Promise<void>;
}
