/** Rows that mutations are about, and whether they are there. */

import { keyColumns } from '../../datasources/cql/key-columns.ts';
import type { RowValues, Table } from '../../datasources/source/source.ts';
import { keyOf } from '../node.ts';
import { fromIdOf } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import { readTable } from '../shared/existing.ts';
import { isNamedById } from '../shared/named-by.ts';
import { type Named, ownDatabase, type Text, tableRef } from '../shared/target.ts';

interface TableInput extends Omit<Named, 'id'> {
  readonly keyspace?: Text;
  readonly table?: Text;
}

interface RowInput extends TableInput {
  readonly id?: Text;
  readonly key?: RowValues | null | undefined;
}

export interface RowTarget {
  readonly table: Table;
  /** As it was given: not checked yet. */
  readonly key: RowValues;
}

/** @throws NotFoundError - when there is no such table */
export async function rowTarget(input: RowInput, context: Context): Promise<RowTarget> {
  if (!isNamedById(input, 'id', ['keyspace', 'table', 'key'])) {
    return { table: await tableOfRows(input, context), key: input.key ?? {} };
  }
  const { databaseId, keyspace, table: name, keyValues } = fromIdOf('Row', input.id ?? '');
  const table = await readTable(
    { databaseId: ownDatabase(databaseId, input, context), keyspace, table: name },
    context,
  );
  // The row of a partition that has only static cells has nulls for its clustering values.
  const values = Object.entries(await keyOf(table, keyValues, context)).filter(([, value]) => value !== null);
  return { table, key: Object.fromEntries(values) };
}

/** @throws NotFoundError - when there is no such table */
export function tableOfRows(input: TableInput, context: Context): Promise<Table> {
  return readTable(tableRef(input, context), context);
}

/** @param key - whole and canonical */
export async function isThere(table: Table, key: RowValues, { loaders }: Context): Promise<boolean> {
  return (await loaders.row(table, key, keyColumns(table))) !== null;
}

/** @param keyPrefix - canonical */
export async function isAnyThere(table: Table, keyPrefix: RowValues, { loaders }: Context): Promise<boolean> {
  const query = { key: keyPrefix, columns: keyColumns(table), pageSize: 1 };
  let page = await loaders.rowPage(table, query);
  while (page.items.length === 0 && page.nextPageState !== undefined) {
    page = await loaders.rowPage(table, { ...query, pageState: page.nextPageState });
  }
  return page.items.length > 0;
}
