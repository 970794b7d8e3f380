import type { GraphQLResolveInfo } from 'graphql';
import { findColumn, toColumns } from '../../datasources/cql/check.ts';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { ownValue, setOwnValue } from '../../datasources/shared/own-value.ts';
import type { CqlValue, Row as RowRecord } from '../../datasources/source/source.ts';
import { findRelatedDocument, findRelatedRow, findRelatedRows, type Origin } from '../relations/related.ts';
import { toRowId } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import type { RowModel } from '../shared/models.ts';
import type { RowResolvers } from '../shared/types.generated.ts';
import { identityTypes } from '../shared/types-of-table.ts';
import { loadRow } from './row-list.ts';

export const Row: RowResolvers = {
  id: ({ table, key }, _, context) => chain(identityTypes(table, context), (types) => toRowId(table, key, types)),
  databaseId: ({ table }) => table.databaseId,
  keyspaceName: ({ table }) => table.keyspace,
  tableName: ({ table }) => table.table,
  values: (parent, { columns }, context, info) => {
    const names = columns ? toColumns(parent.table, columns) : parent.table.columns.map(({ name }) => name);
    return whenRead(parent, context, info, (row) => row && cells(row, names));
  },
  value: (parent, { column }, context, info) => valueAtColumn(parent, column, context, info),
  relatedRow: (parent, args, context, info) => findRelatedRow(originOf(parent, context, info), args, context, info),
  relatedRows: (parent, args, context, info) => findRelatedRows(originOf(parent, context, info), args, context, info),
  relatedDocument: (parent, args, context, info) =>
    findRelatedDocument(originOf(parent, context, info), args.idColumn, args, context, info),
};

function originOf(parent: RowModel, context: Context, info: GraphQLResolveInfo): Origin {
  return { home: parent.table, read: (column) => valueAtColumn(parent, column, context, info) };
}

function valueAtColumn(
  parent: RowModel,
  column: string,
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<CqlValue> {
  findColumn(parent.table, column);
  return whenRead(parent, context, info, (row) => (row ? cell(row, column) : null));
}

/** A row that a mutation wrote is read when more than its key is asked for. */
function whenRead<T>(
  parent: RowModel,
  context: Context,
  info: GraphQLResolveInfo,
  use: (row: RowRecord | null) => T,
): MaybePromise<T> {
  if (parent.row) return use(parent.row);
  return chain(loadRow(parent.table, parent.key, context, info), (found) => use(found?.row ?? null));
}

function cells(row: RowRecord, names: readonly string[]): Readonly<Record<string, CqlValue>> {
  const found: Record<string, CqlValue> = {};
  for (const name of names) setOwnValue(found, name, cell(row, name));
  return found;
}

/** @throws the error of a cell that the server could not print */
function cell({ values, errors }: RowRecord, column: string): CqlValue {
  const error = errors && ownValue(errors, column);
  if (error) throw error;
  return ownValue(values, column) ?? null;
}
