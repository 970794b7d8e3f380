/** The catalog over Stargate: reads are cached for a few seconds; changes of one database run one after another and clear the cache. */

import type { CatalogSource, KeyspaceRef, Table, UserDefinedType } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { isCollection } from './definitions.ts';
import { createIndexAndTypeChanges } from './indexes-and-types.ts';
import { createKeyspaceWaits } from './keyspace-waits.ts';
import type { KeyspaceChanges } from './keyspaces.ts';
import type { SchemaCache } from './schema-cache.ts';
import { readIndexes, readKeyspace, readKeyspaces, readTables, readTypes } from './schema-read.ts';
import { createTableChanges } from './tables.ts';

/** The part of the catalog that the Document API serves. */
export type NamespaceCatalog = Pick<
  CatalogSource,
  | 'namespaces'
  | 'namespace'
  | 'collections'
  | 'createNamespace'
  | 'deleteNamespace'
  | 'createCollection'
  | 'deleteCollection'
  | 'jsonSchema'
  | 'replaceJsonSchema'
>;

export interface CatalogOptions {
  readonly connection: StargateConnection;
  /** Shared by all operations of the process. */
  readonly cache: SchemaCache;
  readonly keyspaces: KeyspaceChanges;
  /** Without cache and order, which are added here. */
  readonly namespaces: NamespaceCatalog;
}

export function createCatalogSource({ connection, cache, keyspaces, namespaces }: CatalogOptions): CatalogSource {
  const tables = createTableChanges(connection);
  const others = createIndexAndTypeChanges(connection);

  const waits = createKeyspaceWaits(connection);
  const lookForTables = (ref: KeyspaceRef) => readTables(connection, ref);
  const lookForCollections = (ref: KeyspaceRef) => namespaces.collections(ref);
  const withinNamespace = <Ref extends KeyspaceRef, T>(ref: Ref, change: () => Promise<T>) =>
    waits.changeInside(ref, lookForCollections, change);

  const cached = <T>(databaseId: string, name: readonly string[], read: () => Promise<T>) =>
    cache.read(connection.scope.tokens, databaseId, JSON.stringify(name), read);

  /** A change waits for the earlier ones of its database. Whether it succeeds or not, it clears the cache. */
  function changing<Ref extends KeyspaceRef, Args extends unknown[], T>(
    change: (ref: Ref, ...args: Args) => Promise<T>,
    wait: (ref: Ref, change: () => Promise<T>) => Promise<T> = (ref, make) =>
      waits.changeInside(ref, lookForTables, make),
  ): (ref: Ref, ...args: Args) => Promise<T> {
    return (ref, ...args) =>
      connection.changeSchema(ref.databaseId, async () => {
        try {
          return await wait(ref, () => change(ref, ...args));
        } finally {
          cache.clear(ref.databaseId);
        }
      });
  }

  async function tablesOf(ref: KeyspaceRef): Promise<readonly Table[] | null> {
    return cached(ref.databaseId, ['tables', ref.keyspace], async () => {
      const all = await waits.read(ref, () => readTables(connection, ref));
      return all?.filter((table) => !isCollection(table)) ?? null;
    });
  }

  /** Upstream answers an empty list for a missing keyspace; the list of its tables does not exist then. */
  async function typesOf(ref: KeyspaceRef): Promise<readonly UserDefinedType[] | null> {
    return cached(ref.databaseId, ['types', ref.keyspace], async () => {
      const types = await readTypes(connection, ref);
      return types?.length === 0 && !(await tablesOf(ref)) ? null : types;
    });
  }

  return {
    keyspaces: (databaseId) => cached(databaseId, ['keyspaces'], () => readKeyspaces(connection, databaseId)),
    keyspace: (ref) =>
      cached(ref.databaseId, ['keyspace', ref.keyspace], () => waits.read(ref, () => readKeyspace(connection, ref))),
    tables: tablesOf,
    types: typesOf,
    indexes: (ref) => cached(ref.databaseId, ['indexes', ref.keyspace, ref.table], () => readIndexes(connection, ref)),
    createKeyspace: changing(keyspaces.createKeyspace, waits.create),
    deleteKeyspace: changing(keyspaces.deleteKeyspace, (ref, remove) => waits.delete(ref, lookForTables, remove)),
    createTable: changing(tables.createTable),
    replaceTableOptions: changing(tables.replaceTableOptions),
    deleteTable: changing(tables.deleteTable),
    createColumn: changing(tables.createColumn),
    renameColumn: changing(tables.renameColumn),
    deleteColumn: changing(tables.deleteColumn),
    createIndex: changing(others.createIndex),
    deleteIndex: changing(others.deleteIndex),
    createType: changing(others.createType),
    updateType: changing(others.updateType),
    deleteType: changing(others.deleteType),

    namespaces: (databaseId) => cached(databaseId, ['namespaces'], () => namespaces.namespaces(databaseId)),
    namespace: (ref) =>
      cached(ref.databaseId, ['namespace', ref.keyspace], () => waits.read(ref, () => namespaces.namespace(ref))),
    collections: (ref) =>
      cached(ref.databaseId, ['collections', ref.keyspace], () => waits.read(ref, () => namespaces.collections(ref))),
    createNamespace: changing(namespaces.createNamespace, waits.create),
    deleteNamespace: changing(namespaces.deleteNamespace, (ref, remove) =>
      waits.delete(ref, lookForCollections, remove),
    ),
    createCollection: changing(namespaces.createCollection, withinNamespace),
    deleteCollection: changing(namespaces.deleteCollection, withinNamespace),
    jsonSchema: (ref) => namespaces.jsonSchema(ref),
    replaceJsonSchema: changing(namespaces.replaceJsonSchema, withinNamespace),
  };
}
