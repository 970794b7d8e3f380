/** The one document that a command is about: the first of a sort, or any. */
import type { JsonObject } from '../../../shared/json.ts';
import type { Collection } from '../definition/collection.ts';
import { type Filter, readFilter } from '../filter/filter.ts';
import { candidates, take } from './candidates.ts';
import { checkVectorSearch, inOrder, nearest, type Ranked } from './order.ts';
import { readSort, type Sort } from './sort.ts';

export interface OneQuery {
  readonly filter: Filter;
  readonly sort: Sort;
}

/** @throws CommandFailure - for a filter or a sort that is refused */
export function readOneQuery(collection: Collection, fields: JsonObject): OneQuery {
  return { filter: readFilter(collection, fields.get('filter')), sort: readSort(collection, fields.get('sort')) };
}

/** @param isRead - false for commands that change what they find */
export function findOne(collection: Collection, { filter, sort }: OneQuery, isRead: boolean): Ranked | undefined {
  const found = candidates(collection, filter);
  if (sort.kind === 'none') return take(found, 1)[0];
  if (sort.kind === 'members') return inOrder(found, sort.paths)[0];
  checkVectorSearch(collection, sort.vector, isRead);
  return nearest(collection, found, sort.vector, 1)[0];
}
