import { toId } from '../relay/id.ts';
import { targetOf } from '../relay/target.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import type { CollectionResolvers } from '../shared/types.generated.ts';
import { readVectorOptions, toNewVector } from './collection-vector.ts';
import { countDocuments } from './document-count.ts';
import { findDocuments, readDocument } from './document-list.ts';
import { findNearestDocuments } from './nearest-documents.ts';

export const Collection: CollectionResolvers = {
  id: (collection) => toId({ kind: 'Collection', ...collection }),
  namespaceName: ({ keyspace }) => keyspace,
  name: ({ collection }) => collection,
  namespace: ({ databaseId, keyspace }) => ({ databaseId, name: keyspace }),
  jsonSchema: (collection, _, { loaders }) => loaders.jsonSchema(collection),
  document: (collection, { documentId }, context, info) => readDocument(collection, documentId, context, info),
  documents: (collection, { near, ...args }, context, info) =>
    near
      ? findNearestDocuments(collection, { ...args, near }, context, info)
      : findDocuments(collection, args, context, info),
  vector: (collection, _, context) => readVectorOptions(collection, context),
  count: (collection, { where }, context) => countDocuments(collection, where, context),
  estimatedCount: (collection, _, { loaders }) => loaders.estimatedCount(collection),
};

type CollectionMutation = 'createCollection' | 'deleteCollection' | 'replaceCollectionJsonSchema';

export const collectionMutations: Mutations<CollectionMutation> = {
  createCollection: mutation(async ({ name, vector, ifNotExists = false, ...target }, context) => {
    const collection = { ...targetOf('Namespace', target, context), collection: name };
    const options = vector ? { vector: toNewVector(vector) } : {};
    const created = await context.source.catalog.createCollection({ ...collection, ...options }, ifNotExists);
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
