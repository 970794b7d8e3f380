/** Keys of rows in ids: values by position, independent of the current names of the columns. */
import { toKey, toKeyPrefix } from '../../datasources/cql/check.ts';
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { CqlValue, RowValues, Table } from '../../datasources/source/source.ts';
import type { Context } from '../shared/context.ts';
import { typesOf } from '../shared/definitions.ts';

/**
 * The key in an id, by the current names of its columns. Without clustering values it is a partition's static row.
 *
 * @throws InputError - when the key of the table has changed
 */
export async function rowKeyOf(table: Table, keyValues: readonly CqlValue[], context: Context): Promise<RowValues> {
  const columns = keyColumns(table);
  if (keyValues.length !== columns.length) {
    throw new InputError(
      `The id holds ${keyValues.length} key values, and the key of "${table.table}" has ${columns.length} columns.`,
    );
  }
  const named = (names: readonly string[]) =>
    Object.fromEntries(names.map((name, index) => [name, keyValues[index] ?? null]));
  const types = typesOf(table, context);
  if (!keyValues.slice(table.partitionKey.length).includes(null)) return toKey(table, named(columns), types);
  const partition = await toKeyPrefix(table, named(table.partitionKey), types);
  return { ...partition, ...Object.fromEntries(table.clusteringKey.map(({ name }) => [name, null])) };
}
