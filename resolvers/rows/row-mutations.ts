import { toKeyPrefix } from '../../datasources/cql/check.ts';
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import { ownValue } from '../../datasources/shared/own-value.ts';
import type { RowValues, Table } from '../../datasources/source/source.ts';
import { toRowId } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import { identityTypes, typesOf } from '../shared/definitions.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { type RowTarget, rowTarget, tableTarget } from './row-target.ts';
import { type RowWrite, toChange, toNewRow, toReplacement, toWholeKey, updateKey } from './row-values.ts';

type RowMutation = 'createRow' | 'replaceRow' | 'updateRow' | 'deleteRow' | 'deleteRowRange';

/** The rows of payloads are not read: `Row` does so when more than id and key is selected. */
export const rowMutations: Mutations<RowMutation> = {
  createRow: mutation(async ({ values, ifNotExists = false, ...target }, context) =>
    createRow(await tableTarget(target, context), values, ifNotExists, context),
  ),
  replaceRow: mutation(async ({ values, ...target }, context) =>
    replaceRow(await rowTarget(target, context), values, context),
  ),
  updateRow: mutation(async ({ values, ...target }, context) =>
    updateRow(await rowTarget(target, context), values, context),
  ),
  deleteRow: mutation(async ({ ifExists = false, ...target }, context) =>
    deleteRow(await rowTarget(target, context), ifExists, context),
  ),
  deleteRowRange: mutation(async ({ keyPrefix, ifExists = false, ...target }, context) => {
    const table = await tableTarget(target, context);
    const deletedKeyPrefix = await deleteRowRange(table, keyPrefix, ifExists, context);
    return { deletedKeyPrefix, table };
  }),
};

/** @throws InputError, ConflictError */
export async function createRow(table: Table, input: RowValues, ifNotExists: boolean, context: Context) {
  const { key, values } = await toNewRow(table, input, context);
  const created = await context.source.rows.create(table, { ...key, ...values }, ifNotExists);
  return { created, row: { table, key } };
}

/** @throws InputError */
export async function replaceRow(target: RowTarget, input: RowValues, context: Context) {
  const { table, key, values } = await toReplacement(target, input, context);
  await context.source.rows.replace(table, key, values);
  return { row: { table, key } };
}

/** @throws InputError */
export async function updateRow(target: RowTarget, input: RowValues, context: Context) {
  const change = await toChange(target, input, context);
  await context.source.rows.patch(change.table, updateKey(change), change.values);
  return { row: updatedRow(change) };
}

/** @throws InputError, NotFoundError */
export async function deleteRow(target: RowTarget, ifExists: boolean, context: Context) {
  const { table, key } = await toWholeKey(target, context);
  const deleted = await context.source.rows.remove(table, key, ifExists);
  return { deletedId: await deletedRowId(table, key, deleted, context) };
}

/** The canonical prefix of what was deleted; `null` when there was nothing. @throws InputError, NotFoundError */
export async function deleteRowRange(table: Table, keyPrefix: RowValues, ifExists: boolean, context: Context) {
  const prefix = await toKeyPrefix(table, keyPrefix, typesOf(table, context));
  const deleted = await context.source.rows.removeRange(table, prefix, ifExists);
  return deleted ? prefix : null;
}

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
