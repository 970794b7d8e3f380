import type { CollectionRef } from '../../datasources/source.ts';
import { toPath } from '../path.ts';
import { deleteDocument, lifetime } from './document.ts';
import { checkCount, eachOf, refuseDuplicates, toResults, WRITES_AT_ONCE } from './many.ts';
import { type Mutations, mutation } from './mutation.ts';
import { collectionRef, type DocumentRef } from './target.ts';

export const documents: Mutations<'createDocuments' | 'deleteDocuments'> = {
  createDocuments: mutation(async ({ documents: items, idPath, ttlSeconds, ...input }, context) => {
    checkCount(items, 'documents', context.limits.maxItems);
    const collection = collectionRef(input, context);
    const options = { ...lifetime(ttlSeconds), ...(idPath && { idPath: toPath(idPath) }) };
    const written = await context.source.documents.insertMany(collection, items, options);
    const created = written.map((id) => (id instanceof Error ? id : toCreated(collection, id)));
    return { results: toResults(created, { documentId: null, document: null }) };
  }),
  deleteDocuments: mutation(async ({ documentIds, ifExists = false, ...input }, context) => {
    checkCount(documentIds, 'documentIds', context.limits.maxItems);
    const collection = collectionRef(input, context);
    const targets = documentIds.map((documentId): DocumentRef => ({ collection, documentId }));
    refuseDuplicates(targets, 'documentIds', ({ documentId }) => `"${documentId}"`);
    const deleted = await eachOf(targets, (target) => deleteDocument(target, ifExists, context), WRITES_AT_ONCE);
    return { results: toResults(deleted, { deletedId: null }) };
  }),
};

function toCreated(collection: CollectionRef, documentId: string) {
  return { documentId, document: { collection, documentId } };
}
