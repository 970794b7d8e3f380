/** Keys for caches: equal texts for equal references. */
import { memoize } from '../shared/memoize.ts';
import type { CollectionRef, KeyspaceRef, TableRef } from '../source/source.ts';

// Memoized, because a page has hundreds of rows of the same table.
export const identifyKeyspace = memoize(({ databaseId, keyspace }: KeyspaceRef) =>
  JSON.stringify([databaseId, keyspace]),
);
export const identifyTable = memoize(({ databaseId, keyspace, table }: TableRef) =>
  JSON.stringify([databaseId, keyspace, table]),
);
export const identifyCollection = memoize(({ databaseId, keyspace, collection }: CollectionRef) =>
  JSON.stringify([databaseId, keyspace, collection]),
);
