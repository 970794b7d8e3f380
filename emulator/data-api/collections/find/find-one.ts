/** The one document that a command is about: the first of a sort, or any. */
import type { JsonObject } from '../../../shared/json.ts';
import type { DataCollection } from '../definition/collection.ts';
import { type DocumentFilter, readFilter } from '../filter/filter.ts';
import { candidates, take } from './candidates.ts';
import { checkVectorSearch, inSortOrder, nearestDocuments, type RankedDocument } from './order.ts';
import { type DocumentSort, readDocumentSort } from './sort.ts';

export interface OneQuery {
  readonly filter: DocumentFilter;
  readonly sort: DocumentSort;
}

/** @throws CommandFailure - for a filter or a sort that is refused */
export function readOneQuery(collection: DataCollection, fields: JsonObject): OneQuery {
  return {
    filter: readFilter(collection, fields.get('filter')),
    sort: readDocumentSort(collection, fields.get('sort')),
  };
}

/** @param isRead - false for commands that change what they find */
export function findOneDocument(
  collection: DataCollection,
  { filter, sort }: OneQuery,
  isRead: boolean,
): RankedDocument | undefined {
  const found = candidates(collection, filter);
  if (sort.kind === 'none') return take(found, 1)[0];
  if (sort.kind === 'members') return inSortOrder(found, sort.paths)[0];
  checkVectorSearch(collection, sort.vector, isRead);
  return nearestDocuments(collection, found, sort.vector, 1)[0];
}
