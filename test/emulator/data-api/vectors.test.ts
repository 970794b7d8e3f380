import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, type Harness, openHarness } from './harness.ts';

const METRICS = ['cosine', 'dot_product', 'euclidean'] as const;
type Metric = (typeof METRICS)[number];

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness.close());

const component = fc.integer({ min: -8, max: 8 }).map((number) => number / 8);
const vector = fc.tuple(component, component, component).filter((numbers) => numbers.some((number) => number !== 0));
const vectors = fc.array(vector, { minLength: 1, maxLength: 12 });

const product = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, number, at) => sum + number * (other[at] ?? 0), 0);

function similarity(metric: Metric, one: readonly number[], other: readonly number[]): number {
  if (metric === 'dot_product') return (1 + product(one, other)) / 2;
  if (metric === 'cosine') return (1 + product(one, other) / Math.hypot(...one) / Math.hypot(...other)) / 2;
  return 1 / (1 + one.reduce((sum, number, at) => sum + (number - (other[at] ?? 0)) ** 2, 0));
}

/** The bytes of floats, the highest first. */
function binary(numbers: readonly number[]): { $binary: string } {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [at, number] of numbers.entries()) bytes.writeFloatBE(number, at * 4);
  return { $binary: bytes.toString('base64') };
}

describe('vector search', () => {
  it.each(METRICS)('by %s finds the nearest first, whichever form vectors are sent in', async (metric) => {
    const place = await harness.collection(metric, { vector: { dimension: 3, metric } });
    await fc.assert(
      fc.asyncProperty(vectors, vector, fc.integer({ min: 1, max: 12 }), async (stored, wanted, limit) => {
        await harness.command(place, { deleteMany: {} });
        const documents = stored.map((each, at) => ({ _id: at, $vector: at % 2 === 0 ? each : binary(each) }));
        await harness.command(place, { insertMany: { documents } });
        const find = (sort: unknown) =>
          harness.command(place, { find: { sort: { $vector: sort }, options: { limit, includeSimilarity: true } } });
        const { data } = await find(wanted);
        const found = (data?.documents ?? []).map(({ $similarity }) => Number($similarity));
        const expected = stored.map((each) => similarity(metric, each, wanted)).sort((one, other) => other - one);
        expect(found).toHaveLength(Math.min(limit, stored.length));
        for (const [at, number] of found.entries()) expect(number).toBeCloseTo(expected[at] ?? Number.NaN, 5);
        expect((await find(binary(wanted))).data).toEqual(data);
      }),
      { numRuns: 20 },
    );
  });

  it('gives vectors back in the form in which they came', async () => {
    const place = await harness.collection('forms', { vector: { dimension: 2 } });
    const documents = [
      { _id: 'list', $vector: [0.1, 2] },
      { _id: 'binary', $vector: binary([0.5, 2]) },
    ];
    await harness.command(place, { insertMany: { documents } });
    const { data } = await harness.command(place, { find: { projection: { '*': 1 } } });
    expect(data?.documents).toEqual(expect.arrayContaining(documents));
  });

  it('takes no vector that the database could not index', async () => {
    const place = await harness.collection('refused', { vector: { dimension: 2 } });
    const insert = async ($vector: unknown) =>
      codes(await harness.command(place, { insertOne: { document: { $vector } } }));
    expect(await insert([0, 0])).toEqual(['DATABASE/FAILED_WRITE_REQUEST']);
    expect(await insert([1e39, 0])).toEqual(['DATABASE/FAILED_WRITE_REQUEST']);
    expect(await insert([1])).toEqual(['DOCUMENT/INVALID_VECTOR_LENGTH']);
    expect(await insert(null)).toEqual([]);
  });
});
