/** Rows of typed tables: one by its key, lists of them, and their ids. */
import type { GraphQLFieldResolver } from 'graphql';
import { toKey } from '../../datasources/cql/check.ts';
import { chain } from '../../datasources/shared/maybe-promise.ts';
import { toRowId } from '../relay/id.ts';
import { findRows, loadRow } from '../rows/row-list.ts';
import type { Context } from '../shared/context.ts';
import { identityTypes } from '../shared/definitions.ts';
import type { RowModel } from '../shared/models.ts';
import { asWritten } from './as-written.ts';
import { toColumnValues, toFilterInputs } from './columns.ts';
import type { TypedTable } from './model.ts';
import { columnsReader } from './projection.ts';

type Arguments = { readonly [name: string]: unknown };
export type TypedListArguments = {
  readonly where?: Arguments | null;
  readonly orderBy?: readonly Arguments[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
};

/** `t_by_key`, whose arguments are the columns of the key. */
export function rowByKeyResolver(typed: TypedTable): GraphQLFieldResolver<unknown, Context, Arguments> {
  const { table, types } = typed;
  const columnsOf = columnsReader(typed);
  return asWritten(typed, (_parent, args, context, info) =>
    chain(
      toKey(table, toColumnValues(typed, args), () => types.definitions),
      (key) => loadRow(table, key, context, columnsOf(info)),
    ),
  );
}

/** The list of a table's rows. */
export function rowListResolver(typed: TypedTable): GraphQLFieldResolver<unknown, Context, TypedListArguments> {
  const columnsOf = columnsReader(typed);
  return asWritten(typed, (_parent, args, context, info) =>
    findRows(typed.table, toListArguments(typed, args), context, columnsOf(info)),
  );
}

/** `where`, `orderBy`, `first` and `after` as the universal graph has them. @throws InputError */
export function toListArguments(typed: TypedTable, { where, orderBy, first, after }: TypedListArguments) {
  return {
    first,
    after,
    ...(where !== undefined && { where: toFilterInputs(typed, where) }),
    ...(orderBy && { sort: orderBy.flatMap((entry) => toSort(typed, entry)) }),
  };
}

/** The id of a row, which is its id in the universal graph too. */
export const nodeIdResolver: GraphQLFieldResolver<RowModel, Context> = ({ table, key }, _args, context) =>
  chain(identityTypes(table, context), (types) => toRowId(table, key, types));

function toSort({ byField }: TypedTable, entry: Arguments) {
  return Object.entries(entry).map(([field, order]) => ({
    column: byField.get(field)?.column.name ?? field,
    order: order as 'ASC' | 'DESC',
  }));
}
