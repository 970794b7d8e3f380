/** Connections over the results of a vector search: one page, the nearest first. Upstream has no page after it. */
import { lazy } from '../../datasources/shared/lazy.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { Scored } from '../../datasources/source/source.ts';
import type { ConnectionModel } from '../shared/models.ts';
import { toCursor } from './cursor.ts';
import { fingerprint } from './opaque.ts';
import { Connection, Edge, PageInfo } from './selected-models.ts';

/** The most that upstream finds in one vector search. */
const MAX_NEAREST = 1000;

export interface NearestList<T> {
  readonly first: number | null | undefined;
  readonly maxFirst: number;
  readonly after: string | null | undefined;
  /** Everything that determines the items and their order: neither `first` nor the selected fields. */
  readonly identity: unknown;
  readonly find: (limit: number) => Promise<readonly Scored<T>[]>;
}

/**
 * Cursors of a vector search name a place in it; no list takes them as `after`.
 *
 * @throws InputError - for a `first` out of range and for `after`, before anything is read
 */
export async function listNearest<T>(list: NearestList<T>): Promise<ConnectionModel<T>> {
  const first = list.first ?? 20;
  checkFirst(first, list.maxFirst);
  if (typeof list.after === 'string') {
    throw new InputError(
      `A search by "near" has one page, so "after" cannot be given with it. Leave out "after", and ask for more with "first", up to ${Math.min(list.maxFirst, MAX_NEAREST)}.`,
    );
  }
  const found = await list.find(first);
  const listId = lazy(() => fingerprint(list.identity));
  const cursorAt = (index: number) => toCursor(listId(), { pageState: null, offset: index + 1 });
  const endCursor = (end: 'first' | 'last') =>
    found.length > 0 ? cursorAt(end === 'first' ? 0 : found.length - 1) : null;
  return new Connection(
    found.map(({ item }) => item),
    new PageInfo(false, async () => false, endCursor),
    () => found.map(({ item, similarity }, index) => new Edge(item, similarity, () => cursorAt(index))),
  );
}

function checkFirst(first: number, maxFirst: number): void {
  if (first >= 1 && first <= Math.min(maxFirst, MAX_NEAREST)) return;
  const limit =
    maxFirst < MAX_NEAREST
      ? `${maxFirst} (ASTRA_GRAPHQL_MAX_FIRST)`
      : `${MAX_NEAREST}, which is all that one vector search finds`;
  throw new InputError(
    `"first" is ${first}: with "near" it must be from 1 to ${limit}. No page follows: narrow the search with "where".`,
  );
}
