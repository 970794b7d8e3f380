/** Creates and deletes documents. Looks for them first, because the Document API replaces and deletes silently. */

import { existingDocument, missingAt } from '../../documents/outcomes.ts';
import { hasValueAt } from '../../documents/values.ts';
import type { Bulk } from '../../resilience/bulk.ts';
import { mapSeveral } from '../../shared/map-several.ts';
import { asPattern } from '../../source/document-paths.ts';
import type { CollectionRef, DocumentSource, Path, Pattern } from '../../source/source.ts';
import { CALLS_AT_ONCE, type DocumentAccess } from './document-access.ts';
import { positionPath } from './document-path.ts';
import type { DocumentWrites } from './document-writes.ts';

type ConditionalWrites = Pick<DocumentSource, 'createWithId' | 'createMany' | 'remove' | 'removeMany' | 'countCalls'>;

/** Any path serves: a document without it is answered empty, and a missing document is not answered. */
const SMALLEST: readonly Pattern[] = [[{ name: 'id' }]];

/** The collections of a namespace are read before documents are written. */
const COLLECTION_CALLS = 1;

export function createConditionalDocumentWrites(
  access: DocumentAccess,
  writes: DocumentWrites,
  bulk: Bulk,
): ConditionalWrites {
  async function isThere(ref: CollectionRef, documentId: string, path: Path = []): Promise<boolean> {
    const fields = path.length === 0 ? SMALLEST : [asPattern(path)];
    const found = await access.read(ref, documentId, fields);
    return found !== null && hasValueAt(found.data, path);
  }

  /** Deletes the documents that are there. Answers by their ids. */
  async function removeFound(ref: CollectionRef, there: readonly string[]): Promise<ReadonlyMap<string, true | Error>> {
    if (there.length === 0) return new Map();
    const calls = COLLECTION_CALLS + there.length;
    const removed = await bulk.write(calls, () => writes.removeMany(ref, there));
    return new Map(there.map((documentId, index) => [documentId, removed[index] ?? true]));
  }

  const countWrites = (write: Parameters<DocumentSource['countCalls']>[1], count: number): number => {
    if (write === 'remove') return COLLECTION_CALLS + 2 * count;
    // A batch that is refused is followed by a call for each document, which names the one at fault.
    return COLLECTION_CALLS + (write === 'create-by-path' ? 1 : 0) + count;
  };

  return {
    async createWithId(ref, documentId, data, { ifNotExists, ...options }) {
      const exists = await isThere(ref, documentId);
      if (exists && !ifNotExists) throw existingDocument(ref, documentId);
      if (!exists) await writes.replace(ref, documentId, [], data, options);
      return !exists;
    },
    createMany(ref, documents, options) {
      const calls = countWrites(options.idPath ? 'create-by-path' : 'create', documents.length);
      return bulk.write(calls, () => writes.insertMany(ref, documents, options));
    },
    async remove(ref, documentId, path, ifExists) {
      // Refuses a path that cannot be written to, before anything is sent.
      positionPath(ref, documentId, path);
      const exists = await isThere(ref, documentId, path);
      if (!exists && !ifExists) throw missingAt(ref, documentId, path);
      if (exists) await writes.remove(ref, documentId, path);
      return exists;
    },
    async removeMany(ref, documentIds, ifExists) {
      const found = await bulk.read(documentIds.length, () =>
        mapSeveral(documentIds, CALLS_AT_ONCE, (documentId) => isThere(ref, documentId)),
      );
      const removed = await removeFound(
        ref,
        documentIds.filter((_, index) => found[index] === true),
      );
      return documentIds.map((documentId, index) => {
        const exists = found[index] ?? false;
        if (exists === false) return ifExists ? false : missingAt(ref, documentId, []);
        return removed.get(documentId) ?? exists;
      });
    },
    countCalls: (_ref, write, count) => countWrites(write, count),
  };
}
