import { toKeyPrefix } from '../../datasources/cql/check.ts';
import { keyColumns } from '../../datasources/cql/key-columns.ts';
import { show } from '../../datasources/json/shorten.ts';
import { ownValue } from '../../datasources/shared/own-value.ts';
import { ConflictError, NotFoundError } from '../../datasources/source/errors.ts';
import type { RowValues } from '../../datasources/source/source.ts';
import { toRowId } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { identityTypes, typesOf } from './row-list.ts';
import { isAnyThere, isThere, type RowTarget, rowTarget, tableOfRows } from './row-target.ts';
import { type RowWrite, toChange, toNewRow, toReplacement, toWholeKey, updateKey } from './row-values.ts';

type RowMutation = 'createRow' | 'replaceRow' | 'updateRow' | 'deleteRow' | 'deleteRowRange';

/** The rows of payloads are not read: `Row` does so when more than id and key is selected. */
export const row: Mutations<RowMutation> = {
  createRow: mutation(async ({ values, ifNotExists = false, ...input }, context) => {
    const newRow = await toNewRow(await tableOfRows(input, context), values, context);
    return createRow(newRow, await isThere(newRow.table, newRow.key, context), ifNotExists, context);
  }),
  replaceRow: mutation(async ({ values, ...input }, context) => {
    const { table, key, values: all } = await toReplacement(await rowTarget(input, context), values, context);
    await context.source.rows.replace(table, key, all);
    return { row: { table, key } };
  }),
  updateRow: mutation(async ({ values, ...input }, context) =>
    updateRow(await toChange(await rowTarget(input, context), values, context), context),
  ),
  deleteRow: mutation(async ({ ifExists = false, ...input }, context) => {
    const { table, key: given } = await rowTarget(input, context);
    const key = await toWholeKey({ table, key: given }, context);
    // Upstream deletes nothing without a word.
    return deleteRow({ table, key }, await isThere(table, key, context), ifExists, context);
  }),
  deleteRowRange: mutation(async ({ keyPrefix, ifExists = false, ...input }, context) => {
    const table = await tableOfRows(input, context);
    const prefix = await toKeyPrefix(table, keyPrefix, typesOf(table, context));
    const exists = await isAnyThere(table, prefix, context);
    if (!exists && !ifExists)
      throw new NotFoundError(`No row of "${table.table}" has a key that begins with ${show(prefix)}.`);
    if (exists) await context.source.rows.removeRange(table, prefix);
    return { deletedKeyPrefix: exists ? prefix : null, table };
  }),
};

/** @throws ConflictError - when it is there, unless `ifNotExists` */
export async function createRow(
  { table, key, values }: RowWrite,
  exists: boolean,
  ifNotExists: boolean,
  { source }: Context,
) {
  if (exists && !ifNotExists) {
    throw new ConflictError(
      `The table "${table.table}" has a row with the key ${show(key)} already. Use updateRow or replaceRow, or set "ifNotExists".`,
    );
  }
  if (!exists) await source.rows.insert(table, { ...key, ...values });
  return { created: !exists, row: { table, key } };
}

export async function updateRow(change: RowWrite, { source }: Context) {
  await source.rows.patch(change.table, updateKey(change), change.values);
  return { row: { table: change.table, key: withNulls(change) } };
}

/** A partition's static row has nulls for its clustering values. */
function withNulls({ table, key }: RowWrite): RowValues {
  return Object.fromEntries(keyColumns(table).map((name) => [name, ownValue(key, name) ?? null]));
}

/** @throws NotFoundError - when it is not there, unless `ifExists` */
export async function deleteRow({ table, key }: RowTarget, exists: boolean, ifExists: boolean, context: Context) {
  if (!exists && !ifExists) throw new NotFoundError(`The table "${table.table}" has no row with the key ${show(key)}.`);
  if (exists) await context.source.rows.remove(table, key);
  return { deletedId: exists ? toRowId(table, key, await identityTypes(table, context)) : null };
}
