/** Texts that are equal for equal references. */
import { memoize } from '../shared/memoize.ts';
import type { CollectionRef, KeyspaceRef, TableRef } from '../source/source.ts';

// Rows come by the hundred, and with the same table each.
export const identifyKeyspace = memoize(({ databaseId, keyspace }: KeyspaceRef) =>
  JSON.stringify([databaseId, keyspace]),
);
export const identifyTable = memoize(({ databaseId, keyspace, table }: TableRef) =>
  JSON.stringify([databaseId, keyspace, table]),
);
export const identifyCollection = memoize(({ databaseId, keyspace, collection }: CollectionRef) =>
  JSON.stringify([databaseId, keyspace, collection]),
);
