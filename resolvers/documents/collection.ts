import { toId } from '../relay/id.ts';
import { targetOf } from '../relay/target.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import type { CollectionResolvers } from '../shared/types.generated.ts';
import { findDocuments, readDocument } from './document-list.ts';

export const Collection: CollectionResolvers = {
  id: (collection) => toId({ kind: 'Collection', ...collection }),
  namespaceName: ({ keyspace }) => keyspace,
  name: ({ collection }) => collection,
  namespace: ({ databaseId, keyspace }) => ({ databaseId, name: keyspace }),
  jsonSchema: (collection, _, { loaders }) => loaders.jsonSchema(collection),
  document: (collection, { documentId }, context, info) => readDocument(collection, documentId, context, info),
  documents: (collection, args, context, info) => findDocuments(collection, args, context, info),
};

type CollectionMutation = 'createCollection' | 'deleteCollection' | 'replaceCollectionJsonSchema';

export const collectionMutations: Mutations<CollectionMutation> = {
  createCollection: mutation(async ({ name, ifNotExists = false, ...target }, context) => {
    const collection = { ...targetOf('Namespace', target, context), collection: name };
    const created = await context.source.catalog.createCollection(collection, ifNotExists);
    return { created, collection };
  }),
  deleteCollection: mutation(async ({ ifExists = false, ...target }, context) => {
    const collection = targetOf('Collection', target, context);
    const deleted = await context.source.catalog.deleteCollection(collection, ifExists);
    return { deletedId: deleted ? toId({ kind: 'Collection', ...collection }) : null };
  }),
  replaceCollectionJsonSchema: mutation(async ({ jsonSchema, ...target }, context) => {
    const collection = targetOf('Collection', target, context);
    await context.source.catalog.replaceJsonSchema(collection, jsonSchema);
    return { collection };
  }),
};
