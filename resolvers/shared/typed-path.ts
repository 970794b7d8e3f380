import type { KeyspaceRef } from '../../datasources/source/source.ts';

/**
 * The path of a keyspace's typed graph; that of the default database needs no database in it.
 *
 * @param endpoint - path of the universal graph
 */
export function typedPath(endpoint: string, { databaseId, keyspace }: KeyspaceRef, defaultId: string): string {
  const names = databaseId === defaultId ? [keyspace] : [databaseId, keyspace];
  return [endpoint, ...names.map(encodeURIComponent)].join('/');
}
