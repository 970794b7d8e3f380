import type { MaybePromise } from '../shared/maybe-promise.ts';
import type {
  CollectionRef,
  Document,
  DocumentPart,
  DocumentQuery,
  DocumentSource,
  Page,
  PartQuery,
  Pattern,
} from '../source/source.ts';
import { createBatch, readGrouped, union } from './batch.ts';
import { identifyCollection } from './identity.ts';
import type { DomainLoaders, LoaderContext } from './once.ts';

export interface DocumentLoaders {
  /** @param fields - what the operation will read of the document; all of it when absent */
  document(collection: CollectionRef, documentId: string, fields?: readonly Pattern[]): MaybePromise<Document | null>;
  documentPage(collection: CollectionRef, query: DocumentQuery): MaybePromise<Page<Document>>;
  partPage(collection: CollectionRef, documentId: string, query: PartQuery): MaybePromise<Page<DocumentPart>>;
}

interface WantedDocument {
  readonly collection: CollectionRef;
  readonly documentId: string;
  readonly fields: readonly Pattern[] | undefined;
}

/** @param documents - called at the first load of a document: most operations read only rows */
export function createDocumentLoaders(
  documents: () => DocumentSource,
  { once, loads }: LoaderContext,
): DomainLoaders<DocumentLoaders> {
  const document = createBatch({
    name: 'document',
    loads,
    read: (wanted: readonly WantedDocument[]) =>
      readGrouped(
        wanted,
        ({ collection }) => identifyCollection(collection),
        (group) => {
          const ids = group.map(({ documentId }) => documentId);
          return documents().readMany(group[0].collection, ids, union(group.map(({ fields }) => fields)));
        },
      ),
    identify: ({ collection, documentId }) => `${identifyCollection(collection)} ${documentId}`,
  });
  return {
    loaders: {
      document: (collection, documentId, fields) => document.load({ collection, documentId, fields }),
      documentPage: (collection, query) =>
        once.load('documentPage', `${identifyCollection(collection)} ${JSON.stringify(query)}`, () =>
          documents().findPage(collection, query),
        ),
      partPage: (collection, documentId, query) =>
        once.load('partPage', JSON.stringify([identifyCollection(collection), documentId, query]), () =>
          documents().findParts(collection, documentId, query),
        ),
    },
    clear: document.clear,
  };
}
