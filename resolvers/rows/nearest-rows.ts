/** Rows of a table by the nearness of their vectors. */
import type { GraphQLResolveInfo } from 'graphql';
import { toKeyPrefix } from '../../datasources/cql/check.ts';
import { toNearestFilters } from '../../datasources/cql/check-nearest.ts';
import { findColumn } from '../../datasources/cql/table-columns.ts';
import { printType } from '../../datasources/cql/type.ts';
import { parseType } from '../../datasources/cql/type-parser.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { Table } from '../../datasources/source/source.ts';
import { mapNodes } from '../relay/connection.ts';
import { listNearest } from '../relay/nearest.ts';
import type { Context } from '../shared/context.ts';
import { typesOf } from '../shared/definitions.ts';
import type { ConnectionModel, RowModel } from '../shared/models.ts';
import type { TableRowsArgs, VectorNearColumn } from '../shared/types.generated.ts';
import { checkDimension, requireVectorSearch, toVector } from '../shared/vectors.ts';
import { columnsToRead } from './row-list.ts';

/** The rows whose vectors are nearest, the nearest first. @throws InputError, NotSupportedError */
export async function findNearestRows(
  table: Table,
  { near, key: keyInput, where: whereInput, sort, first, after }: TableRowsArgs & { readonly near: VectorNearColumn },
  context: Context,
  info: GraphQLResolveInfo,
): Promise<ConnectionModel<RowModel>> {
  const { databaseId, keyspace, table: name } = table;
  if (sort?.length) {
    throw new InputError(
      '"near" sorts the rows by nearness, so "sort" cannot be given with it. Leave out one of the two.',
    );
  }
  const rows = await listNearest({
    first,
    maxFirst: context.limits.maxFirst,
    after,
    identity: ['nearest rows', databaseId, keyspace, name, near, keyInput, whereInput],
    async find(limit) {
      await requireVectorSearch(databaseId, context);
      const vector = toColumnVector(table, near);
      const types = typesOf(table, context);
      const key = keyInput ? await toKeyPrefix(table, keyInput, types) : {};
      const where = await toNearestFilters(table, { key, where: whereInput ?? [] }, types, () =>
        context.loaders.indexes(table),
      );
      if (where.some((filter) => filter.in?.length === 0)) return [];
      const columns = columnsToRead(table, info);
      const query = { ...(where.length > 0 && { where }), ...(columns && { columns }) };
      return context.loaders.nearestRows(table, { column: near.column, vector, limit, ...query });
    },
  });
  return mapNodes(rows, (row) => ({ table, key: row.key, row }));
}

/** @throws InputError - for a column that holds no vectors, and a vector that does not fit it */
function toColumnVector(table: Table, { column: name, vector: input }: VectorNearColumn): readonly number[] {
  const type = parseType(findColumn(table, name).type);
  if (type.kind !== 'vector') {
    const others = table.columns.filter((column) => parseType(column.type).kind === 'vector');
    throw new InputError(
      `"near" needs a column of vectors, and "${name}" of the table "${table.table}" has the type ${printType(type)}. Its columns of vectors are: ${others.map((other) => other.name).join(', ') || 'none'}.`,
    );
  }
  const vector = toVector('"near.vector"', input);
  checkDimension('"near.vector"', vector, `column "${name}"`, type.dimension);
  return vector;
}
