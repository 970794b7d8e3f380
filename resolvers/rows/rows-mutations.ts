import { keyIdentity } from '../../datasources/cql/identity.ts';
import { keyColumns } from '../../datasources/cql/key-columns.ts';
import { isUserDefined } from '../../datasources/cql/type.ts';
import { parseType } from '../../datasources/cql/type-parser.ts';
import { show } from '../../datasources/json/shorten.ts';
import type { Table } from '../../datasources/source/source.ts';
import {
  checkCount,
  eachOf,
  type Outcome,
  refuseDuplicates,
  succeeded,
  toResults,
  WRITES_AT_ONCE,
} from '../shared/bulk.ts';
import { checkCalls } from '../shared/bulk-calls.ts';
import type { Context } from '../shared/context.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { identityTypes } from './row-list.ts';
import { createRow, deleteRow, updateRow } from './row-mutations.ts';
import { isThere, tableOfRows } from './row-target.ts';
import { type RowWrite, toChange, toNewRow, toWholeKey } from './row-values.ts';

type Keyed = Pick<RowWrite, 'key'>;

/** Keys that are known to be different, and calls that are known to suffice, before anything is written. */
export const rows: Mutations<'createRows' | 'updateRows' | 'deleteRows'> = {
  createRows: mutation(async ({ rows: items, ifNotExists = false, ...input }, context) => {
    const { limits, source } = context;
    checkCount(items, 'rows', limits.maxItems);
    const callsLeft = source.bulk.callsLeft();
    const table = await tableOfRows(input, context);
    const newRows = await eachOf(items, (values) => toNewRow(table, values, context));
    await checkItems({ table, items: newRows, field: 'rows', callsLeft, isLookedFor: true }, context);
    const looked = await lookFor(table, newRows, context);
    const missing = succeeded(looked).filter(({ exists }) => !exists);
    const created = await source.bulk.write(missing.length, () =>
      eachOf(looked, ({ item, exists }) => createRow(item, exists, ifNotExists, context), WRITES_AT_ONCE),
    );
    return { results: toResults(created, { created: false, row: null }) };
  }),
  updateRows: mutation(async ({ rows: items, ...input }, context) => {
    const { limits, source } = context;
    checkCount(items, 'rows', limits.maxItems);
    const callsLeft = source.bulk.callsLeft();
    const table = await tableOfRows(input, context);
    const changes = await eachOf(items, ({ key, values }) => toChange({ table, key }, values, context));
    await checkItems({ table, items: changes, field: 'rows', callsLeft, isLookedFor: false }, context);
    const updated = await source.bulk.write(succeeded(changes).length, () =>
      eachOf(changes, (change) => updateRow(change, context), WRITES_AT_ONCE),
    );
    return { results: toResults(updated, { row: null }) };
  }),
  deleteRows: mutation(async ({ keys: items, ifExists = false, ...input }, context) => {
    const { limits, source } = context;
    checkCount(items, 'keys', limits.maxItems);
    const callsLeft = source.bulk.callsLeft();
    const table = await tableOfRows(input, context);
    const keys = await eachOf(items, async (key) => ({ key: await toWholeKey({ table, key }, context) }));
    await checkItems({ table, items: keys, field: 'keys', callsLeft, isLookedFor: true }, context);
    const looked = await lookFor(table, keys, context);
    const there = succeeded(looked).filter(({ exists }) => exists);
    const deleted = await source.bulk.write(there.length, () =>
      eachOf(looked, ({ item, exists }) => deleteRow({ table, ...item }, exists, ifExists, context), WRITES_AT_ONCE),
    );
    return { results: toResults(deleted, { deletedId: null }) };
  }),
};

interface CheckedItems {
  readonly table: Table;
  readonly items: readonly Outcome<Keyed>[];
  readonly field: string;
  /** Before the definition of the table was read. */
  readonly callsLeft: number;
  readonly isLookedFor: boolean;
}

/** @throws InputError - when two keys are one to Cassandra @throws BudgetExceededError */
async function checkItems({ table, items, field, callsLeft, isLookedFor }: CheckedItems, context: Context) {
  const types = await identityTypes(table, context);
  refuseDuplicates(
    items,
    field,
    ({ key }) => `the key ${show(key)}`,
    ({ key }) => JSON.stringify(keyIdentity(table, key, types)),
  );
  const definitions = table.columns.some(({ type }) => isUserDefined(parseType(type))) ? 2 : 1;
  async function needed(count: number): Promise<number> {
    const some = succeeded(items.slice(0, count));
    return definitions + some.length + (isLookedFor ? await countLookUps(table, some, context) : 0);
  }
  await checkCalls({ field, items, callsLeft, needed });
}

function countLookUps(table: Table, items: readonly Keyed[], { source }: Context): Promise<number> {
  const keys = items.map(({ key }) => key);
  return source.rows.countReads(table, keys, keyColumns(table));
}

/** All in one batch. */
async function lookFor<T extends Keyed>(table: Table, items: readonly Outcome<T>[], context: Context) {
  const calls = await countLookUps(table, succeeded(items), context);
  return context.source.bulk.read(calls, () =>
    eachOf(items, async (item) => ({ item, exists: await isThere(table, item.key, context) })),
  );
}
