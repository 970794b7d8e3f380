/** The row that the input of a mutation names. */

import type { RowValues, Table } from '../../datasources/source/source.ts';
import { fromIdOf } from '../relay/id.ts';
import { isNamedById } from '../relay/named-by.ts';
import { rowKeyOf } from '../relay/row-key.ts';
import { databaseOfId, type TargetInput, targetOf } from '../relay/target.ts';
import type { Context } from '../shared/context.ts';
import { requireTable } from '../shared/definitions.ts';

interface RowInput extends TargetInput {
  readonly id?: string | null | undefined;
  readonly key?: RowValues | null | undefined;
}

export interface RowTarget {
  readonly table: Table;
  /** As the client sent it: not checked yet. */
  readonly key: RowValues;
}

/** @throws NotFoundError - when there is no such table */
export async function rowTarget(input: RowInput, context: Context): Promise<RowTarget> {
  if (!isNamedById(input, 'id', ['keyspace', 'table', 'key'])) {
    return { table: await tableTarget(input, context), key: input.key ?? {} };
  }
  const id = input.id ?? '';
  const { keyValues, ...ref } = fromIdOf('Row', id);
  const table = await requireTable({ ...ref, databaseId: databaseOfId(ref.databaseId, id, input, context) }, context);
  // The row of a partition that has only static cells has nulls for its clustering values.
  const values = Object.entries(await rowKeyOf(table, keyValues, context)).filter(([, value]) => value !== null);
  return { table, key: Object.fromEntries(values) };
}

/** The table that an input names. @throws NotFoundError - when it does not exist */
export function tableTarget(input: TargetInput, context: Context): Promise<Table> {
  return requireTable(targetOf('Table', input, context), context);
}
