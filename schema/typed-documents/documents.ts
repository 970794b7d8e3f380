/** The object type, connection, root fields and mutations of a described collection. */
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  GraphQLID,
  type GraphQLInputObjectType,
  GraphQLInt,
  type GraphQLInterfaceType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import type { Context } from '../../resolvers/shared/context.ts';
import type { DocumentModel } from '../../resolvers/shared/models.ts';
import type { DocumentNodeReader } from '../../resolvers/typed/nodes.ts';
import { DOCUMENT_SUFFIXES, type FittingDescriptions } from '../../resolvers/typed-documents/collections.ts';
import {
  dataResolver,
  documentByIdResolver,
  documentFieldResolver,
  documentListResolver,
  documentNodeId,
  documentNodeReader,
} from '../../resolvers/typed-documents/documents.ts';
import { type CollectionExtensions, printPath, type TypedCollection } from '../../resolvers/typed-documents/model.ts';
import { createConnectionType } from '../shared/connection-types.ts';
import { describeField } from './describe-field.ts';
import { createDocumentFilters } from './filters.ts';
import { createDocumentMutations } from './mutations.ts';
import { createDocumentTypes, type DocumentTypes } from './types.ts';

/** What described documents share with the rest of a typed graph. */
export interface DocumentSchemaOptions {
  readonly scalars: ReadonlyMap<string, GraphQLScalarType>;
  readonly node: GraphQLInterfaceType;
  readonly pageInfo: GraphQLObjectType;
  /** The inputs of conditions on one value that the schema has, by name. */
  readonly comparisons: Map<string, GraphQLInputObjectType>;
  readonly related: RelatedDocumentFields;
}

/** Fields that lead to rows and documents. */
export interface RelatedDocumentFields {
  fields(collection: TypedCollection): GraphQLFieldConfigMap<DocumentModel, Context>;
  /** The paths that each reads, as text. */
  reads(collection: TypedCollection): ReadonlyMap<string, readonly string[]>;
}

/** The types of a collection that others refer to. */
export interface CollectionTypes {
  readonly collection: TypedCollection;
  readonly object: GraphQLObjectType<DocumentModel, Context>;
  readonly connection: GraphQLObjectType;
  /** `where`, `first` and `after` of a list of its documents. */
  readonly listArguments: GraphQLFieldConfigArgumentMap;
}

/** What a schema takes over. */
export interface DocumentSchema {
  readonly objects: readonly GraphQLObjectType<DocumentModel, Context>[];
  readonly queries: GraphQLFieldConfigMap<unknown, Context>;
  readonly mutations: GraphQLFieldConfigMap<unknown, Context>;
  readonly readNode: DocumentNodeReader;
}

export function createDocumentSchema(made: readonly CollectionTypes[], types: DocumentTypes): DocumentSchema {
  return {
    objects: made.map(({ object }) => object),
    queries: Object.assign({}, ...made.map(createQueries)),
    mutations: Object.assign({}, ...made.map((each) => createDocumentMutations(each.collection, each.object, types))),
    readNode: documentNodeReader(made.map(({ collection }) => collection)),
  };
}

export function createCollectionTypes(
  { collections, types: described }: Pick<FittingDescriptions, 'collections' | 'types'>,
  { scalars, node, pageInfo, comparisons, related }: DocumentSchemaOptions,
): { readonly made: readonly CollectionTypes[]; readonly types: DocumentTypes } {
  const types = createDocumentTypes(described, scalars);
  const filters = createDocumentFilters(described, types, comparisons);
  const made = collections.map((collection): CollectionTypes => {
    const object = createObject(collection);
    const { name, collection: place } = collection;
    const connection = createConnectionType({
      name: `${name}${DOCUMENT_SUFFIXES.connection}`,
      edgeName: `${name}${DOCUMENT_SUFFIXES.edge}`,
      one: `document of \`${place}\``,
      many: `documents of \`${place}\``,
      node: object,
      pageInfo,
    });
    return { collection, object, connection, listArguments: listArguments(filters.create(collection)) };
  });

  function createObject(collection: TypedCollection): GraphQLObjectType<DocumentModel, Context> {
    const extensions: CollectionExtensions = {
      typedCollection: collection,
      reads: new Map([
        ...collection.fields.map(({ name, path }) => [name, [printPath(path)]] as const),
        ...related.reads(collection),
      ]),
      readsArgument: new Map([['data', 'path']]),
    };
    return new GraphQLObjectType<DocumentModel, Context>({
      name: collection.name,
      description: collection.description ?? `A document of the collection \`${collection.collection}\`.`,
      interfaces: [node],
      extensions: { ...extensions },
      fields: () => ({
        nodeId: {
          description: 'The id of this document, which is its `id` in the universal graph too.',
          type: new GraphQLNonNull(GraphQLID),
          resolve: documentNodeId,
        },
        documentId: {
          description: 'The id of the document within its collection.',
          type: new GraphQLNonNull(GraphQLID),
        },
        data: {
          description: 'What is at a path, as JSON: for what is not described. `null` when nothing is there.',
          type: types.scalar('JSON'),
          args: {
            path: {
              description: 'Such as `address.city` or `tags.[0]`; the whole document when left out.',
              type: GraphQLString,
            },
          },
          resolve: dataResolver(collection),
        },
        ...Object.fromEntries(
          collection.fields.map((field) => [
            field.name,
            {
              description: describeField(field),
              type: types.output(field.type),
              resolve: documentFieldResolver(collection, field),
            },
          ]),
        ),
        ...related.fields(collection),
      }),
    });
  }

  return { made, types };
}

/** `t` and `t_by_id`. */
function createQueries({
  collection,
  object,
  connection,
  listArguments: args,
}: CollectionTypes): GraphQLFieldConfigMap<unknown, Context> {
  const { name, collection: place } = collection;
  return {
    [name]: {
      description: `Documents of the collection \`${place}\`: by conditions, or all of them in the order of the database.`,
      type: connection,
      args,
      resolve: documentListResolver(collection),
    },
    [`${name}${DOCUMENT_SUFFIXES.byId}`]: {
      description: `The document of the collection \`${place}\` with this id, or \`null\` when there is none.`,
      type: object,
      args: {
        documentId: {
          description: 'The id of the document within its collection.',
          type: new GraphQLNonNull(GraphQLID),
        },
      },
      resolve: documentByIdResolver(collection),
    } satisfies GraphQLFieldConfig<unknown, Context>,
  };
}

function listArguments(filter: GraphQLInputObjectType): GraphQLFieldConfigArgumentMap {
  return {
    where: { description: 'What the documents must meet; all documents when left out.', type: filter },
    first: {
      description: 'How many documents to answer: 1 to 1,000, or to the maximum that the operator has set.',
      type: GraphQLInt,
      defaultValue: 20,
    },
    after: {
      description: 'The `endCursor` of the page before, together with the same other arguments.',
      type: GraphQLString,
    },
  };
}
