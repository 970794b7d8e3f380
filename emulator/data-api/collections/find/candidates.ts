/** The documents that a filter finds: named ones by their identifiers, others by looking at all, in pages. */

import type { DataCollection } from '../definition/collection.ts';
import type { DocumentFilter } from '../filter/filter.ts';
import type { DataDocument } from '../shared/documents.ts';
import { invalidPageState, type PageState, printDocumentPageState, readDocumentPageState } from './page-state.ts';

/** All, lazily; one that is named twice comes twice. */
export function* candidates(
  { documents }: DataCollection,
  filter: DocumentFilter,
  after?: Uint8Array,
): Iterable<DataDocument> {
  if (!filter.ids) {
    for (const found of documents.scan(after)) if (filter.matches(found.document)) yield found;
    return;
  }
  for (const id of filter.ids) {
    const found = documents.get(id);
    if (found && filter.matches(found.document)) yield found;
  }
}

export interface PageQuery {
  readonly filter: DocumentFilter;
  /** Of all pages together. */
  readonly limit?: number | undefined;
  readonly pageState?: string | undefined;
  readonly pageSize: number;
}

export interface CandidatePage {
  readonly found: readonly DataDocument[];
  /** `undefined` behind the last page; a full page does not show that it was the last. */
  readonly nextPageState?: string;
}

/** Named documents come all at once. */
export function findPage(collection: DataCollection, { filter, limit, pageState, pageSize }: PageQuery): CandidatePage {
  if (filter.ids) {
    if (filter.ids.length > 0 && pageState !== undefined) throw invalidPageState();
    return { found: take(candidates(collection, filter), limit ?? Number.POSITIVE_INFINITY) };
  }
  const { after, remaining } = startOf({ limit, pageState, pageSize });
  const size = Math.min(pageSize, remaining ?? pageSize);
  const found = take(candidates(collection, filter, after), size);
  const last = found.at(-1);
  if (!last || found.length < size || remaining === size) return { found };
  return {
    found,
    nextPageState: printDocumentPageState({
      after: last.key,
      ...(remaining !== undefined && { remaining: remaining - size }),
    }),
  };
}

/** A limit of a page or less begins anew, whatever the state; with a greater one the state says how many follow. */
export function startOf({ limit, pageState, pageSize }: Omit<PageQuery, 'filter'>): Partial<PageState> {
  const isWithinPage = limit !== undefined && limit <= pageSize;
  if (pageState && !isWithinPage) return readDocumentPageState(pageState);
  return limit === undefined ? {} : { remaining: limit };
}

export function take<T>(items: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  if (count <= 0) return taken;
  for (const item of items) {
    taken.push(item);
    if (taken.length >= count) break;
  }
  return taken;
}
