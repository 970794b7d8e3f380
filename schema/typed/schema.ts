/** Builds the schema of a typed graph from the definitions of a keyspace. */
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import type { Context } from '../../resolvers/shared/context.ts';
import type { PageInfoModel } from '../../resolvers/shared/models.ts';
import { describeTable, describeTypes } from '../../resolvers/typed/describe.ts';
import type { Index, Table, UserDefinedType } from '../../resolvers/typed/model.ts';
import { createNodeReader } from '../../resolvers/typed/nodes.ts';
import { createFilters } from './filters.ts';
import { createMutations } from './mutations.ts';
import { createNodeFields, NODE } from './nodes.ts';
import { createRootFields, createTableTypes, type SharedTypes, type TableTypes } from './tables.ts';
import { createGraphTypes } from './types.ts';

/** What a typed graph is built from, as one token sees it. */
export interface KeyspaceDefinition {
  readonly databaseId: string;
  readonly keyspace: string;
  readonly tables: readonly Table[];
  readonly types: readonly UserDefinedType[];
  /** By the names of tables. */
  readonly indexes: ReadonlyMap<string, readonly Index[]>;
}

export function createTypedSchema({
  databaseId,
  keyspace,
  tables,
  types: definitions,
  indexes,
}: KeyspaceDefinition): GraphQLSchema {
  const typed = describeTypes(definitions);
  const types = createGraphTypes(typed);
  const shared: SharedTypes = { types, filters: createFilters(types, SORT_ORDER), node: NODE, pageInfo: PAGE_INFO };
  const described = tables.flatMap((table) => describeTable(table, typed) ?? []);
  const all = described.map((table) => createTableTypes(table, indexes.get(table.table.table) ?? [], shared));
  const read = createNodeReader({ databaseId, keyspace }, described);
  const fields = [createNodeFields(read), ...all.map((each) => createRootFields(each, shared))];
  return new GraphQLSchema({
    description: `The tables of the keyspace \`${keyspace}\`.`,
    query: new GraphQLObjectType<unknown, Context>({
      name: 'Query',
      description: 'Reads.',
      fields: () => Object.assign({}, ...fields),
    }),
    ...(all.length > 0 && { mutation: createMutation(all, shared) }),
    types: all.map(({ row }) => row),
  });
}

function createMutation(tables: readonly TableTypes[], shared: SharedTypes): GraphQLObjectType<unknown, Context> {
  return new GraphQLObjectType<unknown, Context>({
    name: 'Mutation',
    description: 'Writes. Those of one operation are carried out one after another.',
    fields: () => Object.assign({}, ...tables.map((each) => createMutations(each, shared))),
  });
}

const PAGE_INFO = new GraphQLObjectType<PageInfoModel, Context>({
  name: 'PageInfo',
  description: 'Where a page begins and ends.',
  fields: {
    hasNextPage: {
      description: 'Whether more follows. It is exact, and may cost one upstream call.',
      type: new GraphQLNonNull(GraphQLBoolean),
      resolve: ({ hasNextPage }) => hasNextPage(),
    },
    hasPreviousPage: {
      description: 'Whether the page was read with `after`.',
      type: new GraphQLNonNull(GraphQLBoolean),
    },
    startCursor: { description: 'The cursor of the first item.', type: GraphQLString },
    endCursor: {
      description: 'The cursor of the last item: pass it as `after` to read the next page.',
      type: GraphQLString,
    },
  },
});

const SORT_ORDER = new GraphQLEnumType({
  name: 'SortOrder',
  description: 'Which value comes first.',
  values: { ASC: { description: 'The least.' }, DESC: { description: 'The greatest.' } },
});
