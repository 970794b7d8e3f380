import type { MaybePromise } from '../shared/maybe-promise.ts';
import type {
  Collection,
  CollectionRef,
  Index,
  Json,
  Keyspace,
  KeyspaceRef,
  Source,
  Table,
  TableRef,
  UserDefinedType,
} from '../source/source.ts';
import { identifyCollection, identifyKeyspace, identifyTable } from './identity.ts';
import type { Once } from './once.ts';

export interface CatalogLoaders {
  keyspaces(databaseId: string): MaybePromise<readonly Keyspace[]>;
  /** One keyspace with its datacenters. To know only whether it exists, ask for its tables: they come in one call too. */
  keyspace(ref: KeyspaceRef): MaybePromise<Keyspace | null>;
  tables(ref: KeyspaceRef): MaybePromise<readonly Table[] | null>;
  types(ref: KeyspaceRef): MaybePromise<readonly UserDefinedType[] | null>;
  indexes(ref: TableRef): MaybePromise<readonly Index[] | null>;
  namespaces(databaseId: string): MaybePromise<readonly Keyspace[]>;
  namespace(ref: KeyspaceRef): MaybePromise<Keyspace | null>;
  collections(ref: KeyspaceRef): MaybePromise<readonly Collection[] | null>;
  jsonSchema(ref: CollectionRef): MaybePromise<Readonly<Record<string, Json>> | null>;
}

export function createCatalogLoaders(source: Pick<Source, 'catalog'>, once: Once): CatalogLoaders {
  return {
    keyspaces: (databaseId) => once.load('keyspaces', databaseId, () => source.catalog.keyspaces(databaseId)),
    keyspace: (ref) => once.load('keyspace', identifyKeyspace(ref), () => source.catalog.keyspace(ref)),
    tables: (ref) => once.load('tables', identifyKeyspace(ref), () => source.catalog.tables(ref)),
    types: (ref) => once.load('types', identifyKeyspace(ref), () => source.catalog.types(ref)),
    indexes: (ref) => once.load('indexes', identifyTable(ref), () => source.catalog.indexes(ref)),
    namespaces: (databaseId) => once.load('namespaces', databaseId, () => source.catalog.namespaces(databaseId)),
    namespace: (ref) => once.load('namespace', identifyKeyspace(ref), () => source.catalog.namespace(ref)),
    collections: (ref) => once.load('collections', identifyKeyspace(ref), () => source.catalog.collections(ref)),
    jsonSchema: (ref) => once.load('jsonSchema', identifyCollection(ref), () => source.catalog.jsonSchema(ref)),
  };
}
