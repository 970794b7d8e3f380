/** The object type, connection and root fields of one table. */
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import type { Context } from '../../resolvers/shared/context.ts';
import type { RowModel } from '../../resolvers/shared/models.ts';
import { columnResolver } from '../../resolvers/typed/columns.ts';
import type { DescribedTable } from '../../resolvers/typed/describe.ts';
import type { Index, TypedColumn } from '../../resolvers/typed/model.ts';
import { TABLE_SUFFIXES } from '../../resolvers/typed/names.ts';
import type { TableExtensions } from '../../resolvers/typed/projection.ts';
import { nodeIdResolver, rowByKeyResolver, rowListResolver } from '../../resolvers/typed/rows.ts';
import { createConnectionType } from '../shared/connection-types.ts';
import type { SharedTypes, TableTypes } from './table-types.ts';

export type { SharedTypes, TableTypes };

export function createTableTypes(table: DescribedTable, indexes: readonly Index[], shared: SharedTypes): TableTypes {
  const row = createRowType(table, indexes, shared);
  return {
    table,
    row,
    connection: createConnection(table, row, shared),
    listArguments: createListArguments(table, indexes, shared),
  };
}

/** `t` and `t_by_key`. */
export function createRootFields(
  { table, row, connection, listArguments }: TableTypes,
  { types }: SharedTypes,
): GraphQLFieldConfigMap<unknown, Context> {
  const name = table.table.table;
  const key = table.columns.filter(isKey);
  return {
    [table.name]: {
      description: `Rows of the table \`${name}\`: by conditions, or all of them in the order of the database.`,
      type: connection,
      args: listArguments,
      resolve: rowListResolver(table),
    },
    [`${table.name}${TABLE_SUFFIXES.byKey}`]: {
      description: `The row of the table \`${name}\` with this key, or \`null\` when there is none.`,
      type: row,
      args: Object.fromEntries(
        key.map((each) => [
          each.field,
          { description: describeColumn(table, each, []), type: new GraphQLNonNull(types.input(each.type)) },
        ]),
      ),
      resolve: rowByKeyResolver(table),
    } satisfies GraphQLFieldConfig<unknown, Context>,
  };
}

function createRowType(
  table: DescribedTable,
  indexes: readonly Index[],
  { types, node, related }: SharedTypes,
): GraphQLObjectType<RowModel, Context> {
  const hasStatic = table.table.columns.some(({ kind }) => kind === 'STATIC');
  // A partition that has only static cells is a row without clustering values.
  const isAlwaysSet = ({ column }: TypedColumn) =>
    column.kind === 'PARTITION_KEY' || (column.kind === 'CLUSTERING_KEY' && !hasStatic);
  const extensions: TableExtensions = {
    typedTable: table,
    reads: new Map([
      ...table.columns.map(({ field, column }) => [field, [column.name]] as const),
      ...related.reads(table),
    ]),
  };
  return new GraphQLObjectType<RowModel, Context>({
    name: table.name,
    description: [`A row of the table \`${table.table.table}\`.`, ...table.omissions].join(' '),
    interfaces: [node],
    extensions: { ...extensions },
    isTypeOf: undefined,
    fields: () => ({
      nodeId: {
        description: 'The id of this row, which is its `id` in the universal graph too.',
        type: new GraphQLNonNull(GraphQLID),
        resolve: nodeIdResolver,
      },
      ...Object.fromEntries(
        table.columns.map((each) => [
          each.field,
          {
            description: describeColumn(table, each, indexes),
            type: isAlwaysSet(each) ? new GraphQLNonNull(types.output(each.type)) : types.output(each.type),
            resolve: columnResolver(table, each),
          },
        ]),
      ),
      ...related.fields(table),
    }),
  });
}

function createConnection(
  { name, table }: DescribedTable,
  row: GraphQLObjectType,
  { pageInfo }: SharedTypes,
): GraphQLObjectType {
  return createConnectionType({
    name: `${name}${TABLE_SUFFIXES.connection}`,
    edgeName: `${name}${TABLE_SUFFIXES.edge}`,
    one: `row of \`${table.table}\``,
    many: `rows of \`${table.table}\``,
    node: row,
    pageInfo,
  });
}

function createListArguments(
  table: DescribedTable,
  indexes: readonly Index[],
  { filters }: SharedTypes,
): GraphQLFieldConfigArgumentMap {
  const [filter, order] = [filters.filter(table, indexes), filters.order(table)];
  return {
    ...(filter && { where: { description: 'What the rows must meet; all rows when left out.', type: filter } }),
    ...(order && {
      orderBy: {
        description: 'The order within a partition, which must be given whole: as it is stored, or reversed.',
        type: new GraphQLList(new GraphQLNonNull(order)),
      },
    }),
    first: {
      description: 'How many rows to answer: 1 to 1,000, or to the maximum that the operator has set.',
      type: GraphQLInt,
      defaultValue: 20,
    },
    after: {
      description: 'The `endCursor` of the page before, together with the same other arguments.',
      type: GraphQLString,
    },
  };
}

export function isKey({ column }: TypedColumn): boolean {
  return column.kind === 'PARTITION_KEY' || column.kind === 'CLUSTERING_KEY';
}

const ROLES = {
  PARTITION_KEY: 'partition key',
  CLUSTERING_KEY: 'clustering column',
  STATIC: 'static',
  REGULAR: '',
} as const;

/** What CQL says of a column: `text, partition key`. */
export function describeColumn({ table }: DescribedTable, { column }: TypedColumn, indexes: readonly Index[]): string {
  const order = table.clusteringKey.find(({ name }) => name === column.name)?.order;
  const index = indexes.find((each) => each.column === column.name);
  const parts = [
    `\`${column.type}\``,
    ROLES[column.kind] && `${ROLES[column.kind]}${order ? ` ${order}` : ''}`,
    index && `indexed by \`${index.name}\`${index.target ? ` (${index.target})` : ''}`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
