/** Looks up definitions by name. */
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { NotFoundError } from '../../datasources/source/errors.ts';
import type { Column, Index, KeyspaceRef, Table, TableRef, UserDefinedType } from '../../datasources/source/source.ts';
import type { Context } from './context.ts';

/** `null` when there is no such table or no such keyspace. */
export function findTable(ref: TableRef, { loaders }: Context): MaybePromise<Table | null> {
  return chain(loaders.tables(ref), (tables) => tables?.find(({ table }) => table === ref.table) ?? null);
}

/** @throws NotFoundError */
export async function requireTable(ref: TableRef, { loaders }: Context): Promise<Table> {
  const tables = await loaders.tables(ref);
  if (!tables) throw new NotFoundError(`There is no keyspace "${ref.keyspace}".`);
  const found = tables.find(({ table }) => table === ref.table);
  return found ?? missing(`table "${ref.table}" in the keyspace "${ref.keyspace}"`);
}

/** @throws NotFoundError */
export async function requireColumn(ref: TableRef, name: string, context: Context): Promise<Column> {
  const { columns } = await requireTable(ref, context);
  return columns.find((column) => column.name === name) ?? missing(`column "${name}" in the table "${ref.table}"`);
}

/** The index of this name, or the last one on the column: one that existed may have another name. @throws NotFoundError */
export async function requireIndex(
  ref: TableRef,
  { name, column }: { readonly name?: string | undefined; readonly column: string },
  { loaders }: Context,
): Promise<Index> {
  const indexes = (await loaders.indexes(ref)) ?? [];
  const named = indexes.find((index) => index.name === name);
  const found = named ?? indexes.findLast((index) => index.column === column);
  return found ?? missing(`index on "${column}" in the table "${ref.table}"`);
}

/** @throws NotFoundError */
export async function requireType(ref: KeyspaceRef, name: string, { loaders }: Context): Promise<UserDefinedType> {
  const types = (await loaders.types(ref)) ?? [];
  return types.find((type) => type.name === name) ?? missing(`type "${name}" in the keyspace "${ref.keyspace}"`);
}

function missing(what: string): never {
  throw new NotFoundError(`There is no ${what}.`);
}
