/**
 * Connections over paged lists. Upstream's page states mark the start of a page, so a cursor holds the state of its page's
 * start and an offset; at the end of a page it holds the next state with offset 0.
 */

import type { MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { Page } from '../../datasources/source/source.ts';
import type { ConnectionModel, EdgeModel } from '../shared/models.ts';
import { fromCursor, type Place, toCursor } from './cursor.ts';
import { fingerprint } from './opaque.ts';

export interface Walk<T> {
  readonly first: number;
  readonly maxFirst: number;
  readonly after: string | null | undefined;
  /** All that decides what is in the list and in which order, but neither `first` nor what is selected of its items. */
  readonly list: unknown;
  /** The most that one upstream page can hold. */
  readonly maxPageSize: number;
  readonly find: (page: PageRequest) => MaybePromise<Page<T>>;
}

export interface PageRequest {
  readonly pageSize: number;
  readonly pageState?: string;
}

/** For lists that are known to be empty: nothing is asked upstream, and `first` and `after` are checked all the same. */
export const findNothing = async (): Promise<Page<never>> => ({ items: [] });

/**
 * The first items behind a cursor, from as many upstream pages as they take.
 *
 * @throws InputError - for a `first` out of range
 * @throws InvalidCursorError
 */
export async function connect<T>(walk: Walk<T>): Promise<ConnectionModel<T>> {
  checkFirst(walk.first, walk.maxFirst);
  const listId = fingerprint(walk.list);
  const isContinued = typeof walk.after === 'string';
  let at: Place | null =
    typeof walk.after === 'string' ? fromCursor(listId, walk.after) : { pageState: null, offset: 0 };
  const pieces: Piece<T>[] = [];
  let count = 0;
  let isMore = false;
  while (at && count < walk.first) {
    const start: Place = at;
    const wanted = walk.first - count;
    const page: Page<T> = await walk.find(toRequest(start, Math.min(start.offset + wanted, walk.maxPageSize)));
    const nodes = page.items.slice(start.offset, start.offset + wanted);
    pieces.push({ start, nodes, pageLength: page.items.length, nextPageState: page.nextPageState });
    count += nodes.length;
    isMore = page.items.length > start.offset + wanted;
    at = nextPage(start, page);
  }
  const behind = at;
  return toConnection(listId, pieces, isContinued, async () => isMore || (await isAnythingAt(walk, behind)));
}

/** The same connection of other nodes. */
export function mapNodes<A, B>(connection: ConnectionModel<A>, toNode: (node: A) => B): ConnectionModel<B> {
  const nodes = connection.nodes.map(toNode);
  return {
    nodes,
    pageInfo: connection.pageInfo,
    get edges() {
      return connection.edges.map((edge, index) => toEdge(nodes[index] as B, () => edge.cursor));
    },
  };
}

/** What was taken from one upstream page. */
interface Piece<T> {
  readonly start: Place;
  readonly nodes: readonly T[];
  readonly pageLength: number;
  readonly nextPageState: string | undefined;
}

function checkFirst(first: number, maxFirst: number): void {
  if (first < 1 || first > maxFirst) {
    throw new InputError(
      `"first" is ${first}: it must be from 1 to ${maxFirst} (ASTRA_GRAPHQL_MAX_FIRST). Read further pages with "after".`,
    );
  }
}

function toRequest({ pageState }: Place, pageSize: number): PageRequest {
  return pageState === null ? { pageSize } : { pageSize, pageState };
}

/** Where to go on behind the item that was taken as number `index` from a page. */
function placeBehind<T>({ start: { pageState, offset }, pageLength, nextPageState }: Piece<T>, index: number): Place {
  const consumed = offset + index + 1;
  if (consumed === pageLength && nextPageState !== undefined) return { pageState: nextPageState, offset: 0 };
  return { pageState, offset: consumed };
}

/** Where the next page starts. Pages are cut by bytes too: an offset that lies behind this page counts on in the next. */
function nextPage<T>({ offset }: Place, { items, nextPageState }: Page<T>): Place | null {
  return nextPageState === undefined ? null : { pageState: nextPageState, offset: Math.max(0, offset - items.length) };
}

/** Looks whether any item follows; pages may be empty and go on. */
async function isAnythingAt<T>(walk: Walk<T>, place: Place | null): Promise<boolean> {
  let at = place;
  while (at) {
    const page: Page<T> = await walk.find(toRequest(at, Math.min(at.offset + 1, walk.maxPageSize)));
    if (page.items.length > at.offset) return true;
    at = nextPage(at, page);
  }
  return false;
}

/** Edges and cursors are made when they are selected: a cursor costs a hash. */
function toConnection<T>(
  listId: string,
  pieces: readonly Piece<T>[],
  hasPreviousPage: boolean,
  hasNextPage: () => Promise<boolean>,
): ConnectionModel<T> {
  const cursorOf = (piece: Piece<T>, index: number) => toCursor(listId, placeBehind(piece, index));
  const first = pieces.find(({ nodes }) => nodes.length > 0);
  const last = pieces.findLast(({ nodes }) => nodes.length > 0);
  return {
    nodes: pieces.flatMap(({ nodes }) => nodes),
    get edges() {
      return pieces.flatMap((piece) => piece.nodes.map((node, index) => toEdge(node, () => cursorOf(piece, index))));
    },
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      get startCursor() {
        return first ? cursorOf(first, 0) : null;
      },
      get endCursor() {
        return last ? cursorOf(last, last.nodes.length - 1) : null;
      },
    },
  };
}

function toEdge<T>(node: T, cursor: () => string): EdgeModel<T> {
  return {
    node,
    get cursor() {
      return cursor();
    },
  };
}
