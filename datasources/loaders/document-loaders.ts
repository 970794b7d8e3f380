import type { MaybePromise } from '../shared/maybe-promise.ts';
import type {
  CollectionRef,
  Document,
  DocumentCount,
  DocumentFilter,
  DocumentPart,
  DocumentQuery,
  DocumentSelection,
  NearestDocuments,
  Page,
  PartQuery,
  Scored,
  Source,
} from '../source/source.ts';
import { createBatch, union } from './batch.ts';
import { identifyCollection } from './identity.ts';
import type { DomainLoaders, LoaderContext } from './once.ts';

export interface DocumentLoaders {
  /** @param selection - what the operation will read of the document; all of it, without its vector, when absent */
  document(collection: CollectionRef, documentId: string, selection?: DocumentSelection): MaybePromise<Document | null>;
  documentPage(collection: CollectionRef, query: DocumentQuery): MaybePromise<Page<Document>>;
  nearestDocuments(collection: CollectionRef, query: NearestDocuments): MaybePromise<readonly Scored<Document>[]>;
  /** @param where - all documents when absent */
  documentCount(collection: CollectionRef, where?: DocumentFilter): MaybePromise<DocumentCount>;
  estimatedCount(collection: CollectionRef): MaybePromise<number>;
  partPage(collection: CollectionRef, documentId: string, query: PartQuery): MaybePromise<Page<DocumentPart>>;
}

interface WantedDocument {
  readonly collection: CollectionRef;
  readonly documentId: string;
  readonly selection: DocumentSelection;
}

/** @param source - its documents are asked for at the first load, as most operations read only rows */
export function createDocumentLoaders(
  source: Pick<Source, 'documents'>,
  { once, loads }: LoaderContext,
): DomainLoaders<DocumentLoaders> {
  const document = createBatch({
    name: 'document',
    loads,
    groupOf: ({ collection }) => identifyCollection(collection),
    read(wanted: readonly [WantedDocument, ...WantedDocument[]]) {
      const ids = wanted.map(({ documentId }) => documentId);
      return source.documents.readMany(wanted[0].collection, ids, unionOf(wanted.map(({ selection }) => selection)));
    },
    identify: ({ documentId }) => documentId,
    suffices: ({ selection: known }, { selection: wanted }) =>
      includesAll(known.fields, wanted.fields) && (known.vector || !wanted.vector),
  });
  return {
    loaders: {
      document: (collection, documentId, selection = {}) => document.load({ collection, documentId, selection }),
      documentPage: (collection, query) =>
        once.load('documentPage', `${identifyCollection(collection)} ${JSON.stringify(query)}`, () =>
          source.documents.findPage(collection, query),
        ),
      nearestDocuments: (collection, query) =>
        once.load('nearestDocuments', `${identifyCollection(collection)} ${JSON.stringify(query)}`, () =>
          source.documents.findNearest(collection, query),
        ),
      documentCount: (collection, where) =>
        once.load('documentCount', `${identifyCollection(collection)} ${JSON.stringify(where)}`, () =>
          source.documents.count(collection, where),
        ),
      estimatedCount: (collection) =>
        once.load('estimatedCount', identifyCollection(collection), () => source.documents.estimatedCount(collection)),
      partPage: (collection, documentId, query) =>
        once.load('partPage', JSON.stringify([identifyCollection(collection), documentId, query]), () =>
          source.documents.findParts(collection, documentId, query),
        ),
    },
    clear: document.clear,
  };
}

function unionOf(selections: readonly DocumentSelection[]): DocumentSelection {
  const fields = union(selections.map((each) => each.fields));
  return { ...(fields && { fields }), ...(selections.some(({ vector }) => vector) && { vector: true }) };
}

/** Whether paths include all others; absent ones are the whole document. */
function includesAll(paths: DocumentSelection['fields'], others: DocumentSelection['fields']): boolean {
  if (paths === undefined || paths === others) return true;
  const known = new Set(paths.map((path) => JSON.stringify(path)));
  return others?.every((path) => known.has(JSON.stringify(path))) ?? false;
}
