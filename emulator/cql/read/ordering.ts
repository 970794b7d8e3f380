/** ORDER BY: whether the rows of a partition are read in reverse order. */
import { invalidArgument } from '../types/refusal.ts';
import type { TableSchema } from '../write/schema.ts';
import type { Restrictions } from './restrictions.ts';
import { requireColumn } from './selection.ts';

export interface Ordering {
  readonly column: string;
  readonly descending: boolean;
}

/** Checks an ORDER BY; true when it reverses the declared order of the clustering columns. */
export function isReversed(schema: TableSchema, restrictions: Restrictions, orderings: readonly Ordering[]): boolean {
  const columns = orderings.map(({ column, descending }) => ({ column: requireColumn(schema, column), descending }));
  if (columns.length === 0) return false;
  if (restrictions.indexed) throw invalidArgument('ORDER BY with 2ndary indexes is not supported.');
  if (restrictions.isKeyRange) {
    throw invalidArgument('ORDER BY is only supported when the partition key is restricted by an EQ or an IN.');
  }
  let expected = 0;
  for (const { column } of columns) {
    if (column.kind !== 'clustering') {
      throw invalidArgument(
        `Order by is currently only supported on the clustered columns of the PRIMARY KEY, got ${column.name}`,
      );
    }
    while (expected !== column.position) {
      const skipped = schema.clustering[expected];
      if (!skipped || !isFixed(restrictions, skipped.name)) {
        throw invalidArgument(
          'Order by currently only supports the ordering of columns following their declared order in the PRIMARY KEY',
        );
      }
      expected += 1;
    }
    expected += 1;
  }
  const reversed = columns.map(({ column, descending }) => descending !== (column.order === 'desc'));
  if (reversed.some((one) => one !== reversed[0])) throw invalidArgument('Unsupported order by relation');
  return reversed[0] ?? false;
}

function isFixed({ clustering }: Restrictions, name: string): boolean {
  return clustering.some(({ column, kind }) => column.name === name && kind === 'eq');
}
