/** Walking over a source whose pages are cut where they please, as byte limits do it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError, InvalidCursorError } from '../../../datasources/source/errors.ts';
import type { Page } from '../../../datasources/source/source.ts';
import { findNothing, type PageRequest, type PaginatedList, paginate } from '../../../resolvers/relay/connection.ts';
import type { ConnectionModel } from '../../../resolvers/shared/models.ts';

interface PagedList {
  readonly requests: PageRequest[];
  readonly find: (page: PageRequest) => Promise<Page<number>>;
}

/**
 * The numbers from 0 up to a length.
 *
 * @param cut - the most items of a page by its start, whatever page size is asked for
 * @param endsLate - whether a page that ends with the list has a state for an empty page behind it
 */
function pagedList(length: number, cut: (start: number) => number = () => Infinity, endsLate = false): PagedList {
  const requests: PageRequest[] = [];
  async function find(page: PageRequest): Promise<Page<number>> {
    requests.push(page);
    const start = page.pageState === undefined ? 0 : Number(page.pageState);
    const end = Math.min(length, start + Math.min(page.pageSize, cut(start)));
    const items = Array.from({ length: end - start }, (_, index) => start + index);
    const isMore = end < length || (endsLate && start < length);
    return isMore ? { items, nextPageState: String(end) } : { items };
  }
  return { requests, find };
}

function walkOver(list: PagedList, options: Partial<PaginatedList<number>> = {}): PaginatedList<number> {
  return { first: 10, maxFirst: 1000, after: null, identity: 'numbers', maxPageSize: 20, find: list.find, ...options };
}

describe('a connection', () => {
  test('is the first items, each with its cursor', async () => {
    const { edges, nodes, pageInfo } = await paginate(walkOver(pagedList(25)));
    expect(nodes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(edges.map(({ node }) => node)).toEqual(nodes);
    expect(new Set(edges.map(({ cursor }) => cursor)).size).toBe(10);
    expect(pageInfo).toMatchObject({
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor,
      endCursor: edges[9]?.cursor,
    });
  });

  test('of nothing has no cursors', async () => {
    const { edges, pageInfo } = await paginate(walkOver(pagedList(0)));
    expect(edges).toEqual([]);
    expect(pageInfo).toMatchObject({ hasPreviousPage: false, startCursor: null, endCursor: null });
    expect(await pageInfo.hasNextPage()).toBe(false);
  });

  test('takes one page when one page holds it, and as many as it needs', async () => {
    const small = pagedList(100);
    await paginate(walkOver(small, { first: 20 }));
    expect(small.requests).toEqual([{ pageSize: 20 }]);
    const large = pagedList(100);
    await paginate(walkOver(large, { first: 50 }));
    expect(large.requests).toEqual([
      { pageSize: 20 },
      { pageSize: 20, pageState: '20' },
      { pageSize: 10, pageState: '40' },
    ]);
  });

  test('goes on behind the end of a page without reading that page again', async () => {
    const list = pagedList(100);
    const { pageInfo } = await paginate(walkOver(list));
    const next = await paginate(walkOver(list, { after: pageInfo.endCursor }));
    expect(next.nodes[0]).toBe(10);
    expect(next.pageInfo.hasPreviousPage).toBe(true);
    expect(list.requests.at(-1)).toEqual({ pageSize: 10, pageState: '10' });
  });

  test('goes on in the middle of a page with any other first', async () => {
    const list = pagedList(100);
    const { edges } = await paginate(walkOver(list));
    const next = await paginate(walkOver(list, { after: edges[3]?.cursor, first: 3 }));
    expect(next.nodes).toEqual([4, 5, 6]);
    expect(list.requests).toHaveLength(2);
  });

  test('looks for one more item only when it is asked, and only where it cannot tell', async () => {
    const list = pagedList(20);
    const ended = await paginate(walkOver(list, { first: 20 }));
    expect(await ended.pageInfo.hasNextPage()).toBe(false);
    expect(list.requests).toHaveLength(1);
    const full = await paginate(walkOver(list, { first: 10 }));
    expect(list.requests).toHaveLength(2);
    expect(await full.pageInfo.hasNextPage()).toBe(true);
    expect(list.requests.slice(2)).toEqual([{ pageSize: 1, pageState: '10' }]);
  });

  test('that ends with a page state has no next page when nothing follows', async () => {
    const { pageInfo } = await paginate(walkOver(pagedList(10, undefined, true)));
    expect(await pageInfo.hasNextPage()).toBe(false);
  });

  test('known to be empty checks first and after all the same', async () => {
    const nothing = walkOver({ requests: [], find: findNothing });
    expect((await paginate(nothing)).nodes).toEqual([]);
    await expect(paginate({ ...nothing, first: 0 })).rejects.toThrow(InputError);
    await expect(paginate({ ...nothing, after: 'x' })).rejects.toThrow(InvalidCursorError);
  });

  test.each([0, -1, 1001])('first: %d is refused with the range, before anything is asked', async (first) => {
    const list = pagedList(10);
    await expect(paginate(walkOver(list, { first }))).rejects.toThrow(`"first" is ${first}: it must be from 1 to 1000`);
    expect(list.requests).toEqual([]);
  });

  test('refuses a cursor of another list, and an empty one', async () => {
    const list = pagedList(100);
    const { pageInfo } = await paginate(walkOver(list));
    const other = walkOver(list, { identity: 'letters', after: pageInfo.endCursor });
    await expect(paginate(other)).rejects.toThrow(InvalidCursorError);
    await expect(paginate(walkOver(list, { after: '' }))).rejects.toThrow(InvalidCursorError);
  });

  test('answers every item once and in order, and knows its end, however pages are cut', async () => {
    const cuts = fc.array(fc.nat(4), { minLength: 1, maxLength: 7 }).filter((sizes) => sizes.some((size) => size > 0));
    const firsts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.nat(40), cuts, firsts, fc.boolean(), async (length, sizes, steps, endsLate) => {
        const list = pagedList(length, (start) => Math.max(1, sizes[start % sizes.length] ?? 1), endsLate);
        const seen: number[] = [];
        let after: string | null = null;
        for (let round = 0; ; round += 1) {
          const first = steps[round % steps.length] ?? 1;
          const page: ConnectionModel<number> = await paginate(walkOver(list, { first, after, maxPageSize: 5 }));
          seen.push(...page.nodes);
          expect(await page.pageInfo.hasNextPage()).toBe(seen.length < length);
          if (seen.length >= length) break;
          expect(page.nodes).toHaveLength(Math.min(first, length - (seen.length - page.nodes.length)));
          after = page.pageInfo.endCursor;
        }
        expect(seen).toEqual(Array.from({ length }, (_, index) => index));
      }),
    );
  });

  test('goes on behind any of its cursors', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 7 }),
        fc.nat(),
        async (length, cut, at) => {
          const list = pagedList(length, () => cut);
          const { edges } = await paginate(walkOver(list, { first: 40, maxPageSize: 5 }));
          const edge = edges[at % edges.length];
          const next = await paginate(walkOver(list, { first: 40, maxPageSize: 5, after: edge?.cursor }));
          expect(next.nodes).toEqual(edges.map(({ node }) => node).filter((node) => node > Number(edge?.node)));
        },
      ),
    );
  });
});
