import { toId } from '../relay/id.ts';
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
