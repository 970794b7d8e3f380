import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, openHarness } from './harness.ts';

const PAGE_SIZE = 7;

let harness: Harness;
let made = 0;

beforeAll(async () => {
  harness = await openHarness({ dataPageSize: PAGE_SIZE });
});

afterAll(() => harness.close());

async function filled(count: number): Promise<string> {
  made += 1;
  const place = await harness.collection(`pages_${made}`, { indexing: { allow: ['odd', 'n'] } });
  const documents = Array.from({ length: count }, (_, at) => ({ _id: `d${at}`, n: at, odd: at % 2 === 1 }));
  if (count > 0) await harness.command(place, { insertMany: { documents } });
  return place;
}

async function walk(place: string, find: object, limit?: number): Promise<{ sizes: number[]; ids: unknown[] }> {
  const sizes: number[] = [];
  const ids: unknown[] = [];
  let pageState: string | null = null;
  do {
    const options = { ...(limit !== undefined && { limit }), ...(pageState !== null && { pageState }) };
    const { data } = await harness.command(place, { find: { ...find, options } });
    const documents = data?.documents ?? [];
    sizes.push(documents.length);
    ids.push(...documents.map(({ _id }) => _id));
    pageState = data?.nextPageState ?? null;
  } while (pageState !== null);
  return { sizes, ids };
}

describe('pages', () => {
  it('show each document once, and end with one that is not full', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 30 }), fc.boolean(), async (count, isFiltered) => {
        const place = await filled(count);
        const wanted = isFiltered ? Math.floor(count / 2) : count;
        const { sizes, ids } = await walk(place, isFiltered ? { filter: { odd: true } } : {});
        expect(new Set(ids).size).toBe(wanted);
        expect(ids.length).toBe(wanted);
        expect(sizes).toEqual([
          ...Array.from({ length: Math.floor(wanted / PAGE_SIZE) }, () => PAGE_SIZE),
          wanted % PAGE_SIZE,
        ]);
      }),
      { numRuns: 8 },
    ));

  it('are as many as a limit allows, of all pages together', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
        const place = await filled(25);
        const { ids } = await walk(place, {}, limit);
        expect(ids.length).toBe(Math.min(limit, 25));
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 8 },
    ));

  it('are what updateMany changes a call, each document once', async () => {
    const place = await filled(20);
    let pageState: unknown;
    const counts: unknown[] = [];
    do {
      const options = pageState === undefined ? {} : { pageState };
      const { status } = await harness.command(place, { updateMany: { update: { $inc: { n: 100 } }, options } });
      counts.push(status?.modifiedCount);
      pageState = status?.nextPageState;
    } while (pageState !== undefined);
    expect(counts).toEqual([7, 7, 6]);
    const { data } = await harness.command(place, {
      find: { filter: { n: { $gte: 100 } }, sort: { n: 1 }, options: { limit: 3 } },
    });
    expect(data?.documents?.map(({ n }) => n)).toEqual([100, 101, 102]);
  });

  it('stay where they were when documents come and go before them', async () => {
    const place = await filled(20);
    const first = await harness.command(place, { find: {} });
    const [gone] = first.data?.documents ?? [];
    await harness.command(place, { deleteOne: { filter: { _id: gone?._id } } });
    const second = await harness.command(place, { find: { options: { pageState: first.data?.nextPageState } } });
    const ids = [first, second].flatMap(({ data }) => data?.documents?.map(({ _id }) => _id) ?? []);
    expect(new Set(ids).size).toBe(14);
  });
});
