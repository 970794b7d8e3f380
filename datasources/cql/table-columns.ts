/** The columns of a table: by name, by key, by type. */

import { listNames } from '../json/shorten.ts';
import { memoize } from '../shared/memoize.ts';
import { InputError } from '../source/errors.ts';
import type { Column, Table } from '../source/source.ts';
import { isUserDefined } from './type.ts';
import { parseType } from './type-parser.ts';

/** Names of the columns that make the primary key, in the order of the key; the same list for the same table. */
export const keyColumns = memoize(({ partitionKey, clusteringKey }: Pick<Table, 'partitionKey' | 'clusteringKey'>) => {
  const names: readonly string[] = [...partitionKey, ...clusteringKey.map(({ name }) => name)];
  return names;
});

/** Names of columns that the table has. @throws InputError */
export function toColumns(table: Table, names: readonly string[]): readonly string[] {
  return knownColumns(table)(names);
}

/** Checked once for each list of names: each row of a page brings the same. */
const knownColumns = memoize((table: Table) =>
  memoize((names: readonly string[]) => {
    for (const name of names) findColumn(table, name);
    // A copy: arguments are frozen, and V8 iterates such lists slowly.
    const known: readonly string[] = [...names];
    return known;
  }),
);

/** @throws InputError - naming the table's columns */
export function findColumn(table: Table, name: string): Column {
  const column = columnsByName(table).get(name);
  if (column) return column;
  throw new InputError(
    `The table "${table.table}" has no column "${name}". Its columns are ${listNames(
      table.columns.map((each) => each.name),
      (each) => `"${each}"`,
    )}.`,
  );
}

/** Columns by name, computed once for each table: a page has hundreds of rows, and a row many columns. */
export const columnsByName = memoize(
  ({ columns }: Table): ReadonlyMap<string, Column> => new Map(columns.map((column) => [column.name, column])),
);

/**
 * Whether a column has values of user-defined types, which are read and written by the fields of those types.
 *
 * @param columns - all when absent
 */
export function needsTypes(table: Table, columns?: readonly string[]): boolean {
  return table.columns.some(({ name, type }) => (columns?.includes(name) ?? true) && isUserDefined(parseType(type)));
}
