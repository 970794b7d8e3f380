import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boundedQueue } from '../../../emulator/data-api/tables/read/bounded-queue.ts';
import { codes, type Harness, openHarness } from './harness.ts';

const PAGE = 10;
const ROWS = 35;
let harness: Harness;

beforeAll(async () => {
  harness = await openHarness({ dataPageSize: PAGE });
  const columns = { p: 'int', c: 'int', n: 'int' };
  const primaryKey = { partitionBy: ['p'], partitionSort: { c: -1 } };
  await harness.command('/shop', { createTable: { name: 'line', definition: { columns, primaryKey } } });
  const documents = Array.from({ length: ROWS }, (_, c) => ({ p: c % 2, c, n: (c * 7) % 5 }));
  await harness.command('/shop/line', { insertMany: { documents } });
});
afterAll(() => harness.close());

interface Find {
  readonly filter?: object;
  readonly sort?: object;
  readonly options?: object;
}

async function page(find: Find, pageState?: string | null) {
  const options = { ...find.options, ...(pageState && { pageState }) };
  return harness.command('/shop/line', { find: { ...find, options } });
}

/** The clustering values of all pages, and how many each page has. */
async function walk(find: Find) {
  const [seen, sizes]: [number[], number[]] = [[], []];
  let state: string | null | undefined;
  do {
    const { data } = await page(find, state);
    const rows = data?.documents ?? [];
    sizes.push(rows.length);
    seen.push(...rows.map(({ c }) => c as number));
    state = data?.nextPageState;
  } while (state);
  return { seen, sizes };
}

const down = (from: number, count: number) => Array.from({ length: count }, (_, index) => from - 2 * index);

describe('pages of a table', () => {
  it('hold each row once, of all partitions and of one, along its order and against it', async () => {
    const all = await walk({});
    expect(all.sizes).toEqual([10, 10, 10, 5]);
    expect([...all.seen].sort((one, other) => one - other)).toEqual(Array.from({ length: ROWS }, (_, c) => c));
    expect(await walk({ filter: { p: 0 } })).toEqual({ seen: down(34, 18), sizes: [10, 8] });
    expect(await walk({ filter: { p: 0 }, sort: { c: 1 } })).toEqual({ seen: down(34, 18).reverse(), sizes: [10, 8] });
    expect((await walk({ filter: { p: { $in: [0, 1] }, c: { $gte: 15 } } })).sizes).toEqual([10, 10]);
  });

  it('end after a limit, which is the total and lives in the state', async () => {
    expect((await walk({ options: { limit: 7 } })).sizes).toEqual([7]);
    expect((await walk({ options: { limit: 10 } })).sizes).toEqual([10]);
    expect((await walk({ options: { limit: 23 } })).sizes).toEqual([10, 10, 3]);
    const { data } = await page({ options: { limit: 12 } });
    expect((await page({}, data?.nextPageState)).data).toMatchObject({ documents: [{}, {}], nextPageState: null });
  });

  it('begin anew with a limit of a page or less, whatever the state', async () => {
    const first = await page({});
    const again = await page({ options: { limit: PAGE } }, first.data?.nextPageState);
    expect(again.data?.documents).toEqual(first.data?.documents);
  });

  it('go on at the same place with another filter', async () => {
    const first = await page({ filter: { p: 0 } });
    const rest = await page({ filter: { p: 0, n: { $gte: 0 } } }, first.data?.nextPageState);
    expect(rest.data?.documents?.map(({ c }) => c)).toEqual(down(14, 8));
  });

  it('are one for a sort in memory', async () => {
    const first = await page({});
    const sorted = await page({ sort: { n: 1 } });
    expect(sorted.data?.nextPageState).toBeNull();
    expect(sorted.status?.sortedRowCount).toBe(ROWS);
    expect(sorted.data?.documents).toHaveLength(PAGE);
    const refused = await page({ sort: { n: 1 } }, first.data?.nextPageState);
    expect(codes(refused)).toEqual(['SORT/UNSUPPORTED_PAGINATION_WITH_IN_MEMORY_SORTING']);
  });
});

it('keeps the least of many items in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: 1, max: 12 }), (items, size) => {
      const queue = boundedQueue<number>((one, other) => one - other, size);
      for (const item of items) queue.add(item);
      expect(queue.drain()).toEqual([...items].sort((one, other) => one - other).slice(0, size));
    }),
  );
});
