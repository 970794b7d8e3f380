import { toKeyPrefix } from '../../datasources/cql/check.ts';
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import { ownValue } from '../../datasources/shared/own-value.ts';
import type { RowValues, Table } from '../../datasources/source/source.ts';
import { toRowId } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import { identityTypes, typesOf } from '../shared/definitions.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { rowTarget, tableTarget } from './row-target.ts';
import { type RowWrite, toChange, toNewRow, toReplacement, toWholeKey, updateKey } from './row-values.ts';

type RowMutation = 'createRow' | 'replaceRow' | 'updateRow' | 'deleteRow' | 'deleteRowRange';

/** The rows of payloads are not read: `Row` does so when more than id and key is selected. */
export const rowMutations: Mutations<RowMutation> = {
  createRow: mutation(async ({ values: input, ifNotExists = false, ...target }, context) => {
    const { table, key, values } = await toNewRow(await tableTarget(target, context), input, context);
    const created = await context.source.rows.create(table, { ...key, ...values }, ifNotExists);
    return { created, row: { table, key } };
  }),
  replaceRow: mutation(async ({ values: input, ...target }, context) => {
    const { table, key, values } = await toReplacement(await rowTarget(target, context), input, context);
    await context.source.rows.replace(table, key, values);
    return { row: { table, key } };
  }),
  updateRow: mutation(async ({ values, ...target }, context) => {
    const change = await toChange(await rowTarget(target, context), values, context);
    await context.source.rows.patch(change.table, updateKey(change), change.values);
    return { row: updatedRow(change) };
  }),
  deleteRow: mutation(async ({ ifExists = false, ...target }, context) => {
    const { table, key } = await toWholeKey(await rowTarget(target, context), context);
    const deleted = await context.source.rows.remove(table, key, ifExists);
    return { deletedId: await deletedRowId(table, key, deleted, context) };
  }),
  deleteRowRange: mutation(async ({ keyPrefix, ifExists = false, ...target }, context) => {
    const table = await tableTarget(target, context);
    const prefix = await toKeyPrefix(table, keyPrefix, typesOf(table, context));
    const deleted = await context.source.rows.removeRange(table, prefix, ifExists);
    return { deletedKeyPrefix: deleted ? prefix : null, table };
  }),
};

/** A partition's static row has nulls for its clustering values. */
export function updatedRow({ table, key }: RowWrite): { readonly table: Table; readonly key: RowValues } {
  return { table, key: Object.fromEntries(keyColumns(table).map((name) => [name, ownValue(key, name) ?? null])) };
}

export async function deletedRowId(
  table: Table,
  key: RowValues,
  deleted: boolean,
  context: Context,
): Promise<string | null> {
  return deleted ? toRowId(table, key, await identityTypes(table, context)) : null;
}
