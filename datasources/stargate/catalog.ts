/** The catalog over Stargate: reads that are kept for a few seconds, and changes that take turns and make them forgotten. */

import type { CatalogSource, KeyspaceRef, Table, UserDefinedType } from '../source/source.ts';
import { isCollection } from './rest/collection-table.ts';
import { createIndexAndTypeChanges } from './rest/indexes-and-types.ts';
import type { KeyspaceChanges } from './rest/keyspaces.ts';
import { readIndexes, readKeyspace, readKeyspaces, readTables, readTypes } from './rest/schema-read.ts';
import { createTableChanges } from './rest/tables.ts';
import type { StargateConnection } from './shared/connection.ts';
import { createKeyspaceWaits } from './shared/keyspace-waits.ts';
import type { SchemaCache } from './shared/schema-cache.ts';

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
  /** Neither cached nor in turn: that is added here. */
  readonly namespaces: NamespaceCatalog;
}

export function createCatalogSource({ connection, cache, keyspaces, namespaces }: CatalogOptions): CatalogSource {
  const tables = createTableChanges(connection);
  const others = createIndexAndTypeChanges(connection);

  const waits = createKeyspaceWaits(connection);
  const lookForTables = (ref: KeyspaceRef) => readTables(connection, ref);
  const lookForCollections = (ref: KeyspaceRef) => namespaces.collections(ref);
  const withinNamespace = <Ref extends KeyspaceRef, T>(ref: Ref, change: () => Promise<T>) =>
    waits.within(ref, lookForCollections, change);

  const kept = <T>(databaseId: string, name: readonly string[], read: () => Promise<T>) =>
    cache.read(connection.scope.tokens, databaseId, JSON.stringify(name), read);

  /** A change takes its turn in its database; whether it succeeds or not, what is kept may be wrong after it. */
  function changing<Ref extends KeyspaceRef, Args extends unknown[], T>(
    change: (ref: Ref, ...args: Args) => Promise<T>,
    wait: (ref: Ref, change: () => Promise<T>) => Promise<T> = (place, make) =>
      waits.within(place, lookForTables, make),
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
    return kept(ref.databaseId, ['tables', ref.keyspace], async () => {
      const all = await waits.shown(ref, () => readTables(connection, ref));
      return all?.filter((table) => !isCollection(table)) ?? null;
    });
  }

  /** Upstream answers an empty list for a keyspace that is not there; its tables tell. */
  async function typesOf(ref: KeyspaceRef): Promise<readonly UserDefinedType[] | null> {
    return kept(ref.databaseId, ['types', ref.keyspace], async () => {
      const types = await readTypes(connection, ref);
      return types?.length === 0 && !(await tablesOf(ref)) ? null : types;
    });
  }

  return {
    keyspaces: (databaseId) => kept(databaseId, ['keyspaces'], () => readKeyspaces(connection, databaseId)),
    keyspace: (ref) =>
      kept(ref.databaseId, ['keyspace', ref.keyspace], () => waits.shown(ref, () => readKeyspace(connection, ref))),
    tables: tablesOf,
    types: typesOf,
    indexes: (ref) => kept(ref.databaseId, ['indexes', ref.keyspace, ref.table], () => readIndexes(connection, ref)),
    createKeyspace: changing(keyspaces.createKeyspace, waits.making),
    deleteKeyspace: changing(keyspaces.deleteKeyspace, (ref, remove) => waits.deleting(ref, lookForTables, remove)),
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

    namespaces: (databaseId) => kept(databaseId, ['namespaces'], () => namespaces.namespaces(databaseId)),
    namespace: (ref) =>
      kept(ref.databaseId, ['namespace', ref.keyspace], () => waits.shown(ref, () => namespaces.namespace(ref))),
    collections: (ref) =>
      kept(ref.databaseId, ['collections', ref.keyspace], () => waits.shown(ref, () => namespaces.collections(ref))),
    createNamespace: changing(namespaces.createNamespace, waits.making),
    deleteNamespace: changing(namespaces.deleteNamespace, (ref, remove) =>
      waits.deleting(ref, lookForCollections, remove),
    ),
    createCollection: changing(namespaces.createCollection, withinNamespace),
    deleteCollection: changing(namespaces.deleteCollection, withinNamespace),
    jsonSchema: (ref) => namespaces.jsonSchema(ref),
    replaceJsonSchema: changing(namespaces.replaceJsonSchema, withinNamespace),
  };
}
