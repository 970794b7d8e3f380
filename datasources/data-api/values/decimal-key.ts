/** Decimals in keys: Cassandra finds a partition by the spelling of its key, and not every spelling reaches upstream. */
import type { ColumnFilter, RowValues, Table } from '../../source/source.ts';
import { columnType } from './readable.ts';
import { reachableDecimal } from './scalar.ts';

/**
 * The key as upstream understands it: `1.50` is 1.5 there, and `10.0` is 10. Of two rows that others have written as 10 and
 * 1E+1 each is found by its own spelling; one that was written as 1.50 is found by none.
 *
 * @param key - a key or a part of one, canonical
 */
export function reachableKey(table: Table, key: RowValues): RowValues {
  const entries = Object.entries(key);
  if (!entries.some(([name]) => isDecimal(table, name))) return key;
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      typeof value === 'string' && isDecimal(table, name) ? reachableDecimal(value) : value,
    ]),
  );
}

export function isDecimal(table: Table, column: string): boolean {
  const type = columnType(table, column);
  return type.kind === 'scalar' && type.name === 'decimal';
}

/** Conditions with decimals of key columns in that spelling. */
export function reachableFilters(table: Table, filters: readonly ColumnFilter[]): readonly ColumnFilter[] {
  return filters.map((filter) => {
    if (!isDecimal(table, filter.column)) return filter;
    const { eq, in: list } = filter;
    return {
      ...filter,
      ...(typeof eq === 'string' && { eq: reachableDecimal(eq) }),
      ...(list && { in: list.map((value) => reachableDecimal(String(value))) }),
    };
  });
}
