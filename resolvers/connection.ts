/**
 * Connections over paged lists. Upstream's page states mark the start of a page, so a cursor holds the state of its page's
 * start and an offset; at the end of a page it holds the next state with offset 0.
 */
import { InputError } from '../datasources/errors.ts';
import type { Page } from '../datasources/source.ts';
import { fromCursor, type Place, toCursor } from './cursor.ts';
import type { ConnectionModel, EdgeModel } from './models.ts';
import { fingerprint } from './seal.ts';

export interface Walk<T> {
  readonly first: number;
  readonly maxFirst: number;
  readonly after: string | null | undefined;
  /** All that decides what is in the list and in which order, but neither `first` nor what is selected of its items. */
  readonly list: unknown;
  /** The most that one upstream page can hold. */
  readonly maxPageSize: number;
  readonly find: (page: PageRequest) => Promise<Page<T>>;
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
  const edges: EdgeModel<T>[] = [];
  let isMore = false;
  while (at && edges.length < walk.first) {
    const start: Place = at;
    const wanted = walk.first - edges.length;
    const page: Page<T> = await walk.find(toRequest(start, Math.min(start.offset + wanted, walk.maxPageSize)));
    const taken = page.items.slice(start.offset, start.offset + wanted);
    for (const [index, node] of taken.entries()) {
      edges.push({ node, cursor: toCursor(listId, placeBehind(start, index, page)) });
    }
    isMore = page.items.length > start.offset + wanted;
    at = nextPage(start, page);
  }
  const behind = at;
  return toConnection(edges, isContinued, async () => isMore || (await isAnythingAt(walk, behind)));
}

/** The same connection of other nodes. */
export function mapNodes<A, B>({ edges, pageInfo }: ConnectionModel<A>, toNode: (node: A) => B): ConnectionModel<B> {
  const mapped = edges.map(({ node, cursor }) => ({ node: toNode(node), cursor }));
  return { edges: mapped, nodes: mapped.map(({ node }) => node), pageInfo };
}

function checkFirst(first: number, maxFirst: number): void {
  if (first < 1 || first > maxFirst) {
    throw new InputError(`"first" is ${first}: it must be from 1 to ${maxFirst}. Read further pages with "after".`);
  }
}

function toRequest({ pageState }: Place, pageSize: number): PageRequest {
  return pageState === null ? { pageSize } : { pageSize, pageState };
}

/** Where to go on behind the item that was taken as number `index` from a page. */
function placeBehind<T>({ pageState, offset }: Place, index: number, { items, nextPageState }: Page<T>): Place {
  const consumed = offset + index + 1;
  if (consumed === items.length && nextPageState !== undefined) return { pageState: nextPageState, offset: 0 };
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

function toConnection<T>(
  edges: readonly EdgeModel<T>[],
  hasPreviousPage: boolean,
  hasNextPage: () => Promise<boolean>,
): ConnectionModel<T> {
  const startCursor = edges.at(0)?.cursor ?? null;
  const endCursor = edges.at(-1)?.cursor ?? null;
  const nodes = edges.map(({ node }) => node);
  return { edges, nodes, pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor } };
}
