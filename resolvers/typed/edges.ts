/** Edges from rows, and to rows. */
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { toKey } from '../../datasources/cql/check.ts';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import type { CqlValue, RowValues } from '../../datasources/source/source.ts';
import { keyOf } from '../relations/related-key.ts';
import { findRows, loadRow } from '../rows/row-list.ts';
import type { Context } from '../shared/context.ts';
import { asWritten } from './as-written.ts';
import type { TypedTable } from './model.ts';
import { columnsReader } from './projection.ts';
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
  const readers = parts.map((part) => partReader(part, readerOf));
  const columns = parts.map(({ to }) => ({ column: to }));
  return (parent, context, info) =>
    keyOf(
      columns,
      readers.map((read) => read(parent, context, info)),
    );
}

function partReader<Parent>(
  { from, value = null, convert }: EdgePart,
  readerOf: (from: string) => ReadPart<Parent>,
): ReadPart<Parent> {
  if (from === undefined) return () => value;
  const read = readerOf(from);
  if (!convert) return read;
  const convertKnown = (known: CqlValue) => (known === null ? null : convert(known));
  return (parent, context, info) => chain(read(parent, context, info), convertKnown);
}

/** `null` when a value of the key is null, or when there is no such row. */
export function relatedRowResolver<Parent>(
  valuesOf: EdgeValues<Parent>,
  target: TypedTable,
): GraphQLFieldResolver<Parent, Context> {
  const { table, types } = target;
  const columnsOf = columnsReader(target);
  const typesOf = () => types.definitions;
  return asWritten(target, (parent, _args, context, info) =>
    chain(
      valuesOf(parent, context, info),
      (values) =>
        values && chain(toKey(table, values, typesOf), (key) => loadRow(table, key, context, columnsOf(info))),
    ),
  );
}

/** The rows whose keys begin with the values; `null` when one of them is null. */
export function relatedRowsResolver<Parent>(
  valuesOf: EdgeValues<Parent>,
  target: TypedTable,
): GraphQLFieldResolver<Parent, Context, TypedListArguments> {
  const columnsOf = columnsReader(target);
  return asWritten(target, (parent, args, context, info) =>
    chain(
      valuesOf(parent, context, info),
      (key) => key && findRows(target.table, { key, ...toListArguments(target, args) }, context, columnsOf(info)),
    ),
  );
}
