import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, type Harness, openHarness } from './harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness.close());

interface Row {
  readonly id: number;
  readonly n?: number;
  readonly w?: string;
  readonly l?: readonly number[];
  readonly m?: Readonly<Record<string, number>>;
}

const rowsOf = fc.array(
  fc.record(
    {
      n: fc.integer({ min: 0, max: 4 }),
      w: fc.constantFrom('a', 'b', 'c'),
      l: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
      m: fc.dictionary(fc.constantFrom('x', 'y'), fc.integer({ min: 0, max: 2 }), { minKeys: 1 }),
    },
    { requiredKeys: [] },
  ),
  { minLength: 10, maxLength: 30 },
);

type Condition = readonly [path: string, operator: string, operand: unknown];
type Filter = {
  readonly all?: readonly Filter[];
  readonly any?: readonly Filter[];
  readonly not?: Filter;
  readonly one?: Condition;
};

const scalars = fc.oneof(
  fc.tuple(
    fc.constant('n'),
    fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'),
    fc.integer({ min: 0, max: 4 }),
  ),
  fc.tuple(fc.constant('w'), fc.constantFrom('$eq', '$ne', '$gt', '$lte'), fc.constantFrom('a', 'b', 'c')),
  fc.tuple(
    fc.constant('n'),
    fc.constantFrom('$in', '$nin'),
    fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
  ),
  fc.tuple(
    fc.constant('l'),
    fc.constantFrom('$in', '$nin', '$all'),
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 2 }),
  ),
);
const condition = scalars.map((one): Filter => ({ one: one as Condition }));
/** CQL joins by AND no two conditions on one column of which one is an equality. */
const onColumns = fc.uniqueArray(condition, { minLength: 2, maxLength: 3, selector: ({ one }) => one?.[0] });
const filters = fc.oneof(
  { weight: 4, arbitrary: condition },
  { weight: 1, arbitrary: condition.map((not): Filter => ({ not })) },
  { weight: 1, arbitrary: fc.array(condition, { minLength: 2, maxLength: 3 }).map((any): Filter => ({ any })) },
  {
    weight: 1,
    arbitrary: onColumns.map((any): Filter => ({ not: { any } })),
  },
);

function toJson({ all, any, not, one }: Filter): object {
  if (one) return { [one[0]]: { [one[1]]: one[2] } };
  if (not) return { $not: toJson(not) };
  return any ? { $or: any.map(toJson) } : { $and: (all ?? []).map(toJson) };
}

/** Operators are turned round by $not, so that rows without a value stay out. */
const INVERSE: Readonly<Record<string, string>> = {
  $eq: '$ne',
  $ne: '$eq',
  $gt: '$lte',
  $lte: '$gt',
  $gte: '$lt',
  $lt: '$gte',
  $in: '$nin',
  $nin: '$in',
  $all: '$notAny',
};

function model(filter: Filter, row: Row, inverted = false): boolean {
  const { any, not, one } = filter;
  if (not) return model(not, row, !inverted);
  if (any) return inverted ? any.every((each) => model(each, row, true)) : any.some((each) => model(each, row));
  return one ? holds(one[0], (inverted ? INVERSE[one[1]] : one[1]) ?? '', one[2], row) : true;
}

function holds(path: string, operator: string, operand: unknown, row: Row): boolean {
  if (path === 'l') {
    const [list, wanted] = [row.l ?? [], operand as number[]];
    const has = (value: number) => list.includes(value);
    if (operator === '$in') return wanted.some(has);
    if (operator === '$nin') return !wanted.some(has);
    return operator === '$all' ? wanted.every(has) : !wanted.every(has);
  }
  const value = path === 'n' ? row.n : row.w;
  if (value === undefined) return false;
  if (operator === '$in') return (operand as unknown[]).includes(value);
  if (operator === '$nin') return !(operand as unknown[]).includes(value);
  const [one, other] = [value as number, operand as number];
  return (
    {
      $eq: one === other,
      $ne: one !== other,
      $gt: one > other,
      $gte: one >= other,
      $lt: one < other,
      $lte: one <= other,
    }[operator] ?? false
  );
}

let made = 0;

async function fill(rows: readonly object[]): Promise<string> {
  made += 1;
  const name = `rows_${made}`;
  const columns = {
    id: 'int',
    n: 'int',
    w: 'text',
    l: { type: 'list', valueType: 'int' },
    m: { type: 'map', keyType: 'text', valueType: 'int' },
  };
  await harness.command('/shop', { createTable: { name, definition: { columns, primaryKey: 'id' } } });
  await harness.command(`/shop/${name}`, { insertMany: { documents: rows } });
  return `/shop/${name}`;
}

