import { keyIdentity } from '../../datasources/cql/identity.ts';
import type { Table } from '../../datasources/source.ts';
import type { Context } from '../context.ts';
import { identityTypes } from '../row-list.ts';
import { checkCount, eachOf, type Outcome, refuseDuplicates, toResults, WRITES_AT_ONCE } from './many.ts';
import { type Mutations, mutation } from './mutation.ts';
import { createRow, deleteRow, updateRow } from './row.ts';
import { isThere, tableOfRows } from './row-target.ts';
import { type RowWrite, toChange, toNewRow, toWholeKey } from './row-values.ts';

export const rows: Mutations<'createRows' | 'updateRows' | 'deleteRows'> = {
  createRows: mutation(async ({ rows: items, ifNotExists = false, ...input }, context) => {
    checkCount(items, 'rows', context.limits.maxItems);
    const table = await tableOfRows(input, context);
    const newRows = await eachOf(items, (values) => toNewRow(table, values, context));
    await refuseSameKeys(table, newRows, 'rows', context);
    const looked = await eachOf(newRows, async (newRow) => ({
      newRow,
      exists: await isThere(table, newRow.key, context),
    }));
    const created = await eachOf(
      looked,
      ({ newRow, exists }) => createRow(newRow, exists, ifNotExists, context),
      WRITES_AT_ONCE,
    );
    return { results: toResults(created, { created: false, row: null }) };
  }),
  updateRows: mutation(async ({ rows: items, ...input }, context) => {
    checkCount(items, 'rows', context.limits.maxItems);
    const table = await tableOfRows(input, context);
    const changes = await eachOf(items, ({ key, values }) => toChange({ table, key }, values, context));
    await refuseSameKeys(table, changes, 'rows', context);
    const updated = await eachOf(changes, (change) => updateRow(change, context), WRITES_AT_ONCE);
    return { results: toResults(updated, { row: null }) };
  }),
  deleteRows: mutation(async ({ keys: items, ifExists = false, ...input }, context) => {
    checkCount(items, 'keys', context.limits.maxItems);
    const table = await tableOfRows(input, context);
    const keys = await eachOf(items, async (key) => ({ key: await toWholeKey({ table, key }, context) }));
    await refuseSameKeys(table, keys, 'keys', context);
    await eachOf(keys, ({ key }) => isThere(table, key, context));
    const deleted = await eachOf(keys, ({ key }) => deleteRow(table, key, ifExists, context), WRITES_AT_ONCE);
    return { results: toResults(deleted, { deletedId: null }) };
  }),
};

/** Keys may be spelled differently and be one to Cassandra. @throws InputError */
async function refuseSameKeys(
  table: Table,
  items: readonly Outcome<Pick<RowWrite, 'key'>>[],
  field: string,
  context: Context,
): Promise<void> {
  const types = await identityTypes(table, context);
  refuseDuplicates(
    items,
    field,
    ({ key }) => `the key ${JSON.stringify(key)}`,
    ({ key }) => JSON.stringify(keyIdentity(table, key, types)),
  );
}
