/** Mutations of tables and their columns. Getters of a payload read, each on its own field, and only if that field is selected. */
import { InputError } from '../../datasources/source/errors.ts';
import type { KeyspaceRef, NewTable, TableRef } from '../../datasources/source/source.ts';
import { toId } from '../relay/id.ts';
import { targetOf } from '../relay/target.ts';
import type { Context } from '../shared/context.ts';
import { requireColumn, requireTable } from '../shared/definitions.ts';
import { checkRange, MAX_TTL_SECONDS, type Mutations, mutation } from '../shared/mutation.ts';
import type { CreateTableInput } from '../shared/types.generated.ts';

export const tableMutations: Mutations<'createTable' | 'replaceTableOptions' | 'deleteTable'> = {
  createTable: mutation(async (input, context) => {
    const table = toNewTable(input, targetOf('Keyspace', input, context));
    const created = await context.source.catalog.createTable(table, input.ifNotExists ?? false);
    return tablePayload(table, { created }, context);
  }),
  replaceTableOptions: mutation(async ({ defaultTtlSeconds, ...target }, context) => {
    checkRange('defaultTtlSeconds', defaultTtlSeconds, 0, MAX_TTL_SECONDS);
    const ref = targetOf('Table', target, context);
    await context.source.catalog.replaceTableOptions(ref, defaultTtlSeconds);
    return tablePayload(ref, {}, context);
  }),
  deleteTable: mutation(async ({ ifExists = false, ...target }, context) => {
    const ref = targetOf('Table', target, context);
    const deleted = await context.source.catalog.deleteTable(ref, ifExists);
    return { deletedId: deleted ? toId({ kind: 'Table', ...ref }) : null };
  }),
};

export const columnMutations: Mutations<'createColumn' | 'renameColumn' | 'deleteColumn'> = {
  createColumn: mutation(async ({ name, type, isStatic = false, ifNotExists = false, ...target }, context) => {
    const ref = targetOf('Table', target, context, 'tableId');
    const created = await context.source.catalog.createColumn(ref, { name, type, isStatic }, ifNotExists);
    return columnPayload(ref, name, created, context);
  }),
  renameColumn: mutation(async ({ column: name, newName, ...target }, context) => {
    const ref = targetOf('Table', target, context, 'tableId');
    await context.source.catalog.renameColumn(ref, name, newName);
    return columnPayload(ref, newName, false, context);
  }),
  deleteColumn: mutation(async ({ column: name, ifExists = false, ...target }, context) => {
    const ref = targetOf('Table', target, context, 'tableId');
    const deleted = await context.source.catalog.deleteColumn(ref, name, ifExists);
    return tablePayload(ref, { deletedId: deleted ? name : null }, context);
  }),
};

/** A payload with the table, which is read when it is selected. */
export function tablePayload<T extends object>(ref: TableRef, payload: T, context: Context) {
  return {
    ...payload,
    get table() {
      return requireTable(ref, context);
    },
  };
}

function columnPayload(ref: TableRef, name: string, created: boolean, context: Context) {
  return {
    created,
    get column() {
      return requireColumn(ref, name, context);
    },
    get table() {
      return requireTable(ref, context);
    },
  };
}

/** The new table of an input. @throws InputError */
function toNewTable(input: CreateTableInput, ref: KeyspaceRef): NewTable {
  const { name, primaryKey, defaultTtlSeconds } = input;
  const columns = input.columns.map((column) => ({ ...column, isStatic: column.isStatic ?? false }));
  const { partitionKey } = primaryKey;
  const clusteringKey = (primaryKey.clusteringKey ?? []).map((column) => ({ ...column, order: column.order ?? 'ASC' }));
  checkRange('defaultTtlSeconds', defaultTtlSeconds, 0, MAX_TTL_SECONDS);
  const table = { ...ref, table: name, columns, partitionKey, clusteringKey };
  checkStatic(table);
  return typeof defaultTtlSeconds === 'number' ? { ...table, defaultTtlSeconds } : table;
}

/** Upstream silently ignores `static` on a column of the key. */
function checkStatic({ columns, partitionKey, clusteringKey }: NewTable): void {
  const key = new Set([...partitionKey, ...clusteringKey.map(({ name }) => name)]);
  const column = columns.find(({ name, isStatic }) => isStatic && key.has(name));
  if (column) throw new InputError(`The column "${column.name}" belongs to the key and cannot be static.`);
}
