/** Searches: conditions, order, projection, pages. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toFilters, toSort } from '../../../../datasources/cql/check-filters.ts';
import { InputError, UpstreamError } from '../../../../datasources/source/errors.ts';
import type { Page, Row, RowQuery, RowValues, Table } from '../../../../datasources/source/source.ts';
import { startDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let events: Table;

beforeAll(async () => {
  database = await startDatabase();
  const columns = { day: 'int', at: 'timestamp', n: 'int', kind: 'text', tags: 'set<text>', props: 'map<int, text>' };
  events = await database.table('events', columns, ['day'], ['at', 'n']);
  const { rows, catalog } = database.open().source;
  for (const column of ['kind', 'tags', 'props']) await catalog.createIndex({ ...events, column }, false);
  for (let n = 0; n < 12; n += 1) {
    const at = `2026-11-24T10:00:0${n % 3}Z`;
    const props = [{ key: n, value: `v${n}` }];
    await rows.create(events, { day: n % 2, at, n, kind: n < 6 ? 'low' : "'high'", tags: [`t${n % 4}`], props }, false);
  }
}, 30_000);
afterAll(() => database.close());

async function find(query: Partial<RowQuery>) {
  const { source, calls } = database.open();
  return { page: await source.rows.findPage(events, { pageSize: 100, ...query }), calls };
}

const numbers = ({ items }: Page<Row>) => items.map(({ values }) => Number(values.n)).toSorted((a, b) => a - b);

describe('conditions', () => {
  test.each<[string, Partial<RowQuery>, number[]]>([
    ['a leading part of the key', { key: { day: 1 } }, [1, 3, 5, 7, 9, 11]],
    ['more of it', { key: { day: 1, at: '2026-11-24T10:00:00Z' } }, [3, 9]],
    [
      'in',
      {
        where: [
          { column: 'day', in: [0, 1] },
          { column: 'at', in: ['2026-11-24T10:00:02Z'] },
        ],
      },
      [2, 5, 8, 11],
    ],
    [
      'a range, in one condition or two',
      {
        key: { day: 0, at: '2026-11-24T10:00:00Z' },
        where: [
          { column: 'n', gt: 0 },
          { column: 'n', lte: 6 },
        ],
      },
      [6],
    ],
    ['text in quotes, by an index', { where: [{ column: 'kind', eq: "'high'" }] }, [6, 7, 8, 9, 10, 11]],
    ['contains', { where: [{ column: 'tags', contains: 't3' }] }, [3, 7, 11]],
    ['contains a value of a map', { where: [{ column: 'props', contains: 'v7' }] }, [7]],
    ['nothing', {}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
  ])('%s', async (_, query, expected) => {
    const { page, calls } = await find(query);
    expect(numbers(page)).toEqual(expected);
    expect(calls).toHaveLength(1);
  });

  test('an entry of a map, whose key keeps its type', async () => {
    const settings = await database.table('settings', { id: 'int', flags: 'map<boolean, text>' }, ['id']);
    const { source } = database.open();
    await source.catalog.createIndex({ ...settings, column: 'flags', kind: 'ENTRIES' }, false);
    for (const id of [1, 2])
      await source.rows.create(settings, { id, flags: [{ key: id === 1, value: "it's" }] }, false);
    const where = [{ column: 'flags', containsEntry: { key: true, value: "it's" } }];
    const { items } = await source.rows.findPage(settings, { where, pageSize: 10 });
    expect(items.map(({ values }) => values)).toEqual([{ id: 1, flags: [{ key: true, value: "it's" }] }]);
  });

  test('in with no values answers nothing without a call', async () => {
    expect(await find({ where: [{ column: 'day', in: [] }] })).toEqual({ page: { items: [] }, calls: [] });
  });

  test('on a column of the key that is given are refused, not mixed up', async () => {
    await expect(find({ key: { day: 1 }, where: [{ column: 'day', eq: 0 }] })).rejects.toThrow(/"day" stands in "key"/);
  });
});

test('rows come in the order that is asked for', async () => {
  const { page } = await find({ key: { day: 0 }, sort: [{ column: 'at', order: 'DESC' }] });
  expect(page.items.map(({ values }) => values.n)).toEqual([8, 2, 10, 4, 6, 0]);
  const ascending = await find({ key: { day: 0 }, sort: [{ column: 'at', order: 'ASC' }] });
  expect(ascending.page.items.map(({ values }) => values.n)).toEqual([0, 6, 4, 10, 2, 8]);
});

test('pages are followed by their states, to the end', async () => {
  const seen: number[] = [];
  let pageState: string | undefined;
  do {
    const { page } = await find({ pageSize: 5, columns: ['kind'], ...(pageState && { pageState }) });
    seen.push(...numbers(page));
    expect(Object.keys(page.items[0]?.values ?? {}).toSorted()).toEqual(['at', 'day', 'kind', 'n']);
    pageState = page.nextPageState;
  } while (pageState);
  expect(seen.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('a projection that no request line holds is left out', async () => {
  const names = Array.from({ length: 120 }, (_, n) => `column_with_a_rather_long_name_${n}`);
  const columns = { id: 'int', ...Object.fromEntries(names.map((name) => [name, 'int'])) };
  const wide = await database.table('wide', columns, ['id']);
  const { source } = database.open();
  await source.rows.create(wide, { id: 1, [names[7] ?? '']: 7 }, false);
  const page = await source.rows.findPage(wide, { columns: names, pageSize: 10 });
  expect(page.items[0]?.values[names[7] ?? '']).toBe(7);
  expect(await source.rows.readMany(wide, [{ id: 1 }], names)).toMatchObject([{ key: { id: 1 } }]);
});

test('a cell that cannot be printed leaves the rest of the page readable', async () => {
  const hits = await database.table('hits', { id: 'int', hits: 'counter', other: 'counter' }, ['id']);
  const { source, calls } = database.open();
  for (const id of [1, 2]) await source.rows.patch(hits, { id }, { hits: '2147483647', other: '1' });
  await source.rows.patch(hits, { id: 2 }, { hits: '5' });
  calls.length = 0;
  const page = await source.rows.findPage(hits, { pageSize: 10 });
  expect(page.items.map(({ values }) => values.other)).toEqual(['1', '1']);
  expect(page.items[0]?.errors).toEqual({ hits: expect.any(UpstreamError) });
  expect(calls.map(({ status }) => status)).toEqual([500, 200]);
  expect((await source.rows.readMany(hits, [{ id: 1 }]))[0]).toMatchObject({ values: { hits: '2147483647' } });
});

describe('checks before anything is sent', () => {
  const check = (where: Parameters<typeof toFilters>[1], key: RowValues = {}) => {
    const { source } = database.open();
    const types = async () => [];
    return toFilters(events, where, types, () => source.catalog.indexes(events), key);
  };

  test.each<[Parameters<typeof toFilters>[1], RegExp]>([
    [[{ column: 'day' }], /"day" has no operator/],
    [[{ column: 'day', eq: null }], /null for "eq"/],
    [[{ column: 'day', in: [1, null] }], /null in its list/],
    [[{ column: 'dya', eq: 1 }], /no column "dya".*"day"/],
    [[{ column: 'day', eq: 'x' }], /"day".*int.*"x".*integer from -2147483648/],
    [[{ column: 'day', gt: 1 }], /partition key.*"eq" and "in"/],
    [[{ column: 'at', eq: 0 }], /"day" is missing/],
    [
      [
        { column: 'day', eq: 1 },
        { column: 'n', eq: 1 },
      ],
      /"at" before it in the key is not/,
    ],
    [
      [
        { column: 'day', eq: 1 },
        { column: 'at', gt: 0 },
        { column: 'n', eq: 1 },
      ],
      /"at".*range/,
    ],
    [
      [
        { column: 'day', eq: 1 },
        { column: 'day', in: [1] },
      ],
      /"day" has "eq" and another/,
    ],
    [
      [
        { column: 'day', eq: 1 },
        { column: 'at', gt: 0, gte: 0 },
      ],
      /two bounds/,
    ],
    [[{ column: 'kind', in: ['low'] }], /index.*"kind".*"in"/],
    [[{ column: 'kind', gt: 'low' }], /index.*"kind".*"gt"/],
    [[{ column: 'kind', contains: 'low' }], /"contains" works on/],
    [[{ column: 'tags', containsKey: 'low' }], /work on maps/],
  ])('%j', async (where, message) => {
    await expect(check(where)).rejects.toThrow(message);
    await expect(check(where)).rejects.toBeInstanceOf(InputError);
  });

  test('a column that is neither key nor indexed is named, with the cure', async () => {
    const bare = await database.table('bare', { id: 'int', v: 'int' }, ['id']);
    const checked = toFilters(
      bare,
      [{ column: 'v', eq: 1 }],
      async () => [],
      async () => [],
    );
    await expect(checked).rejects.toThrow(/"v".*neither part of its key nor indexed.*createIndex/);
  });

  test('indexes are looked up only where they matter', async () => {
    const { source, calls } = database.open();
    const indexes = () => source.catalog.indexes(events);
    const where = [
      { column: 'day', in: ['1', 1] },
      { column: 'at', lt: '2026-11-24T11:00:00+01:00' },
    ];
    expect(await toFilters(events, where, async () => [], indexes)).toEqual([
      { column: 'day', in: [1, 1] },
      { column: 'at', lt: '2026-11-24T10:00:00Z' },
    ]);
    expect(calls).toEqual([]);
  });

  test('rows are sorted by clustering columns, each once', () => {
    expect(toSort(events, [{ column: 'at' }, { column: 'n', order: 'DESC' }])).toEqual([
      { column: 'at', order: 'ASC' },
      { column: 'n', order: 'DESC' },
    ]);
    expect(() => toSort(events, [{ column: 'kind' }])).toThrow(/"kind".*at, n/);
    expect(() => toSort(events, [{ column: 'at' }, { column: 'at' }])).toThrow(/twice/);
  });
});
