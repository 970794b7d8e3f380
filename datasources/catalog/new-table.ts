/** Checks the definition of a new table before upstream gets it. */
import { checkNewName } from '../cql/check-definition.ts';
import { listNames } from '../json/shorten.ts';
import { firstRepeated } from '../shared/lists.ts';
import { InputError } from '../source/errors.ts';
import type { NewTable } from '../source/source.ts';

/**
 * Checks names and the primary key. Some upstreams silently drop key columns that are not defined, and take the last of two
 * definitions.
 *
 * @throws InputError
 */
export function checkNewTable({ table, columns, partitionKey, clusteringKey }: NewTable): void {
  checkNewName('table', table);
  const names = columns.map(({ name }) => name);
  for (const name of names) checkNewName('column', name);
  const key = [...partitionKey, ...clusteringKey.map(({ name }) => name)];
  if (partitionKey.length === 0)
    throw new InputError(`The table "${table}" needs a partition key of at least one column.`);
  for (const list of [names, key]) {
    const twice = firstRepeated(list);
    if (twice !== undefined) throw new InputError(`The table "${table}" names the column "${twice}" twice.`);
  }
  const defined = new Set(names);
  const undefinedColumn = key.find((name) => !defined.has(name));
  if (undefinedColumn === undefined) return;
  throw new InputError(
    `The primary key of the table "${table}" names the column "${undefinedColumn}", which is not among its columns: ${listNames(names)}.`,
  );
}