async function found(place: string, filter: object): Promise<number[]> {
  const { data } = await harness.command(place, { find: { filter, projection: { id: 1 } } });
  return (data?.documents ?? []).map(({ id }) => id as number).sort((one, other) => one - other);
}

const warnings = async (place: string, filter: object) => {
  const { status } = await harness.command(place, { find: { filter } });
  return ((status?.warnings ?? []) as { errorCode: string }[]).map(({ errorCode }) => errorCode);
};

describe('filters', () => {
  it('find what a small model finds', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, fc.array(filters, { minLength: 6, maxLength: 6 }), async (values, asked) => {
        const rows: Row[] = values.map((value, id) => ({ id, ...value }));
        const place = await fill(rows);
        for (const filter of asked) {
          const wanted = rows.filter((row) => model(filter, row)).map(({ id }) => id);
          expect(await found(place, toJson(filter)), JSON.stringify(toJson(filter))).toEqual(wanted);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('find the same with an index as without', async () => {
    const place = await fill(Array.from({ length: 20 }, (_, id) => ({ id, n: id % 3, w: id % 2 ? 'Abc' : 'abc' })));
    const asked = [
      { n: 1 },
      { n: { $gt: 0 } },
      { w: 'abc' },
      { n: 1, w: 'abc' },
      { w: { $ne: 'abc' } },
      { n: { $in: [0, 2] } },
    ];
    const before = await Promise.all(asked.map((filter) => found(place, filter)));
    await harness.command(place, { createIndex: { name: `${place.slice(6)}_n`, definition: { column: 'n' } } });
    await harness.command(place, { createIndex: { name: `${place.slice(6)}_w`, definition: { column: 'w' } } });
    expect(await Promise.all(asked.map((filter) => found(place, filter)))).toEqual(before);
    expect(await Promise.all(asked.map((filter) => warnings(place, filter)))).toEqual([
      [],
      [],
      [],
      [],
      ['NOT_EQUALS_UNSUPPORTED_BY_INDEXING'],
      ['QUERY_RETRIED_DUE_TO_INDEXING'],
    ]);
  });

  it('take conditions inside one element of $or for alternatives', async () => {
    const place = await fill([
      { id: 1, n: 1 },
      { id: 2, n: 2, w: 'b' },
      { id: 3, n: 3 },
    ]);
    expect(await found(place, { $or: [{ n: 1, w: 'b' }] })).toEqual([1, 2]);
    expect(await found(place, { $or: [{ $and: [{ n: 2 }, { w: 'b' }] }, { n: 3 }] })).toEqual([2, 3]);
    expect(await found(place, { $or: [] })).toEqual([1, 2, 3]);
    expect(await found(place, { $not: { n: 2, w: 'b' } })).toEqual([1, 3]);
  });

  it('look into the sides of maps', async () => {
    const place = await fill([{ id: 1, m: { x: 1, y: 2 } }, { id: 2, m: { x: 2 } }, { id: 3 }]);
    expect(await found(place, { m: { $keys: { $in: ['y'] } } })).toEqual([1]);
    expect(await found(place, { m: { $values: { $all: [1, 2] } } })).toEqual([1]);
    expect(await found(place, { m: { $nin: [['x', 1]] } })).toEqual([2, 3]);
    expect(await found(place, { m: { $keys: { $in: ['x'], $nin: ['y'] } } })).toEqual([2]);
  });

  it.each([
    [{ n: null }, '/INTERNAL_SERVER_ERROR'],
    [{ n: { $exists: true } }, '/INTERNAL_SERVER_ERROR'],
    [{ n: { $in: [] } }, 'DATABASE/UNSUPPORTED_DATABASE_QUERY'],
    [{ n: { $in: Array.from({ length: 101 }, (_, n) => n) } }, 'FILTER/FILTER_INVALID_EXPRESSION'],
    [{ $and: Array.from({ length: 65 }, () => ({ n: 1 })) }, 'FILTER/FILTER_FIELDS_LIMIT_VIOLATION'],
    [{ n: { a: 1 } }, 'FILTER/FILTER_UNSUPPORTED_DATA_TYPE'],
    [{ nope: 1 }, 'FILTER/UNKNOWN_TABLE_COLUMNS'],
    [{ l: { $eq: [1] } }, 'FILTER/INVALID_MAP_SET_LIST_FILTER'],
    [{ n: 'x' }, 'FILTER/INVALID_FILTER_COLUMN_VALUES'],
    [{ n: { $gt: 1, $gte: 2 } }, 'DATABASE/INVALID_DATABASE_QUERY'],
    [{ w: { $match: 'x' } }, 'FILTER/CANNOT_LEXICAL_FILTER_NON_INDEXED_COLUMNS'],
  ])('refuse %j', async (filter, code) => {
    const place = await fill([{ id: 1 }]);
    expect(codes(await harness.command(place, { find: { filter } }))).toEqual([code]);
  });
});
