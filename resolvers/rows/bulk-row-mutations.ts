import { keyIdentity } from '../../datasources/cql/identity.ts';
import { needsTypes } from '../../datasources/cql/table-columns.ts';
import { show } from '../../datasources/json/shorten.ts';
import type { RowSource, RowValues, Table } from '../../datasources/source/source.ts';
import type { TargetInput } from '../relay/target.ts';
import {
  checkCalls,
  checkCount,
  eachOf,
  refuseDuplicates,
  type Settled,
  succeeded,
  together,
  toResults,
} from '../shared/bulk.ts';
import type { Context } from '../shared/context.ts';
import { identityTypes } from '../shared/definitions.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { deletedRowId, updatedRow } from './row-mutations.ts';
import { tableTarget } from './row-target.ts';
import { toChange, toNewRow, toWholeKey, updateKey } from './row-values.ts';

export const bulkRowMutations: Mutations<'createRows' | 'updateRows' | 'deleteRows'> = {
  createRows: mutation(async ({ rows: items, ifNotExists = false, ...target }, context) => {
    const created = await writeRows(target, context, {
      ...{ write: 'create', field: 'rows', items },
      prepare: (table, values) => toNewRow(table, values, context),
      send: (table, rows) =>
        context.source.rows.createMany(
          table,
          rows.map(({ key, values }) => ({ ...key, ...values })),
          ifNotExists,
        ),
      toPayload: ({ table, key }, isCreated) => ({ created: isCreated, row: { table, key } }),
    });
    return { results: toResults(created, { created: false, row: null }) };
  }),
  updateRows: mutation(async ({ rows: items, ...target }, context) => {
    const updated = await writeRows(target, context, {
      ...{ write: 'patch', field: 'rows', items },
      prepare: (table, { key, values }) => toChange({ table, key }, values, context),
      send: (table, changes) =>
        context.source.rows.patchMany(
          table,
          changes.map((change) => ({ key: updateKey(change), values: change.values })),
        ),
      toPayload: (change) => ({ row: updatedRow(change) }),
    });
    return { results: toResults(updated, { row: null }) };
  }),
  deleteRows: mutation(async ({ keys: items, ifExists = false, ...target }, context) => {
    const deleted = await writeRows(target, context, {
      ...{ write: 'remove', field: 'keys', items },
      prepare: (table, key) => toWholeKey({ table, key }, context),
      send: (table, rows) =>
        context.source.rows.removeMany(
          table,
          rows.map(({ key }) => key),
          ifExists,
        ),
      toPayload: async ({ table, key }, isDeleted) => ({
        deletedId: await deletedRowId(table, key, isDeleted, context),
      }),
    });
    return { results: toResults(deleted, { deletedId: null }) };
  }),
};

interface Keyed {
  readonly key: RowValues;
}

interface RowsToWrite<Input, Item extends Keyed, Answer, Payload> {
  readonly write: Parameters<RowSource['countCalls']>[1];
  /** The list of items in the input. */
  readonly field: string;
  readonly items: readonly Input[];
  /** Checks one item. */
  prepare(table: Table, item: Input): Promise<Item>;
  send(table: Table, items: readonly Item[]): Promise<(Answer | Error)[]>;
  toPayload(item: Item, answer: Answer): Payload | Promise<Payload>;
}

/** Checks, before the first write, that all keys differ and that the remaining calls suffice. */
async function writeRows<Input, Item extends Keyed, Answer, Payload>(
  target: TargetInput,
  context: Context,
  { write, field, items, prepare, send, toPayload }: RowsToWrite<Input, Item, Answer, Payload>,
): Promise<Settled<Payload>[]> {
  const { limits, source } = context;
  checkCount(items, field, limits.maxItems);
  // Before the definition of the table is read.
  const callsLeft = source.bulkCallsLeft();
  const table = await tableTarget(target, context);
  const prepared = await eachOf(items, (item) => prepare(table, item));
  await refuseSameKeys(table, prepared, field, context);
  const definitions = needsTypes(table) ? 2 : 1;
  const needed = async (count: number) => {
    const keys = succeeded(prepared.slice(0, count)).map(({ key }) => key);
    return definitions + (await source.rows.countCalls(table, write, keys));
  };
  await checkCalls({ field, items, callsLeft, needed });
  const written = await together(prepared, (some) => send(table, some));
  return eachOf(written, async ([item, answer]) => toPayload(item, answer));
}

/** @throws InputError - when two keys are equal to Cassandra */
async function refuseSameKeys(table: Table, items: readonly Settled<Keyed>[], field: string, context: Context) {
  const types = await identityTypes(table, context);
  refuseDuplicates(
    items,
    field,
    ({ key }) => `the key ${show(key)}`,
    ({ key }) => JSON.stringify(keyIdentity(table, key, types)),
  );
}
