import type { GraphQLResolveInfo } from 'graphql';
import { toColumns } from '../datasources/cql/check.ts';
import type { CqlValue, Row as RowRecord } from '../datasources/source.ts';
import type { Context } from './context.ts';
import { readDocument } from './document-list.ts';
import { toRowId } from './id.ts';
import type { RowModel } from './models.ts';
import { relatedKey, relatedTable, toDocumentId } from './related.ts';
import { findRows, loadRow, readRow } from './row-list.ts';
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
  relatedRow: async (parent, { keyspace, table: name, key: parts }, context, info) => {
    const table = await relatedTable({ ...parent.table, keyspace: keyspace ?? parent.table.keyspace }, name, context);
    const key = await relatedKey(parts, (column) => valueAtColumn(parent, column, context, info));
    return key && readRow(table, key, context, info);
  },
  relatedRows: async (parent, { keyspace, table: name, key: parts, ...args }, context, info) => {
    const table = await relatedTable({ ...parent.table, keyspace: keyspace ?? parent.table.keyspace }, name, context);
    const key = await relatedKey(parts, (column) => valueAtColumn(parent, column, context, info));
    return key && findRows(table, { ...args, key }, context, info);
  },
  relatedDocument: async (parent, { namespace, collection, idColumn }, context, info) => {
    const documentId = toDocumentId(await valueAtColumn(parent, idColumn, context, info), idColumn);
    const { databaseId, keyspace } = parent.table;
    return documentId === null
      ? null
      : readDocument({ databaseId, keyspace: namespace ?? keyspace, collection }, documentId, context, info);
  },
};

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
  const error = row.errors?.[column];
  if (error) throw error;
  return row.values[column] ?? null;
}
