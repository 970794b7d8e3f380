/** Rows that others lead to by declared edges. */
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { toKey } from '../../datasources/cql/check.ts';
import { chain } from '../../datasources/shared/maybe-promise.ts';
import { makeKey, type ReadValue } from '../relations/related-key.ts';
import { findRows, loadRow } from '../rows/row-list.ts';
import type { Context } from '../shared/context.ts';
import type { RowModel } from '../shared/models.ts';
import type { RelatedKeyPart } from '../shared/types.generated.ts';
import { columnReader } from './columns.ts';
import type { TypedTable } from './model.ts';
import { columnsOf } from './projection.ts';
import { type TypedListArguments, toListArguments } from './rows.ts';

export type { RelatedKeyPart };

/** What an edge leads to. */
export interface RowTarget {
  readonly target: TypedTable;
  /** A whole key for one row, else a leading part of it. Checked, constants canonical. */
  readonly key: readonly RelatedKeyPart[];
}

/** Makes what reads the values of one row or document that has the edge. */
export type ReadOrigin<Parent> = (parent: Parent, context: Context, info: GraphQLResolveInfo) => ReadValue;

/** Reads columns of rows. @param columns - all that the edge takes values from */
export function originOf(table: TypedTable, columns: readonly string[]): ReadOrigin<RowModel> {
  const readers = new Map(columns.map((column) => [column, columnReader(table, column)]));
  return (parent, context, info) => (column) => readers.get(column)?.(parent, context, info) ?? null;
}

/** `null` when a value of the key is null, or when there is no such row. */
export function relatedRowResolver<Parent>(
  origin: ReadOrigin<Parent>,
  { target, key: parts }: RowTarget,
): GraphQLFieldResolver<Parent, Context> {
  const { table, types } = target;
  return (parent, _args, context, info) =>
    chain(
      makeKey(parts, origin(parent, context, info)),
      (values) =>
        values &&
        chain(
          toKey(table, values, () => types.definitions),
          (key) => loadRow(table, key, context, columnsOf(info, target)),
        ),
    );
}

/** The rows whose keys begin with the values; `null` when one of them is null. */
export function relatedRowsResolver<Parent>(
  origin: ReadOrigin<Parent>,
  { target, key: parts }: RowTarget,
): GraphQLFieldResolver<Parent, Context, TypedListArguments> {
  return (parent, args, context, info) =>
    chain(
      makeKey(parts, origin(parent, context, info)),
      (key) =>
        key && findRows(target.table, { ...toListArguments(target, args), key }, context, columnsOf(info, target)),
    );
}
