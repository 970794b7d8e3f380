import type { Table } from '../source/source.ts';

/** Names of the columns that make the primary key, in the order of the key. */
export function keyColumns({ partitionKey, clusteringKey }: Table): readonly string[] {
  return [...partitionKey, ...clusteringKey.map(({ name }) => name)];
}
