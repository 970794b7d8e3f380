/** The documents of a collection, with their ids and vectors. */
import { show } from '../../datasources/json/shorten.ts';
import type { Document, WholeDocument } from '../../datasources/source/source.ts';
import type { Cargo } from './cargo.ts';
import type { CollectionItem } from './item.ts';

export function createDocumentCargo(item: CollectionItem): Cargo<Document, WholeDocument> {
  const { source: from, target: to, hasVectors, name } = item;
  return {
    read: async ({ documents }, pageState) =>
      documents.findPage(from, {
        pageSize: await documents.maxPageSize(from.databaseId),
        ...(hasVectors && { vector: true }),
        ...(pageState !== undefined && { pageState }),
      }),
    toTarget: ({ documentId, data, vector }) => ({ documentId, data, ...(hasVectors && vector && { vector }) }),
    unread: () => [],
    put: ({ documents }, items) => documents.putMany(to, items),
    check: ({ documents }, items) => documents.checkMany({ ...to, vector: hasVectors ? from.vector : null }, items),
    toLoss: ({ documentId }, reason) => ({ kind: 'document', in: name, name: show(documentId), reason }),
    count: async ({ documents }, side, pageState) => {
      const ref = side === 'source' ? from : to;
      const pageSize = await documents.maxPageSize(ref.databaseId);
      return documents.findPage(ref, { fields: [], pageSize, ...(pageState !== undefined && { pageState }) });
    },
    async countAll({ databases, documents }, side) {
      const ref = side === 'source' ? from : to;
      const capabilities = await databases.capabilities(ref.databaseId);
      if (!capabilities.includes('DOCUMENT_COUNT')) return undefined;
      const { count, isExact } = await documents.count(ref);
      return isExact ? count : undefined;
    },
  };
}
