import { checkCount, eachOf, refuseDuplicates, toResults, WRITES_AT_ONCE } from './many.ts';
import { type Mutations, mutation } from './mutation.ts';
import { createRow, deleteRow, updateRow } from './row.ts';
import { isThere, tableOfRows } from './row-target.ts';
import { type RowWrite, toChange, toNewRow, toWholeKey } from './row-values.ts';

const keyText = ({ key }: Pick<RowWrite, 'key'>) => JSON.stringify(key);

export const rows: Mutations<'createRows' | 'updateRows' | 'deleteRows'> = {
  createRows: mutation(async ({ rows: items, ifNotExists = false, ...input }, context) => {
    checkCount(items, 'rows', context.limits.maxItems);
    const table = await tableOfRows(input, context);
    const newRows = await eachOf(items, (values) => toNewRow(table, values, context));
    refuseDuplicates(newRows, 'rows', keyText);
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
    refuseDuplicates(changes, 'rows', keyText);
    const updated = await eachOf(changes, (change) => updateRow(change, context), WRITES_AT_ONCE);
    return { results: toResults(updated, { row: null }) };
  }),
  deleteRows: mutation(async ({ keys: items, ifExists = false, ...input }, context) => {
    checkCount(items, 'keys', context.limits.maxItems);
    const table = await tableOfRows(input, context);
    const keys = await eachOf(items, async (key) => ({ key: await toWholeKey({ table, key }, context) }));
    refuseDuplicates(keys, 'keys', keyText);
    await eachOf(keys, ({ key }) => isThere(table, key, context));
    const deleted = await eachOf(keys, ({ key }) => deleteRow(table, key, ifExists, context), WRITES_AT_ONCE);
    return { results: toResults(deleted, { deletedId: null }) };
  }),
};
