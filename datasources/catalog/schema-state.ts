/** What all operations of the process share about the schemas of databases. */
import { createRecentKeyspaces, type RecentKeyspaces } from './recent-keyspaces.ts';
import { createSchemaCache, type SchemaCache } from './schema-cache.ts';

export interface SchemaState {
  readonly cache: SchemaCache;
  readonly recentKeyspaces: RecentKeyspaces;
  /**
   * Runs changes of one database's schema one after another, also those of other operations: Cassandra does not take them
   * at once well.
   */
  changeSchema<T>(databaseId: string, change: () => Promise<T>): Promise<T>;
}

/** @param lifetimeMs - how long definitions are kept; see `createSchemaCache` */
export function createSchemaState(lifetimeMs?: number): SchemaState {
  return {
    cache: createSchemaCache(lifetimeMs),
    recentKeyspaces: createRecentKeyspaces(),
    changeSchema: createSchemaOrder(),
  };
}

/** Runs tasks of one database one after another, in order; those of different databases in parallel. A failed task does not block the next. */
function createSchemaOrder(): SchemaState['changeSchema'] {
  const last = new Map<string, Promise<unknown>>();
  return async (databaseId, task) => {
    const turn = Promise.resolve(last.get(databaseId)).then(task);
    const settled = turn.catch(() => undefined);
    last.set(databaseId, settled);
    try {
      return await turn;
    } finally {
      if (last.get(databaseId) === settled) last.delete(databaseId);
    }
  };
}
