/** Pages of rows: upstream's own, in the order of the table; what upstream would answer by reading everything is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError, InvalidCursorError, NotSupportedError } from '../../../../datasources/source/errors.ts';
import type { ColumnFilter, ColumnSort, RowQuery, Table } from '../../../../datasources/source/source.ts';
import { commandsOf, range, type SharedTables, startSharedTables } from './tables.ts';

let tables: SharedTables;
let events: Table;

beforeAll(async () => {
  tables = await startSharedTables();
  const columns = {
    day: 'int',
    at: 'timestamp',
    n: 'int',
    kind: 'text',
    big: 'bigint',
    raw: 'blob',
    tags: 'set<text>',
    props: 'map<int, text>',
    span: 'duration',
    sold: 'boolean',
  };
  events = await tables.stargate.table('events', columns, ['day'], ['at', '-n']);
  const { source } = tables.dataApi.open();
  const rows = range(120).map((n) => ({
    day: n < 110 ? 1 : 2,
    at: `2026-11-24T10:00:0${n % 3}Z`,
    n,
    kind: n % 2 ? 'odd' : 'even',
    big: '9007199254740993',
    raw: n === 5 ? 'yv4=' : 'AA==',
    tags: [`t${n % 4}`, 'all'],
    props: [{ key: n % 5, value: 'v' }],
    span: '1h',
    sold: n === 7,
  }));
  expect(await source.rows.putMany(events, rows)).toEqual(rows.map(() => true));
}, 30_000);
afterAll(() => tables.close());

async function find(query: Partial<RowQuery>, table = events) {
  const { source, calls } = tables.dataApi.open();
  const page = await source.rows.findPage(table, { pageSize: 1000, ...query });
  return { page, numbers: page.items.map(({ values }) => Number(values.n)), commands: commandsOf(calls) };
}

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const where = (...filters: ColumnFilter[]) => ({ where: filters });

test('a page is as large as upstream makes it, whatever is asked for, and the next begins behind it', async () => {
  const seen: number[] = [];
  const sizes: number[] = [];
  let pageState: string | undefined;
  do {
    const { page, numbers } = await find({ key: { day: 1 }, pageSize: 7, ...(pageState && { pageState }) });
    seen.push(...numbers);
    sizes.push(numbers.length);
    pageState = page.nextPageState;
  } while (pageState !== undefined);
  expect(sizes).toEqual([50, 50, 10]);
  expect(sorted(seen)).toEqual(range(110));
});

test('a page goes on at the same place with other columns', async () => {
  const { page } = await find({ key: { day: 1 }, columns: ['kind'] });
  const state = page.nextPageState ?? '';
  const [one, other] = [
    await find({ key: { day: 1 }, pageState: state }),
    await find({ key: { day: 1 }, pageState: state, columns: ['n'] }),
  ];
  expect(one.numbers).toHaveLength(50);
  expect(one.numbers).toEqual(other.numbers);
});

test.each(['garbage', '!!', 'AAAA'])(
  'a page state that upstream did not make, %j, is an invalid cursor',
  async (pageState) => {
    await expect(find({ key: { day: 1 }, pageState })).rejects.toThrow(InvalidCursorError);
  },
);

describe('conditions', () => {
  test.each<[string, Partial<RowQuery>, number[]]>([
    ['equality of a whole key', { key: { day: 1, at: '2026-11-24T10:00:01Z', n: 4 } }, [4]],
    [
      'both bounds of a range, in one condition',
      { key: { day: 2, at: '2026-11-24T10:00:00Z' }, ...where({ column: 'n', gte: 111, lt: 117 }) },
      [111, 114],
    ],
    [
      'both bounds of a range, in two',
      { key: { day: 2, at: '2026-11-24T10:00:00Z' }, ...where({ column: 'n', gt: 111 }, { column: 'n', lte: 117 }) },
      [114, 117],
    ],
    [
      'one of several values',
      { key: { day: 2 }, ...where({ column: 'at', in: ['2026-11-24T10:00:00Z', '2026-11-24T10:00:02Z'] }) },
      [110, 111, 113, 114, 116, 117, 119],
    ],
    ['bytes', where({ column: 'raw', eq: 'yv4=' }), [5]],
    ['a boolean', where({ column: 'sold', exists: true }), [7]],
    [
      'what a set holds, twice',
      { key: { day: 2 }, ...where({ column: 'tags', contains: 't3' }, { column: 'tags', contains: 'all' }) },
      [111, 115, 119],
    ],
    [
      'a key of a map and a value',
      { key: { day: 2 }, ...where({ column: 'props', containsKey: 3 }, { column: 'props', contains: 'v' }) },
      [113, 118],
    ],
    [
      'an entry of a map',
      { key: { day: 2 }, ...where({ column: 'props', containsEntry: { key: 4, value: 'v' } }) },
      [114, 119],
    ],
    [
      'no entry of a map',
      { key: { day: 2 }, ...where({ column: 'props', containsEntry: { key: 4, value: 'w' } }) },
      [],
    ],
  ])('%s', async (_, query, expected) => {
    const { numbers, commands } = await find(query);
    expect(sorted(numbers)).toEqual(expected);
    expect(commands).toEqual(['find']);
  });

  test('no values are no rows and no call', async () => {
    const { numbers, commands } = await find(where({ column: 'n', in: [] }));
    expect([numbers, commands]).toEqual([[], []]);
  });

  test.each<[string, Partial<RowQuery>, typeof InputError | typeof NotSupportedError, RegExp]>([
    [
      '101 values',
      where({ column: 'n', in: range(101) }),
      InputError,
      /"n" lists 101 values, and the Data API takes 100/,
    ],
    [
      'an equality beside a bound',
      where({ column: 'n', eq: 1 }, { column: 'n', gt: 0 }),
      InputError,
      /"n" has two conditions/,
    ],
    [
      'two bounds on one side',
      where({ column: 'n', gt: 1 }, { column: 'n', gte: 0 }),
      InputError,
      /"n" has two conditions/,
    ],
    ['two equalities', where({ column: 'n', eq: 1 }, { column: 'n', eq: 1 }), InputError, /"n" has two conditions/],
    [
      'a list of bytes',
      where({ column: 'raw', in: ['AA=='] }),
      InputError,
      /one of several values of the type blob.*"raw"/,
    ],
    ['an order of bytes', where({ column: 'raw', gt: 'AA==' }), InputError, /"raw" has the type blob.*no order/],
    [
      'an order of durations',
      where({ column: 'span', gt: '1h' }),
      InputError,
      /"span" has the type duration.*no order/,
    ],
    [
      'a whole set',
      where({ column: 'tags', eq: ['t1'] }),
      NotSupportedError,
      /"tags" has the type set<text>.*cannot compare/,
    ],
    [
      'a column of the key that is given',
      { key: { day: 1 }, ...where({ column: 'day', eq: 0 }) },
      InputError,
      /"day" stands in "key"/,
    ],
  ])('%s: refused before a call', async (_, query, error, message) => {
    const { source, calls } = tables.dataApi.open();
    const read = source.rows.findPage(events, { pageSize: 10, ...query });
    await expect(read).rejects.toThrow(error);
    await expect(read).rejects.toThrow(message);
    expect(calls).toEqual([]);
  });
});

describe('order', () => {
  const along: ColumnSort[] = [
    { column: 'at', order: 'ASC' },
    { column: 'n', order: 'DESC' },
  ];
  const against: ColumnSort[] = [
    { column: 'at', order: 'DESC' },
    { column: 'n', order: 'ASC' },
  ];

  test('is along that of the table or against it, over pages', async () => {
    const forwards: number[] = [];
    let pageState: string | undefined;
    do {
      const { page, numbers } = await find({ key: { day: 1 }, sort: along, ...(pageState && { pageState }) });
      forwards.push(...numbers);
      pageState = page.nextPageState;
    } while (pageState !== undefined);
    const expected = range(110).toSorted((a, b) => (a % 3) - (b % 3) || b - a);
    expect(forwards).toEqual(expected);
    const backwards = await find({ key: { day: 1 }, sort: against });
    expect(backwards.numbers).toEqual(expected.toReversed().slice(0, 50));
    expect(backwards.page.nextPageState).toBeTypeOf('string');
  });

  test('of the first columns alone turns those behind them too', async () => {
    const { numbers } = await find({ key: { day: 2 }, sort: [{ column: 'at', order: 'DESC' }] });
    const whole = await find({ ...where({ column: 'day', eq: 2 }), sort: against });
    expect(numbers).toEqual(whole.numbers);
  });

  test.each<[string, Partial<RowQuery>, RegExp]>([
    [
      'half along, half against',
      {
        key: { day: 1 },
        sort: [
          { column: 'at', order: 'ASC' },
          { column: 'n', order: 'ASC' },
        ],
      },
      /along the clustering order \(at ASC, n DESC\)/,
    ],
    [
      'not from the first column on',
      { key: { day: 1, at: '2026-11-24T10:00:00Z' }, sort: [{ column: 'n', order: 'DESC' }] },
      /from its first column on/,
    ],
    ['in another sequence', { key: { day: 1 }, sort: along.toReversed() }, /from its first column on/],
    ['over several partitions', { sort: along }, /within one partition only, and "day"/],
    [
      'over listed partitions',
      { ...where({ column: 'day', in: [1, 2] }), sort: along },
      /within one partition only, and "day"/,
    ],
  ])('%s: refused before a call', async (_, query, message) => {
    const { source, calls } = tables.dataApi.open();
    const read = source.rows.findPage(events, { pageSize: 10, ...query });
    await expect(read).rejects.toThrow(InputError);
    await expect(read).rejects.toThrow(message);
    expect(calls).toEqual([]);
  });
});

test('what the key cannot answer is refused above, unless the operator allows it, whose setting is named', async () => {
  const { rows } = tables.dataApi.open().source;
  expect(await rows.scans('stargate')).toMatchObject({
    areAllowed: false,
    cure: expect.stringContaining('ASTRA_GRAPHQL_ALLOW_FILTERING'),
  });
  const lenient = await startSharedTables({ allowFiltering: true });
  expect(await lenient.dataApi.open().source.rows.scans('stargate')).toMatchObject({ areAllowed: true });
  await lenient.close();
});
