import type { GraphQLResolveInfo } from 'graphql';
import { findColumn, toColumns } from '../../datasources/cql/table-columns.ts';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { ownValue, setOwnValue } from '../../datasources/shared/own-value.ts';
import type { CqlValue, Row as RowRecord } from '../../datasources/source/source.ts';
import { toRowId } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import { identityTypes } from '../shared/definitions.ts';
import type { RowModel } from '../shared/models.ts';
import type { RowResolvers } from '../shared/types.generated.ts';
import { columnsToRead, loadRow } from './row-list.ts';

export const Row: RowResolvers = {
  id: ({ table, key }, _, context) => chain(identityTypes(table, context), (types) => toRowId(table, key, types)),
  databaseId: ({ table }) => table.databaseId,
  keyspaceName: ({ table }) => table.keyspace,
  tableName: ({ table }) => table.table,
  values: (parent, { columns }, context, info) => {
    const names = columns ? toColumns(parent.table, columns) : parent.table.columns.map(({ name }) => name);
    return parent.row
      ? cells(parent.row, names)
      : chain(readRecord(parent, context, info), (row) => row && cells(row, names));
  },
  value: (parent, { column }, context, info) => readColumnValue(parent, column, context, info),
};

/** The value of a column of a row. @throws InputError - when the table has no such column */
export function readColumnValue(
  parent: RowModel,
  column: string,
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<CqlValue> {
  findColumn(parent.table, column);
  return parent.row
    ? cell(parent.row, column)
    : chain(readRecord(parent, context, info), (row) => row && cell(row, column));
}

/** A row that a mutation wrote is read when more than its key is selected. */
function readRecord(parent: RowModel, context: Context, info: GraphQLResolveInfo): MaybePromise<RowRecord | null> {
  const loaded = loadRow(parent.table, parent.key, context, columnsToRead(parent.table, info));
  return chain(loaded, (found) => found?.row ?? null);
}

function cells(row: RowRecord, names: readonly string[]): Readonly<Record<string, CqlValue>> {
  const found: Record<string, CqlValue> = {};
  for (const name of names) setOwnValue(found, name, cell(row, name));
  return found;
}

/** A value as the universal graph has it. @throws the error of a cell that the server could not print */
export function cell({ values, errors }: RowRecord, column: string): CqlValue {
  const error = errors && ownValue(errors, column);
  if (error) throw error;
  return ownValue(values, column) ?? null;
}
