/** The parent values of the resolvers of each type: what is known already. The rest is read when a field needs it. */
import type * as source from '../../datasources/source/source.ts';

/** Any model with the name of its type, by which an interface resolves it. */
export type NodeModel = object & {
  readonly __typename: 'Database' | 'Keyspace' | 'Table' | 'Row' | 'Namespace' | 'Collection' | 'Document';
};

export interface DatabaseModel {
  /** Canonical. */
  readonly databaseId: string;
  /** The DevOps API's record; read when a field needs it. */
  readonly record?: source.Database;
}

/** A keyspace, or the namespace that it is as well. */
export interface KeyspaceModel {
  readonly databaseId: string;
  readonly name: string;
  /** Known for an item of a list; read when a field needs it. */
  readonly record?: source.Keyspace;
}

export type TableModel = source.Table;

export interface RowModel {
  readonly table: source.Table;
  /** Canonical. */
  readonly key: source.RowValues;
  /** Read already, with the columns that the operation selects; otherwise read when a field needs it. */
  readonly row?: source.Row;
}

export type NamespaceModel = KeyspaceModel;

/** Its vector options are known for an item of a list; they are read when a field needs them. */
export type CollectionModel = source.CollectionRef & Partial<Pick<source.Collection, 'vector'>>;

export interface DocumentModel {
  readonly collection: source.CollectionRef;
  readonly documentId: string;
  /** Read already, with the paths that the operation selects; otherwise read when a field needs it. */
  readonly document?: source.Document;
}

export interface DocumentPartModel {
  readonly path: string;
  readonly data: source.Json;
}

export interface PageInfoModel {
  readonly hasNextPage: () => Promise<boolean>;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface EdgeModel<T> {
  readonly node: T;
  readonly cursor: string;
  /** `null` unless it was found by a vector search. */
  readonly similarity: number | null;
}

export interface ConnectionModel<T> {
  readonly edges: readonly EdgeModel<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfoModel;
}

export type RegionModel = source.Region;
export type ServerlessRegionModel = source.ServerlessRegion;
export type ColumnModel = source.Column;
export type IndexModel = source.Index;
export type UserDefinedTypeModel = source.UserDefinedType;
export type DatacenterModel = source.Datacenter;
export type DatabaseStorageModel = source.DatabaseStorage;
export type DatabaseMetricsModel = source.DatabaseMetrics;
export type DatabaseCostModel = Readonly<Record<string, number>>;
export type SecureBundleModel = source.SecureBundle;
