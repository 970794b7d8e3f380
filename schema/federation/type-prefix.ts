/** Stands for the name of a keyspace in the prefix of type names. */
export const KEYSPACE = '{keyspace}';

/** @param keyspace - as GraphQL can spell it; absent in the universal graph, which has all keyspaces */
export function prefixOf(typePrefix = '', keyspace = ''): string {
  const prefix = typePrefix.replaceAll(KEYSPACE, () => keyspace);
  return keyspace === '' ? prefix.replace(/^_+/, '') : prefix;
}
