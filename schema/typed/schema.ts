/** Builds the schema of a typed graph from the definitions of a keyspace. */
import {
  GraphQLBoolean,
  GraphQLEnumType,
  type GraphQLFieldConfigMap,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import type { Context } from '../../resolvers/shared/context.ts';
import type { PageInfoModel } from '../../resolvers/shared/models.ts';
import { describeTable, describeTypes } from '../../resolvers/typed/describe.ts';
import { createNodeReader } from '../../resolvers/typed/nodes.ts';
import { createDocuments, fitDocuments } from './documents.ts';
import { createFilters } from './filters.ts';
import type { KeyspaceDefinition } from './keyspace-definition.ts';
import { createMutations } from './mutations.ts';
import { createNodeFields, NODE } from './nodes.ts';
import { createRootFields, createTableTypes, type SharedTypes } from './tables.ts';
import { createGraphTypes } from './types.ts';

export function createTypedSchema(definition: KeyspaceDefinition): GraphQLSchema {
  const { databaseId, keyspace, tables, types: definitions, indexes } = definition;
  const typed = describeTypes(definitions);
  const types = createGraphTypes(typed);
  const shared: SharedTypes = { types, filters: createFilters(types, SORT_ORDER), node: NODE, pageInfo: PAGE_INFO };
  const described = tables.flatMap((table) => describeTable(table, typed) ?? []);
  const all = described.map((table) => createTableTypes(table, indexes.get(table.table.table) ?? [], shared));
  const documents = createDocuments(fitDocuments(definition, described, typed), shared);
  const read = createNodeReader({ databaseId, keyspace }, described);
  const fields = [createNodeFields(read), ...all.map((each) => createRootFields(each, shared)), documents.queries];
  const mutations = [...all.map((each) => createMutations(each, shared)), documents.mutations];
  return new GraphQLSchema({
    description: `The tables and described documents of the keyspace \`${keyspace}\`.`,
    query: new GraphQLObjectType<unknown, Context>({
      name: 'Query',
      description: 'Reads.',
      fields: () => Object.assign({}, ...fields),
    }),
    ...(all.length + documents.objects.length > 0 && { mutation: createMutation(mutations) }),
    types: [...all.map(({ row }) => row), ...documents.objects],
  });
}

function createMutation(
  fields: readonly GraphQLFieldConfigMap<unknown, Context>[],
): GraphQLObjectType<unknown, Context> {
  return new GraphQLObjectType<unknown, Context>({
    name: 'Mutation',
    description: 'Writes. Those of one operation are carried out one after another.',
    fields: () => Object.assign({}, ...fields),
  });
}

export type { KeyspaceDefinition };

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
