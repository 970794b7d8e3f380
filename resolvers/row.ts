import type { GraphQLResolveInfo } from 'graphql';
import { toColumns } from '../datasources/cql/check.ts';
import { ownValue } from '../datasources/own-value.ts';
import type { CqlValue, Row as RowRecord } from '../datasources/source.ts';
import type { Context } from './context.ts';
import { toRowId } from './id.ts';
import type { RowModel } from './models.ts';
import { findRelatedDocument, findRelatedRow, findRelatedRows, type Origin } from './related.ts';
import { loadRow } from './row-list.ts';
import type { RowResolvers } from './types.generated.ts';

export const Row: RowResolvers = {
  id: ({ table, key }) => toRowId(table, key),
  databaseId: ({ table }) => table.databaseId,
  keyspaceName: ({ table }) => table.keyspace,
  tableName: ({ table }) => table.table,
  values: async (parent, { columns }, context, info) => {
    const names = columns ? toColumns(parent.table, columns) : parent.table.columns.map(({ name }) => name);
    const row = await read(parent, context, info);
    return row && Object.fromEntries(names.map((name) => [name, cell(row, name)]));
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

async function valueAtColumn(
  parent: RowModel,
  column: string,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<CqlValue> {
  toColumns(parent.table, [column]);
  const row = await read(parent, context, info);
  return row ? cell(row, column) : null;
}

/** A row that a mutation wrote is read when more than its key is asked for. */
async function read(parent: RowModel, context: Context, info: GraphQLResolveInfo): Promise<RowRecord | null> {
  return parent.row ?? (await loadRow(parent.table, parent.key, context, info))?.row ?? null;
}

/** @throws the error of a cell that the server could not print */
function cell(row: RowRecord, column: string): CqlValue {
  const error = ownValue(row.errors ?? {}, column);
  if (error) throw error;
  return ownValue(row.values, column) ?? null;
}
