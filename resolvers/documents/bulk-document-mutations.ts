import { show } from '../../datasources/json/shorten.ts';
import { toPath } from '../projection/path.ts';
import { targetOf } from '../relay/target.ts';
import { checkCalls, checkCount, eachOf, refuseDuplicates, toResults } from '../shared/bulk.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { deletedDocumentId, ttlOptions } from './document-mutations.ts';
import { toVectors } from './vector-options.ts';

export const bulkDocumentMutations: Mutations<'createDocuments' | 'deleteDocuments'> = {
  createDocuments: mutation(async ({ documents: items, idPath, ttlSeconds, vectors, ...target }, context) => {
    const { limits, source } = context;
    checkCount(items, 'documents', limits.maxItems);
    const collection = targetOf('Collection', target, context);
    const options = {
      ...ttlOptions(ttlSeconds),
      ...(idPath && { idPath: toPath(idPath) }),
      ...(vectors && { vectors: toVectors(vectors, items) }),
    };
    const needed = (count: number) =>
      source.documents.countCalls(collection, idPath ? 'create-by-path' : 'create', count);
    await checkCalls({ field: 'documents', items, callsLeft: source.bulkCallsLeft(), needed });
    const ids = await source.documents.createMany(collection, items, options);
    const created = await eachOf(ids, async (documentId) => ({ documentId, document: { collection, documentId } }));
    return { results: toResults(created, { documentId: null, document: null }) };
  }),
  deleteDocuments: mutation(async ({ documentIds: items, ifExists = false, ...target }, context) => {
    const { limits, source } = context;
    checkCount(items, 'documentIds', limits.maxItems);
    const collection = targetOf('Collection', target, context);
    refuseDuplicates(items, 'documentIds', show, (documentId) => documentId);
    const needed = (count: number) => source.documents.countCalls(collection, 'remove', count);
    await checkCalls({ field: 'documentIds', items, callsLeft: source.bulkCallsLeft(), needed });
    const deleted = await source.documents.removeMany(collection, items, ifExists);
    const results = deleted.map((isDeleted, index) =>
      isDeleted instanceof Error
        ? isDeleted
        : { deletedId: deletedDocumentId(collection, items[index] ?? '', isDeleted) },
    );
    return { results: toResults(results, { deletedId: null }) };
  }),
};
