/**
 * The catalog of any back end: reads are cached for a few seconds; changes of one database run one after another, wait for
 * keyspaces that were just made, and clear the cache.
 */
import { mapSeveral } from '../shared/map-several.ts';
import type { CatalogSource, Index, KeyspaceRef, OperationScope, TableRef } from '../source/source.ts';
import { createKeyspaceWaits } from './keyspace-waits.ts';
import type { SchemaState } from './schema-state.ts';

/** What a back end says of its catalog: each read and each change is upstream calls, without cache, order and waits. */
export interface PlainCatalog extends Omit<CatalogSource, 'types' | 'indexes' | 'indexesOf'> {
  /** @param hasKeyspace - tells a keyspace without types from a missing one, where upstream answers both alike */
  types(ref: KeyspaceRef, hasKeyspace: () => Promise<boolean>): ReturnType<CatalogSource['types']>;
  /** @param tables - those of the keyspace, where the types of indexed columns say what an index holds */
  indexes(ref: TableRef, tables: () => ReturnType<CatalogSource['tables']>): ReturnType<CatalogSource['indexes']>;
  /** All of a keyspace in one call, by table. Absent where upstream has no such call; `undefined` where it refuses this caller. */
  allIndexes?(ref: KeyspaceRef): Promise<ReadonlyMap<string, readonly Index[]> | undefined>;
}

/** How many lists of indexes are read at a time. */
const READS_AT_ONCE = 8;

export interface CatalogOptions {
  readonly scope: OperationScope;
  readonly state: SchemaState;
  readonly schemaTimeoutMs: number;
}

export function createCatalogSource(
  catalog: PlainCatalog,
  { scope, state, schemaTimeoutMs }: CatalogOptions,
): CatalogSource {
  const { cache, recentKeyspaces, changeSchema } = state;
  const waits = createKeyspaceWaits({ scope, recentKeyspaces, schemaTimeoutMs });
  const lookForTables = (ref: KeyspaceRef) => catalog.tables(ref);
  const lookForCollections = (ref: KeyspaceRef) => catalog.collections(ref);
  const withinNamespace = <Ref extends KeyspaceRef, T>(ref: Ref, change: () => Promise<T>) =>
    waits.changeInside(ref, lookForCollections, change);

  const cached = <T>(databaseId: string, name: readonly string[], read: () => Promise<T>) =>
    cache.read(scope.tokens, databaseId, JSON.stringify(name), read);

  /** A read of one keyspace. */
  const within = <T>({ databaseId, keyspace }: KeyspaceRef, what: string, read: () => Promise<T | null>) =>
    cached(databaseId, [what, keyspace], () => waits.read({ databaseId, keyspace }, read));

  /** A change waits for the earlier ones of its database. Whether it succeeds or not, it clears the cache. */
  function changing<Ref extends KeyspaceRef, Args extends unknown[], T>(
    change: (ref: Ref, ...args: Args) => Promise<T>,
    wait: (ref: Ref, change: () => Promise<T>) => Promise<T> = (ref, make) =>
      waits.changeInside(ref, lookForTables, make),
  ): (ref: Ref, ...args: Args) => Promise<T> {
    return (ref, ...args) => changeSchema(ref.databaseId, () => wait(ref, () => change(ref, ...args)));
  }

  const tables = (ref: KeyspaceRef) => within(ref, 'tables', () => catalog.tables(ref));
  const indexes = (ref: TableRef, read: () => ReturnType<CatalogSource['indexes']>) =>
    cached(ref.databaseId, ['indexes', ref.keyspace, ref.table], read);

  async function readAllIndexes({ databaseId, keyspace }: KeyspaceRef) {
    const { allIndexes } = catalog;
    if (!allIndexes) return undefined;
    // A refusal is kept too.
    const { found } = await cached(databaseId, ['all indexes', keyspace], async () => ({
      found: await allIndexes({ databaseId, keyspace }),
    }));
    return found;
  }

  async function readIndexes(
    ref: KeyspaceRef,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Index[]>> {
    const all = names.length > 1 ? await readAllIndexes(ref) : undefined;
    const found = await mapSeveral(names, all ? names.length : READS_AT_ONCE, (table) => {
      const own = { ...ref, table };
      return indexes(own, async () => (all ? (all.get(table) ?? []) : catalog.indexes(own, () => tables(ref))));
    });
    return new Map(
      names.map((table, index) => {
        const each = found[index];
        if (each instanceof Error) throw each;
        return [table, each ?? []];
      }),
    );
  }

  const hasKeyspace = async (ref: KeyspaceRef) => (await tables(ref)) !== null;

  return {
    checks: catalog.checks,
    keyspaces: (databaseId) => cached(databaseId, ['keyspaces'], () => catalog.keyspaces(databaseId)),
    keyspace: (ref) => within(ref, 'keyspace', () => catalog.keyspace(ref)),
    tables,
    types: (ref) => cached(ref.databaseId, ['types', ref.keyspace], () => catalog.types(ref, () => hasKeyspace(ref))),
    indexes: (ref) => indexes(ref, () => catalog.indexes(ref, () => tables(ref))),
    indexesOf: readIndexes,
    createKeyspace: changing(catalog.createKeyspace, waits.create),
    deleteKeyspace: changing(catalog.deleteKeyspace, (ref, remove) => waits.delete(ref, lookForTables, remove)),
    createTable: changing(catalog.createTable),
    replaceTableOptions: changing(catalog.replaceTableOptions),
    deleteTable: changing(catalog.deleteTable),
    createColumn: changing(catalog.createColumn),
    renameColumn: changing(catalog.renameColumn),
    deleteColumn: changing(catalog.deleteColumn),
    createIndex: changing(catalog.createIndex),
    deleteIndex: changing(catalog.deleteIndex),
    createType: changing(catalog.createType),
    updateType: changing(catalog.updateType),
    deleteType: changing(catalog.deleteType),

    namespaces: (databaseId) => cached(databaseId, ['namespaces'], () => catalog.namespaces(databaseId)),
    namespace: (ref) => within(ref, 'namespace', () => catalog.namespace(ref)),
    collections: (ref) => within(ref, 'collections', () => catalog.collections(ref)),
    createNamespace: changing(catalog.createNamespace, waits.create),
    deleteNamespace: changing(catalog.deleteNamespace, (ref, remove) => waits.delete(ref, lookForCollections, remove)),
    createCollection: changing(catalog.createCollection, withinNamespace),
    deleteCollection: changing(catalog.deleteCollection, withinNamespace),
    jsonSchema: (ref) => catalog.jsonSchema(ref),
    replaceJsonSchema: changing(catalog.replaceJsonSchema, withinNamespace),
  };
}
