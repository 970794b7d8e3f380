/**
 * Connections over paged lists. Upstream's page states mark the start of a page, so a cursor holds the state of its page's
 * start and an offset; at the end of a page it holds the next state with offset 0.
 */
import { InputError } from '../datasources/errors.ts';
import type { Page } from '../datasources/source.ts';
import { InvalidCursorError } from './errors.ts';
import type { ConnectionModel, EdgeModel } from './models.ts';
import { fingerprint, seal, unseal } from './seal.ts';

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

/** A place in a list: the state where a page starts (`null` for the first), and how many of its items lie before. */
interface Place {
  readonly pageState: string | null;
  readonly offset: number;
}

/**
 * The first items behind a cursor, from as many upstream pages as they take.
 *
 * @throws InputError - for a `first` out of range
 * @throws InvalidCursorError
 */
export async function connect<T>(walk: Walk<T>): Promise<ConnectionModel<T>> {
  checkFirst(walk.first, walk.maxFirst);
  const purpose = `cursor ${fingerprint(walk.list)}`;
  const edges: EdgeModel<T>[] = [];
  let place: Place | null = walk.after ? fromCursor(purpose, walk.after) : { pageState: null, offset: 0 };
  let isMore = false;
  while (place && edges.length < walk.first) {
    const start: Place = place;
    const wanted = walk.first - edges.length;
    const page: Page<T> = await walk.find(toRequest(start, Math.min(start.offset + wanted, walk.maxPageSize)));
    const next = placeBehind(start, page);
    const taken = page.items.slice(start.offset, start.offset + wanted);
    for (const [index, node] of taken.entries()) {
      const offset = start.offset + index + 1;
      const behind = offset === page.items.length && next ? next : { pageState: start.pageState, offset };
      edges.push({ node, cursor: toCursor(purpose, behind) });
    }
    isMore = page.items.length > start.offset + wanted;
    place = next;
  }
  const behind = place;
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: async () => isMore || (await isAnythingAt(walk, behind)),
      hasPreviousPage: Boolean(walk.after),
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A connection that is known to be empty. */
export function emptyConnection<T>(hasPreviousPage = false): ConnectionModel<T> {
  const pageInfo = { hasNextPage: async () => false, hasPreviousPage, startCursor: null, endCursor: null };
  return { edges: [], nodes: [], pageInfo };
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

/** Where the next page starts; an offset beyond a page (pages are cut by bytes too) goes on in the next. */
function placeBehind<T>({ offset }: Place, { items, nextPageState }: Page<T>): Place | null {
  return nextPageState === undefined ? null : { pageState: nextPageState, offset: Math.max(0, offset - items.length) };
}

/** Looks whether any item follows; pages may be empty and go on. */
async function isAnythingAt<T>(walk: Walk<T>, place: Place | null): Promise<boolean> {
  let at = place;
  while (at) {
    const page: Page<T> = await walk.find(toRequest(at, at.offset + 1));
    if (page.items.length > at.offset) return true;
    at = placeBehind(at, page);
  }
  return false;
}

function toCursor(purpose: string, { pageState, offset }: Place): string {
  return seal(purpose, [pageState, offset]);
}

function fromCursor(purpose: string, cursor: string): Place {
  const content = unseal(purpose, cursor);
  if (!Array.isArray(content)) {
    throw new InvalidCursorError(
      `The cursor "${cursor}" is not one of this list. Send the "endCursor" of the page before, with all other arguments unchanged; or start without "after".`,
    );
  }
  return { pageState: content[0] as string | null, offset: content[1] as number };
}
