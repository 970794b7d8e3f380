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
import type { NameStyle } from '../../resolvers/typed/camel.ts';
import { describeTable, describeTypes } from '../../resolvers/typed/describe.ts';
import { createNodeReader } from '../../resolvers/typed/nodes.ts';
import type { DescriptionProblem } from '../../resolvers/typed-documents/model.ts';
import { NO_RELATIONS, type RelationProblem, type Relations } from '../relations/relation.ts';
import { createDocuments, fitDocuments } from './documents.ts';
import { resolveEdges } from './edges.ts';
import { createFilters } from './filters.ts';
import type { KeyspaceDefinition } from './keyspace-definition.ts';
import { createMutations } from './mutations.ts';
import { createNodeFields, NODE } from './nodes.ts';
import { createRelatedFields } from './related-fields.ts';
import { createRootFields, createTableTypes, type SharedTypes } from './tables.ts';
import { createGraphTypes } from './types.ts';

/**
 * @param relations - edges that do not fit are left out: see `checkRelations`
 * @param style - of the names of fields; those of types are changed in the schema as a whole, see `presentSchema`
 */
export function createTypedSchema(
  definition: KeyspaceDefinition,
  relations: Relations = NO_RELATIONS,
  style?: NameStyle,
): GraphQLSchema {
  const { databaseId, keyspace, tables, types: definitions, indexes } = definition;
  const typed = describeTypes(definitions, style);
  const types = createGraphTypes(typed);
  const described = tables.flatMap((table) => describeTable(table, typed) ?? []);
  const related = createRelatedFields(resolveEdges(definition, relations, described));
  const filters = createFilters(types, SORT_ORDER);
  const shared: SharedTypes = { types, filters, node: NODE, pageInfo: PAGE_INFO, related };
  const all = described.map((table) => createTableTypes(table, indexes.get(table.table.table) ?? [], shared));
  related.complete(all, shared);
  const documents = createDocuments(fitDocuments(definition, relations, described, typed), shared);
  const read = createNodeReader({ databaseId, keyspace }, described, documents.readNode);
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

/** What does not fit the tables: edges, and then descriptions of documents. */
export function checkRelations(definition: KeyspaceDefinition, relations: Relations): readonly RelationProblem[] {
  const types = describeTypes(definition.types);
  const described = definition.tables.flatMap((table) => describeTable(table, types) ?? []);
  const { problems } = fitDocuments(definition, relations, described, types);
  return [...resolveEdges(definition, relations, described).problems, ...problems.map(toPlaced)];
}

/** What no file describes has a JSON schema. */
function toPlaced({ file = 'JSON schema', line = 1, message }: DescriptionProblem): RelationProblem {
  return { file, line, message };
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
