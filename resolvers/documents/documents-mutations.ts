import { show } from '../../datasources/json/shorten.ts';
import type { CollectionRef } from '../../datasources/source/source.ts';
import { toPath } from '../projection/path.ts';
import { checkCount, eachOf, type Outcome, refuseDuplicates, succeeded, toResults } from '../shared/bulk.ts';
import { checkCalls } from '../shared/bulk-calls.ts';
import type { Context } from '../shared/context.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { collectionRef, type DocumentRef } from '../shared/target.ts';
import { isDocumentThere } from './document-existence.ts';
import { lifetime, toDeleted } from './document-mutations.ts';

/** The collections of a namespace are read before documents are written. */
const COLLECTION_CALLS = 1;

export const documents: Mutations<'createDocuments' | 'deleteDocuments'> = {
  createDocuments: mutation(async ({ documents: items, idPath, ttlSeconds, ...input }, context) => {
    const { limits, source } = context;
    checkCount(items, 'documents', limits.maxItems);
    const collection = collectionRef(input, context);
    const options = { ...lifetime(ttlSeconds), ...(idPath && { idPath: toPath(idPath) }) };
    // A batch that is refused is followed by a call for each document, to tell which it was.
    const needed = (count: number) => COLLECTION_CALLS + (idPath ? 1 : 0) + count;
    await checkCalls({ field: 'documents', items, callsLeft: source.bulk.callsLeft(), needed });
    const written = await source.bulk.write(needed(items.length), () =>
      source.documents.insertMany(collection, items, options),
    );
    const created = written.map((id) => (id instanceof Error ? id : toCreated(collection, id)));
    return { results: toResults(created, { documentId: null, document: null }) };
  }),
  deleteDocuments: mutation(async ({ documentIds, ifExists = false, ...input }, context) => {
    const { limits, source } = context;
    checkCount(documentIds, 'documentIds', limits.maxItems);
    const collection = collectionRef(input, context);
    const targets = documentIds.map((documentId): DocumentRef => ({ collection, documentId }));
    refuseDuplicates(
      targets,
      'documentIds',
      ({ documentId }) => show(documentId),
      ({ documentId }) => documentId,
    );
    const needed = (count: number) => COLLECTION_CALLS + 2 * count;
    await checkCalls({ field: 'documentIds', items: documentIds, callsLeft: source.bulk.callsLeft(), needed });
    const looked = await source.bulk.read(targets.length, () =>
      eachOf(targets, async (target) => ({ target, exists: await isDocumentThere(target, context) })),
    );
    const removed = await removeThose(collection, looked, context);
    const deleted = await eachOf(looked, async ({ target, exists }) => {
      const failure = removed.get(target.documentId);
      if (failure) throw failure;
      return toDeleted(target, exists, ifExists);
    });
    return { results: toResults(deleted, { deletedId: null }) };
  }),
};

interface Looked {
  readonly target: DocumentRef;
  readonly exists: boolean;
}

/** Deletes the documents that are there. Answers why, by their ids, some were not deleted. */
async function removeThose(
  collection: CollectionRef,
  looked: readonly Outcome<Looked>[],
  { source }: Context,
): Promise<ReadonlyMap<string, Error>> {
  const there = succeeded(looked).flatMap(({ target, exists }) => (exists ? [target.documentId] : []));
  if (there.length === 0) return new Map();
  const removed = await source.bulk.write(COLLECTION_CALLS + there.length, () =>
    source.documents.removeMany(collection, there),
  );
  return new Map(
    there.flatMap((documentId, index) => {
      const failure = removed[index];
      return failure ? [[documentId, failure] as const] : [];
    }),
  );
}

function toCreated(collection: CollectionRef, documentId: string) {
  return { documentId, document: { collection, documentId } };
}
