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
import { createNodeReader } from '../../resolvers/typed/nodes.ts';
import type { DescriptionProblem } from '../../resolvers/typed-documents/model.ts';
import { NO_RELATIONS, type RelationProblem, type Relations } from '../relations/relation.ts';
import {
  createCollectionTypes,
  createDocumentSchema,
  type DocumentSchemaOptions,
} from '../typed-documents/documents.ts';
import { resolveEdges } from './edges.ts';
import { createFilters } from './filters.ts';
import { createForeignTypes } from './foreign-types.ts';
import type { KeyspaceDefinition } from './keyspace-definition.ts';
import { asForeign, describeKeyspace } from './keyspaces.ts';
import { createMutations } from './mutations.ts';
import { createNodeFields, NODE } from './nodes.ts';
import { createRelatedFields } from './related-fields.ts';
import { TYPED_SCALARS } from './scalars.ts';
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
  const { databaseId, keyspace, indexes } = definition;
  const { own, edges } = describeAll(definition, relations, style);
  const types = createGraphTypes(own.types);
  const filters = createFilters(types, SORT_ORDER);
  const related = createRelatedFields(edges);
  const common = { node: NODE, pageInfo: PAGE_INFO };
  const shared: SharedTypes = { ...common, types, filters, related: related.ofTables };
  const documentOptions: DocumentSchemaOptions = {
    ...common,
    scalars: TYPED_SCALARS,
    comparisons: new Map(),
    related: related.ofCollections,
  };
  const all = own.tables.map((table) => createTableTypes(table, indexes.get(table.table.table) ?? [], shared));
  const collections = createCollectionTypes(own.documents, documentOptions);
  const foreign = createForeignTypes(edges.foreign, shared, documentOptions);
  related.complete([...all, ...foreign.tables], [...collections.made, ...foreign.collections]);
  const documents = createDocumentSchema(collections.made, collections.types);
  const read = createNodeReader({ databaseId, keyspace }, own.tables, documents.readNode);
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

/** What does not fit tables and descriptions: edges, and then descriptions of documents. @param style - as of the schema */
export function checkRelations(
  definition: KeyspaceDefinition,
  relations: Relations,
  style?: NameStyle,
): readonly RelationProblem[] {
  const { own, edges } = describeAll(definition, relations, style);
  return [...edges.problems, ...own.documents.problems.map(toPlaced)];
}

function describeAll(definition: KeyspaceDefinition, relations: Relations, style: NameStyle | undefined) {
  const own = describeKeyspace(definition, relations, style);
  const others = (definition.others ?? []).map((each) => asForeign(describeKeyspace(each, relations, style)));
  return { own, edges: resolveEdges(own, others, relations) };
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
