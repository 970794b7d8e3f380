/** How the definitions of two tables differ. */
import type { Table } from '../../datasources/source/source.ts';
import { typesLike } from './table-fit.ts';

/**
 * A sentence for the first difference; `undefined` when rows of one table fit into the other.
 *
 * @param lost - columns of the source that the target cannot hold, and may therefore lack
 */
export function tableDifference(source: Table, target: Table, lost: ReadonlySet<string>): string | undefined {
  const name = `The table ${source.keyspace}.${source.table}`;
  const [ours, theirs] = [keyOf(source), keyOf(target)];
  if (ours !== theirs) return `${name} has the key ${theirs} in the target, and ${ours} in the source`;
  const columns = new Map(target.columns.map((column) => [column.name, column]));
  for (const { name: column, type, kind } of source.columns) {
    const found = columns.get(column);
    columns.delete(column);
    if (!found && lost.has(column)) continue;
    if (!found) return `${name} has no column ${column} in the target`;
    if (found.kind !== kind) {
      return `${name} has ${column} as ${wordOf(found.kind)} column in the target, and as ${wordOf(kind)} column in the source`;
    }
    if (!typesLike(type).includes(found.type)) {
      return `${name} has ${column} of type ${found.type} in the target, and of type ${type} in the source`;
    }
  }
  const [extra] = columns.keys();
  if (extra !== undefined) return `${name} has a column ${extra} in the target, which the source has not`;
  return undefined;
}

function keyOf({ partitionKey, clusteringKey }: Table): string {
  const clustering = clusteringKey.map(({ name, order }) => `${name} ${order}`);
  return `((${partitionKey.join(', ')})${clustering.map((column) => `, ${column}`).join('')})`;
}

function wordOf(kind: Table['columns'][number]['kind']): string {
  return { PARTITION_KEY: 'partition key', CLUSTERING_KEY: 'clustering', STATIC: 'static', REGULAR: 'regular' }[kind];
}
