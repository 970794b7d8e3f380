/** What all operations of the process, and of its peers, share about the schemas of databases. */
import type { Peers } from '../source/source.ts';
import { createRecentKeyspaces, type KeyspaceChange, type RecentKeyspaces } from './recent-keyspaces.ts';
import { createSchemaCache, type SchemaCache } from './schema-cache.ts';

export interface SchemaState {
  readonly cache: SchemaCache;
  readonly recentKeyspaces: RecentKeyspaces;
  /**
   * Runs changes of one database's schema one after another, also those of other operations: Cassandra does not take them
   * at once well. Whether a change succeeds or not, definitions that were read before its end are forgotten.
   */
  changeSchema<T>(databaseId: string, change: () => Promise<T>): Promise<T>;
}

/**
 * @param lifetimeMs - how long definitions are kept; see `createSchemaCache`
 * @param peers - who change the same schemas; absent: none
 */
export function createSchemaState(lifetimeMs?: number, peers?: Peers): SchemaState {
  const cache = createSchemaCache(lifetimeMs);
  const recentKeyspaces = createRecentKeyspaces();
  const inTurn = peers?.inTurn ?? createSchemaOrder();
  const changes = peers?.topic<string>('schemas');
  changes?.listen(cache.clear);
  return {
    cache,
    recentKeyspaces: peers ? shareNotes(recentKeyspaces, peers) : recentKeyspaces,
    changeSchema: (databaseId, change) =>
      inTurn(databaseId, async () => {
        try {
          return await change();
        } finally {
          cache.clear(databaseId);
          await changes?.tell(databaseId);
        }
      }),
  };
}

/** Tells peers of what is noted here, and notes what they tell. */
function shareNotes(recent: RecentKeyspaces, peers: Peers): RecentKeyspaces {
  const topic = peers.topic<KeyspaceChange>('keyspaces');
  topic.listen(({ ref, change }) => recent.note(ref, change));
  return {
    ...recent,
    note(ref, change) {
      recent.note(ref, change);
      // The change of the schema is told after it, and in order.
      void topic.tell({ ref, change });
    },
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
