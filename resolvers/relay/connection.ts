/**
 * Connections over paged lists. A page state stands for the start of a page, so a cursor holds a page state and an offset; at
 * the end of a page it holds the next page state with offset 0.
 */

import { lazy } from '../../datasources/shared/lazy.ts';
import type { MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { Page } from '../../datasources/source/source.ts';
import type { ConnectionModel } from '../shared/models.ts';
import { type CursorPosition, fromCursor, toCursor } from './cursor.ts';
import { fingerprint } from './opaque.ts';
import { Connection, Edge, PageInfo } from './selected-models.ts';

export interface PaginatedList<T> {
  readonly first: number;
  readonly maxFirst: number;
  readonly after: string | null | undefined;
  /** Everything that determines the items and their order: neither `first` nor the selected fields. */
  readonly identity: unknown;
  /** The most that one upstream page can hold. */
  readonly maxPageSize: number;
  readonly find: (page: PageRequest) => MaybePromise<Page<T>>;
}

export interface PageRequest {
  readonly pageSize: number;
  readonly pageState?: string;
}

/** For lists that are known to be empty: upstream is not called, and `first` and `after` are checked nevertheless. */
export const findNothing = async (): Promise<Page<never>> => ({ items: [] });

/**
 * The first items after a cursor, from as many upstream pages as they take.
 *
 * @throws InputError - for a `first` out of range
 * @throws InvalidCursorError
 */
export async function paginate<T>(list: PaginatedList<T>): Promise<ConnectionModel<T>> {
  checkFirst(list.first, list.maxFirst);
  const listId = lazy(() => fingerprint(list.identity));
  const isContinued = typeof list.after === 'string';
  let at: CursorPosition | null =
    typeof list.after === 'string' ? fromCursor(listId(), list.after) : { pageState: null, offset: 0 };
  const pieces: Piece<T>[] = [];
  let count = 0;
  let isMore = false;
  while (at && count < list.first) {
    const start: CursorPosition = at;
    const wanted = list.first - count;
    const page: Page<T> = await list.find(toRequest(start, Math.min(start.offset + wanted, list.maxPageSize)));
    const nodes = page.items.slice(start.offset, start.offset + wanted);
    pieces.push({ start, nodes, pageLength: page.items.length, nextPageState: page.nextPageState });
    count += nodes.length;
    isMore = page.items.length > start.offset + wanted;
    at = nextPage(start, page);
  }
  const next = at;
  return toConnection(listId, pieces, isContinued, async () => isMore || (await isAnythingAt(list, next)));
}

/** Converts the nodes of a connection. */
export function mapNodes<A, B>(connection: ConnectionModel<A>, toNode: (node: A) => B): ConnectionModel<B> {
  const nodes = connection.nodes.map(toNode);
  return new Connection(nodes, connection.pageInfo, () =>
    connection.edges.map((edge, index) => new Edge(nodes[index] as B, edge.similarity, () => edge.cursor)),
  );
}

/** The part of one upstream page that the connection takes. */
interface Piece<T> {
  readonly start: CursorPosition;
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

function toRequest({ pageState }: CursorPosition, pageSize: number): PageRequest {
  return pageState === null ? { pageSize } : { pageSize, pageState };
}

/** The position after the item that was taken as number `index` from a page. */
function positionAfter<T>(
  { start: { pageState, offset }, pageLength, nextPageState }: Piece<T>,
  index: number,
): CursorPosition {
  const consumed = offset + index + 1;
  if (consumed === pageLength && nextPageState !== undefined) return { pageState: nextPageState, offset: 0 };
  return { pageState, offset: consumed };
}

/** The start of the next page. Pages are also cut by bytes: an offset beyond this page continues in the next. */
function nextPage<T>({ offset }: CursorPosition, { items, nextPageState }: Page<T>): CursorPosition | null {
  return nextPageState === undefined ? null : { pageState: nextPageState, offset: Math.max(0, offset - items.length) };
}

/** Whether any item follows; a page may be empty and not the last. */
async function isAnythingAt<T>(list: PaginatedList<T>, start: CursorPosition | null): Promise<boolean> {
  let at = start;
  while (at) {
    const page: Page<T> = await list.find(toRequest(at, Math.min(at.offset + 1, list.maxPageSize)));
    if (page.items.length > at.offset) return true;
    at = nextPage(at, page);
  }
  return false;
}

function toConnection<T>(
  listId: () => string,
  pieces: readonly Piece<T>[],
  hasPreviousPage: boolean,
  hasNextPage: () => Promise<boolean>,
): ConnectionModel<T> {
  const cursorOf = (piece: Piece<T>, index: number) => toCursor(listId(), positionAfter(piece, index));
  const cursorAt = (end: 'first' | 'last') => {
    const filled = pieces.filter(({ nodes }) => nodes.length > 0);
    const piece = end === 'first' ? filled[0] : filled.at(-1);
    return piece ? cursorOf(piece, end === 'first' ? 0 : piece.nodes.length - 1) : null;
  };
  // Faster than `flatMap`, which looks at each node.
  const nodes = ([] as readonly T[]).concat(...pieces.map((piece) => piece.nodes));
  return new Connection(nodes, new PageInfo(hasPreviousPage, hasNextPage, cursorAt), () =>
    pieces.flatMap((piece) => piece.nodes.map((node, index) => new Edge(node, null, () => cursorOf(piece, index)))),
  );
}
