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
  createRows: mutation(({ rows, ifNotExists = false, ...target }, context) =>
    createRows(readTarget(target, context), { field: 'rows', items: rows, ifNotExists }, context),
  ),
  updateRows: mutation(({ rows, ...target }, context) =>
    updateRows(readTarget(target, context), { field: 'rows', items: rows }, context),
  ),
  deleteRows: mutation(({ keys, ifExists = false, ...target }, context) =>
    deleteRows(readTarget(target, context), { field: 'keys', items: keys, ifExists }, context),
  ),
};

/** The table of a bulk mutation. */
export interface BulkTable {
  /** Called once, when the input is known to be small enough. */
  find(): Promise<Table> | Table;
  /** How many calls its definition may cost, and that of the types of its columns. */
  readonly definitionCalls: (table: Table) => number;
}

function readTarget(target: TargetInput, context: Context): BulkTable {
  return { find: () => tableTarget(target, context), definitionCalls: (table) => (needsTypes(table) ? 2 : 1) };
}

interface BulkItems<T> {
  /** The list of items in the input. */
  readonly field: string;
  readonly items: readonly T[];
}

export async function createRows(
  target: BulkTable,
  { ifNotExists, ...list }: BulkItems<RowValues> & { readonly ifNotExists: boolean },
  context: Context,
) {
  const created = await writeRows(target, context, {
    ...{ write: 'create', ...list },
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
}

export async function updateRows(
  target: BulkTable,
  list: BulkItems<{ readonly key: RowValues; readonly values: RowValues }>,
  context: Context,
) {
  const updated = await writeRows(target, context, {
    ...{ write: 'patch', ...list },
    prepare: (table, { key, values }) => toChange({ table, key }, values, context),
    send: (table, changes) =>
      context.source.rows.patchMany(
        table,
        changes.map((change) => ({ key: updateKey(change), values: change.values })),
      ),
    toPayload: (change) => ({ row: updatedRow(change) }),
  });
  return { results: toResults(updated, { row: null }) };
}

export async function deleteRows(
  target: BulkTable,
  { ifExists, ...list }: BulkItems<RowValues> & { readonly ifExists: boolean },
  context: Context,
) {
  const deleted = await writeRows(target, context, {
    ...{ write: 'remove', ...list },
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
}

interface Keyed {
  readonly key: RowValues;
}

interface RowsToWrite<Input, Item extends Keyed, Answer, Payload> extends BulkItems<Input> {
  readonly write: Parameters<RowSource['countCalls']>[1];
  /** Checks one item. */
  prepare(table: Table, item: Input): Promise<Item>;
  send(table: Table, items: readonly Item[]): Promise<(Answer | Error)[]>;
  toPayload(item: Item, answer: Answer): Payload | Promise<Payload>;
}

/** Checks, before the first write, that all keys differ and that the remaining calls suffice. */
async function writeRows<Input, Item extends Keyed, Answer, Payload>(
  target: BulkTable,
  context: Context,
  { write, field, items, prepare, send, toPayload }: RowsToWrite<Input, Item, Answer, Payload>,
): Promise<Settled<Payload>[]> {
  const { limits, source } = context;
  checkCount(items, field, limits.maxItems);
  // Before the definition of the table is read.
  const callsLeft = source.bulkCallsLeft();
  const table = await target.find();
  const prepared = await eachOf(items, (item) => prepare(table, item));
  await refuseSameKeys(table, prepared, field, context);
  const needed = async (count: number) => {
    const keys = succeeded(prepared.slice(0, count)).map(({ key }) => key);
    return target.definitionCalls(table) + (await source.rows.countCalls(table, write, keys));
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
