/** Checks the conditions of a vector search in a table: upstream finds no row by reading others. */
import type { MaybePromise } from '../shared/maybe-promise.ts';
import { InputError } from '../source/errors.ts';
import type { ColumnFilter, Index, RowValues, Table } from '../source/source.ts';
import { type FilterInput, toFilters } from './check-filters.ts';
import type { FindTypes } from './value.ts';

export interface NearestConditions {
  /** A leading part of the key, canonical; may be empty. */
  readonly key: RowValues;
  readonly where: readonly FilterInput[];
}

/**
 * Key and conditions as one list. Besides a whole partition key, only columns with an index can be in it.
 *
 * @param indexes - called only when there is such a column
 * @throws InputError - see `toFilters`; and for a column without an index
 */
export async function toNearestFilters(
  table: Table,
  { key, where: inputs }: NearestConditions,
  types: FindTypes,
  indexes: () => MaybePromise<readonly Index[] | null>,
): Promise<readonly ColumnFilter[]> {
  const conditions = await toFilters(table, inputs, types, indexes, key);
  const filters = [...Object.entries(key).map(([column, eq]): ColumnFilter => ({ column, eq })), ...conditions];
  const others = filters.filter(
    ({ column }) => !isPartitionGiven(table, filters) || !table.partitionKey.includes(column),
  );
  if (others.length === 0) return filters;
  const known = (await indexes()) ?? [];
  const bare = others.find(({ column }) => !known.some((index) => index.column === column));
  if (!bare) return filters;
  throw new InputError(
    `A search by "near" can be narrowed by a whole partition key (${table.partitionKey.join(', ')}) and by columns with an index, and "${bare.column}" of the table "${table.table}" has none. Make one with createIndex, or leave the condition out.`,
  );
}

function isPartitionGiven(table: Table, filters: readonly ColumnFilter[]): boolean {
  return table.partitionKey.every((name) =>
    filters.some(({ column, eq, in: list }) => column === name && (eq !== undefined || list !== undefined)),
  );
}
