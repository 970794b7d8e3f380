/** Tables whose lists of rows proved too large to share a search. */
import { createBoundedCache } from '../shared/bounded-cache.ts';
import type { Table } from '../source/source.ts';

export interface LargeLists {
  has(table: Table): boolean;
  add(table: Table): void;
}

/** Rows come and go; after this it is tried again. */
const LIFETIME_MS = 60_000;
const MAX_TABLES = 1000;

/** Shared by all operations of the process. It decides how many calls a list takes, never what it holds. */
export function createLargeLists(): LargeLists {
  const known = createBoundedCache<true>({ maxEntries: MAX_TABLES, lifetimeMs: LIFETIME_MS });
  const identify = ({ databaseId, keyspace, table }: Table) => JSON.stringify([databaseId, keyspace, table]);
  return {
    has: (table) => known.get(identify(table)) !== undefined,
    add: (table) => known.set(identify(table), true),
  };
}
