import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, type Harness, openHarness } from './harness.ts';

const documents = Array.from({ length: 27 }, (_, at) => ({
  _id: at,
  ...(at % 3 > 0 && { a: at % 3 }),
  ...(Math.floor(at / 3) % 3 > 0 && { b: Math.floor(at / 3) % 3 }),
  c: Math.floor(at / 9) % 3,
}));
type Numbered = (typeof documents)[number];
type Condition = Readonly<Record<string, object | number>>;

let harness: Harness;
let place: string;

beforeAll(async () => {
  harness = await openHarness();
  place = await harness.collection('numbers');
  await harness.command(place, { insertMany: { documents } });
});

afterAll(() => harness.close());

const member = fc.constantFrom('a', 'b', 'c');
const operator = fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte');
const comparison = fc.record({ member, operator, value: fc.integer({ min: 0, max: 3 }) });
type Comparison = typeof comparison extends fc.Arbitrary<infer T> ? T : never;

const asFilter = ({ member: name, operator: sign, value }: Comparison): Condition => ({ [name]: { [sign]: value } });

/** Documents without the member satisfy `$ne` alone. */
function holds({ member: name, operator: sign, value }: Comparison, document: Numbered): boolean {
  const own = document[name as 'a' | 'b' | 'c'];
  if (own === undefined) return sign === '$ne';
  const answers = {
    $eq: own === value,
    $ne: own !== value,
    $gt: own > value,
    $gte: own >= value,
    $lt: own < value,
    $lte: own <= value,
  };
  return answers[sign as keyof typeof answers];
}

const INVERTED: Readonly<Record<Comparison['operator'], Comparison['operator']>> = {
  $eq: '$ne',
  $ne: '$eq',
  $gt: '$lte',
  $lte: '$gt',
  $gte: '$lt',
  $lt: '$gte',
};

async function found(filter: object): Promise<unknown[]> {
  const { data } = await harness.command(place, { find: { filter } });
  return (data?.documents ?? []).map(({ _id }) => Number(_id)).sort((one, other) => one - other);
}

const expected = (test: (document: Numbered) => boolean) => documents.filter(test).map(({ _id }) => _id);

describe('filters', () => {
  it('join members by AND', () =>
    fc.assert(
      fc.asyncProperty(fc.array(comparison, { minLength: 1, maxLength: 3 }), async (comparisons) => {
        const filter = { $and: comparisons.map(asFilter) };
        expect(await found(filter)).toEqual(expected((one) => comparisons.every((each) => holds(each, one))));
      }),
      { numRuns: 25 },
    ));

  it('join all conditions inside $or by OR, even those of one element', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(comparison, { selector: (each) => each.member, minLength: 1 }), {
          minLength: 1,
          maxLength: 3,
        }),
        async (elements) => {
          const filter = { $or: elements.map((element) => Object.assign({}, ...element.map(asFilter))) };
          expect(await found(filter)).toEqual(expected((one) => elements.flat().some((each) => holds(each, one))));
        },
      ),
      { numRuns: 25 },
    ));

  it('turn operators round inside $not, so that what is missing stays out of ranges', () =>
    fc.assert(
      fc.asyncProperty(fc.array(comparison, { minLength: 1, maxLength: 2 }), async (comparisons) => {
        const inverted = comparisons.map((each) => ({ ...each, operator: INVERTED[each.operator] }));
        const filter = { $not: { $and: comparisons.map(asFilter) } };
        expect(await found(filter)).toEqual(expected((one) => inverted.some((each) => holds(each, one))));
        expect(await found({ $not: filter })).toEqual(await found({ $and: comparisons.map(asFilter) }));
      }),
      { numRuns: 25 },
    ));

  it('find by an identifier, whatever else is asked, at most its document', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 40 }), comparison, async (id, other) => {
        const filter = { _id: id, ...asFilter(other) };
        expect(await found(filter)).toEqual(expected((one) => one._id === id && holds(other, one)));
      }),
      { numRuns: 20 },
    ));

  it.each([
    [{ a: { $in: Array.from({ length: 101 }, () => 1) } }, 'FILTER/FILTER_INVALID_EXPRESSION'],
    [{ _id: { $in: [{ $uuid: 'x' }] } }, 'DOCUMENT/SHRED_BAD_DOCID_TYPE'],
    [{ _id: { $gt: '' } }, 'DOCUMENT/SHRED_BAD_DOCID_VALUE'],
    [{ $not: { $not: { a: { $size: 0 } } } }, '/UNEXPECTED_SERVER_ERROR'],
    [{ $or: [{ _id: 1 }, { a: 1 }] }, 'FILTER/FILTER_INVALID_EXPRESSION'],
    [{ $and: [{ _id: 1 }, { $or: [{ $and: [{ _id: 2 }] }] }] }, 'FILTER/FILTER_MULTIPLE_ID_FILTER'],
    [{ a: { b: { $gte: 1 } } }, 'FILTER/FILTER_INVALID_EXPRESSION'],
  ])('refuse %j', async (filter, code) => {
    expect(codes(await harness.command(place, { find: { filter } }))).toEqual([code]);
  });
});
