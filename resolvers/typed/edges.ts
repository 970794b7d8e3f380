/** Edges from rows, and to rows. */
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { toKey } from '../../datasources/cql/check.ts';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import type { CqlValue, RowValues } from '../../datasources/source/source.ts';
import { makeKey } from '../relations/related-key.ts';
import { findRows, loadRow } from '../rows/row-list.ts';
import type { Context } from '../shared/context.ts';
import { asWritten } from './as-written.ts';
import type { TypedTable } from './model.ts';
import { columnsOf } from './projection.ts';
import { type TypedListArguments, toListArguments } from './rows.ts';

/** How an edge finds one value: of a column of a key, or at a path of documents. Checked, constants canonical. */
export interface EdgePart {
  /** The column or path there. */
  readonly to: string;
  /** The column or path here; absent for a constant. */
  readonly from?: string;
  readonly value?: CqlValue;
  /** Makes the value there of the value here. @throws SourceError - for one that does not fit */
  readonly convert?: (value: CqlValue) => CqlValue;
}

/** Reads a value of a row or document that has an edge. */
export type ReadPart<Parent> = (parent: Parent, context: Context, info: GraphQLResolveInfo) => MaybePromise<CqlValue>;

/** The values by what they are there; `null` when one of them is null. */
export type EdgeValues<Parent> = (
  parent: Parent,
  context: Context,
  info: GraphQLResolveInfo,
) => MaybePromise<RowValues | null>;

/** @param readerOf - for a column or path here */
export function edgeValues<Parent>(
  parts: readonly EdgePart[],
  readerOf: (from: string) => ReadPart<Parent>,
): EdgeValues<Parent> {
  const readers = new Map(
    parts.flatMap(({ to, from, convert }) => (from === undefined ? [] : [[to, { read: readerOf(from), convert }]])),
  );
  const keyParts = parts.map(({ to, from, value }) => ({
    column: to,
    ...(from === undefined ? { value: value ?? null } : { from: to }),
  }));
  return (parent, context, info) =>
    makeKey(keyParts, (to) => {
      const reader = readers.get(to);
      const value = reader?.read(parent, context, info) ?? null;
      const convert = reader?.convert;
      return convert ? chain(value, (known) => (known === null ? null : convert(known))) : value;
    });
}

/** `null` when a value of the key is null, or when there is no such row. */
export function relatedRowResolver<Parent>(
  valuesOf: EdgeValues<Parent>,
  target: TypedTable,
): GraphQLFieldResolver<Parent, Context> {
  const { table, types } = target;
  return asWritten(target, (parent, _args, context, info) =>
    chain(
      valuesOf(parent, context, info),
      (values) =>
        values &&
        chain(
          toKey(table, values, () => types.definitions),
          (key) => loadRow(table, key, context, columnsOf(info, target)),
        ),
    ),
  );
}

/** The rows whose keys begin with the values; `null` when one of them is null. */
export function relatedRowsResolver<Parent>(
  valuesOf: EdgeValues<Parent>,
  target: TypedTable,
): GraphQLFieldResolver<Parent, Context, TypedListArguments> {
  return asWritten(target, (parent, args, context, info) =>
    chain(
      valuesOf(parent, context, info),
      (key) =>
        key && findRows(target.table, { ...toListArguments(target, args), key }, context, columnsOf(info, target)),
    ),
  );
}
