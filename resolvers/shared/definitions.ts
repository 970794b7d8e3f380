/** Looks up the definitions of tables, columns, indexes and user-defined types. */
import { needsTypes } from '../../datasources/cql/table-columns.ts';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { memoize } from '../../datasources/shared/memoize.ts';
import { NotFoundError } from '../../datasources/source/errors.ts';
import type { Column, Index, KeyspaceRef, Table, TableRef, UserDefinedType } from '../../datasources/source/source.ts';
import type { Context } from './context.ts';

/** `null` when there is no such table or no such keyspace. */
export function findTable(ref: TableRef, { loaders }: Context): MaybePromise<Table | null> {
  return chain(loaders.tables(ref), (tables) => (tables && tablesByName(tables).get(ref.table)) ?? null);
}

/** Computed once for each reading of them: each row of a list may lead to another table. */
export const tablesByName = memoize(
  (tables: readonly Table[]): ReadonlyMap<string, Table> => new Map(tables.map((each) => [each.table, each])),
);

/** @throws NotFoundError */
export async function requireTable(ref: TableRef, { loaders }: Context): Promise<Table> {
  const tables = await loaders.tables(ref);
  if (!tables) throw new NotFoundError(`There is no keyspace "${ref.keyspace}".`);
  const found = tablesByName(tables).get(ref.table);
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

/** Fetches the types of the table's keyspace when it is called, which is only where a column has one. */
export function typesOf(table: Table, { loaders }: Context): () => MaybePromise<readonly UserDefinedType[]> {
  return () => chain(loaders.types(table), (types) => types ?? []);
}

/** What `toRowId` and `keyIdentity` need; nothing is fetched for most tables. */
export function identityTypes(table: Table, context: Context): MaybePromise<readonly UserDefinedType[]> {
  return identityNeedsTypes(table) ? typesOf(table, context)() : [];
}

/** Each row of a list asks for it. */
const identityNeedsTypes = memoize((table: Table) =>
  needsTypes(
    table,
    table.clusteringKey.map(({ name }) => name),
  ),
);

function missing(what: string): never {
  throw new NotFoundError(`There is no ${what}.`);
}
