/** The nearest documents, and how many there are. */
import { boolean, integer, object, optional } from '../../json/shape.ts';
import { InputError } from '../../source/errors.ts';
import type { CollectionRef, DocumentCount, DocumentFilter, DocumentSource } from '../../source/source.ts';
import type { CollectionAccess } from './access.ts';
import { listsIds, toFilter } from './filter.ts';
import { MANY_FOUND, similarityOf, toDocument } from './found-document.ts';
import { toProjection } from './projection.ts';
import { toVectorSort } from './vectors.ts';

const MAX_NEAREST = 1000;
const COUNTED = object({ status: object({ count: integer, moreData: optional(boolean) }) });

export function createCollectionSearch(
  access: CollectionAccess,
): Pick<DocumentSource, 'findNearest' | 'count' | 'estimatedCount'> {
  return {
    async findNearest(ref, { where, near, limit, ...selection }) {
      if (!Number.isInteger(limit) || limit < 1 || limit > MAX_NEAREST) {
        throw new InputError(`A vector search answers from 1 to ${MAX_NEAREST} documents, and ${limit} are asked for.`);
      }
      const filter = where && toFilter(where);
      const sort = toVectorSort(await access.requireCollection(ref), near);
      const { data } = await access.run(ref, {
        name: 'find',
        body: { filter, sort, projection: toProjection(selection), options: { limit, includeSimilarity: true } },
        effect: 'read',
        reads: 'nearestDocuments',
        reply: MANY_FOUND,
      });
      return data.documents.map((found) => ({
        item: toDocument(found, selection.vector),
        similarity: similarityOf(found),
      }));
    },
    count: (ref, where) => (where && listsIds(where) ? countById(access, ref, where) : count(access, ref, where)),
    async estimatedCount(ref) {
      const command = {
        name: 'estimatedDocumentCount',
        effect: 'read',
        reads: 'documentCount',
        reply: COUNTED,
      } as const;
      return (await access.run(ref, command)).status.count;
    },
  };
}

async function count(access: CollectionAccess, ref: CollectionRef, where?: DocumentFilter): Promise<DocumentCount> {
  const { status } = await access.run(ref, {
    name: 'countDocuments',
    body: { filter: where && toFilter(where) },
    effect: 'read',
    reads: 'documentCount',
    reply: COUNTED,
  });
  return { count: status.count, isExact: status.moreData !== true };
}

/** Of a list of ids upstream counts the first alone; all that it finds come at once. */
async function countById(access: CollectionAccess, ref: CollectionRef, where: DocumentFilter): Promise<DocumentCount> {
  const { data } = await access.run(ref, {
    name: 'find',
    body: { filter: toFilter(where), projection: toProjection({ fields: [] }) },
    effect: 'read',
    reads: 'documentCount',
    reply: MANY_FOUND,
  });
  return { count: data.documents.length, isExact: true };
}
