/** Single rows and lists of them, for tables and for related fields. */
import type { GraphQLResolveInfo } from 'graphql';
import { toKey, toKeyPrefix } from '../../datasources/cql/check.ts';
import { type FilterInput, toFilters, toSort } from '../../datasources/cql/check-filters.ts';
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { memoize } from '../../datasources/shared/memoize.ts';
import type { ColumnFilter, RowValues, Table } from '../../datasources/source/source.ts';
import { columnsRead } from '../projection/projection.ts';
import { findNothing, mapNodes, paginate } from '../relay/connection.ts';
import type { Context } from '../shared/context.ts';
import { typesOf } from '../shared/definitions.ts';
import type { ConnectionModel, RowModel } from '../shared/models.ts';

/** As clients give them; none is checked yet. */
export interface RowListArguments {
  readonly key?: RowValues | null | undefined;
  readonly where?: readonly FilterInput[] | null | undefined;
  readonly sort?: Parameters<typeof toSort>[1] | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** The row with a whole key. @throws InputError - for a key that does not fit the table */
export function readRow(
  table: Table,
  input: RowValues,
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<RowModel | null> {
  return chain(toKey(table, input, typesOf(table, context)), (key) =>
    loadRow(table, key, context, columnsToRead(table, info)),
  );
}

/** The row with a canonical key. Without clustering values it is the row of a partition's static columns. @param columns - see `columnsToRead` */
export function loadRow(
  table: Table,
  key: RowValues,
  context: Context,
  columns: readonly string[] | undefined,
): MaybePromise<RowModel | null> {
  return context.loaders.row(table, key, columns);
}

/** Rows by a leading part of the key, by conditions, or all. @param columns - see `columnsToRead` @throws InputError, InvalidCursorError */
export async function findRows(
  table: Table,
  args: RowListArguments,
  context: Context,
  columns: readonly string[] | undefined,
): Promise<ConnectionModel<RowModel>> {
  const { source, loaders, limits } = context;
  const types = typesOf(table, context);
  const key = args.key ? await toKeyPrefix(table, args.key, types) : undefined;
  const where = args.where && (await toWhere(table, args.where, key, context));
  const sort = args.sort ? toSort(table, args.sort) : undefined;
  const query = { ...(key && { key }), ...(where && { where }), ...(sort && { sort }) };
  const { databaseId, keyspace, table: name } = table;
  const rows = await paginate({
    first: args.first ?? 20,
    maxFirst: limits.maxFirst,
    after: args.after,
    identity: ['rows', databaseId, keyspace, name, query],
    maxPageSize: await source.rows.maxPageSize(databaseId),
    find: where?.some((filter) => filter.in?.length === 0)
      ? findNothing
      : (page) => loaders.rowPage(table, { ...query, ...(columns && { columns }), ...page }),
  });
  return mapNodes(rows, (row) => ({ table, key: row.key, row }));
}

async function toWhere(
  table: Table,
  where: readonly FilterInput[],
  key: RowValues | undefined,
  context: Context,
): Promise<readonly ColumnFilter[]> {
  const { source, loaders } = context;
  const scans = await source.rows.scans(table.databaseId);
  return toFilters(table, where, typesOf(table, context), () => loaders.indexes(table), key, scans);
}

/** The columns that the operation selects, the key first; `undefined` for all. An unknown column fails its own field. */
export function columnsToRead(table: Table, info: GraphQLResolveInfo): readonly string[] | undefined {
  const read = columnsRead(info, table.table);
  if (read === 'all') return undefined;
  return columnLists(table)(read);
}

/** Memoized by table and by what an operation reads of it: each related row of a list reads it. */
const columnLists = memoize((table: Table) =>
  memoize((read: ReadonlySet<string>): readonly string[] => {
    const key = keyColumns(table);
    const others = table.columns.map(({ name }) => name).filter((name) => read.has(name) && !key.includes(name));
    return [...key, ...others];
  }),
);
