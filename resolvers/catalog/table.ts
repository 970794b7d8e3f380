import { toId } from '../relay/id.ts';
import { findNearestRows } from '../rows/nearest-rows.ts';
import { columnsToRead, findRows, readRow } from '../rows/row-list.ts';
import type { IndexResolvers, TableResolvers } from '../shared/types.generated.ts';

export const Table: TableResolvers = {
  id: ({ databaseId, keyspace, table }) => toId({ kind: 'Table', databaseId, keyspace, table }),
  keyspaceName: ({ keyspace }) => keyspace,
  name: ({ table }) => table,
  keyspace: ({ databaseId, keyspace }) => ({ databaseId, name: keyspace }),
  column: ({ columns }, { name }) => columns.find((column) => column.name === name) ?? null,
  primaryKey: ({ partitionKey, clusteringKey }) => ({ partitionKey, clusteringKey }),
  options: ({ defaultTtlSeconds }) => (defaultTtlSeconds === null ? null : { defaultTtlSeconds }),
  indexes: (table, _, { loaders }) => loaders.indexes(table),
  row: (table, { key }, context, info) => readRow(table, key, context, info),
  rows: (table, { near, ...args }, context, info) =>
    near
      ? findNearestRows(table, { ...args, near }, context, info)
      : findRows(table, args, context, columnsToRead(table, info)),
};

export const Index: IndexResolvers = {
  options: ({ options }) => options,
};
