/** Pages give each row once and in order, whatever their size; counters add, static values are shared, rows live as long as told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopClock } from '../support/clock.ts';
import { KEYSPACE, openRoundTrip, type RoundTrip } from './graph.ts';

let trip: RoundTrip;
const COUNT = 123;
const PARTITIONS = 4;

beforeAll(async () => {
  trip = await openRoundTrip();
  await trip.createTable(
    'events',
    { p: 'int', t: 'timestamp', n: 'int', note: 'text' },
    { partition: ['p'], clustering: ['t', 'n'] },
  );
  const rows = Array.from({ length: COUNT }, (_, n) => ({ p: n % PARTITIONS, t: timeOf(n), n, note: `n${n % 5}` }));
  const { createRows } = await trip.data(
    'mutation ($input: CreateRowsInput!) { createRows(input: $input) { results { error { message } } } }',
    {
      input: { keyspace: KEYSPACE, table: 'events', rows },
    },
  );
  expect(createRows.results.filter((result: { error: unknown }) => result.error)).toEqual([]);
}, 60_000);
afterAll(() => trip.close());

/** Several rows share a time. */
const timeOf = (n: number) => new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 9))).toISOString();

interface Found {
  readonly nodes: readonly { readonly value: number }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const LIST = `query ($table: String!, $first: Int, $after: String, $key: RowKey, $where: [ColumnFilter!], $sort: [ColumnSort!]) {
  keyspace(name: "${KEYSPACE}") { table(name: $table) {
    rows(first: $first, after: $after, key: $key, where: $where, sort: $sort) { nodes { value(column: "n") } edges { cursor } pageInfo { hasNextPage endCursor } }
  } } }`;

async function find(variables: object): Promise<Found> {
  return (await trip.data(LIST, { table: 'events', ...variables })).keyspace.table.rows;
}

async function pages(variables: object): Promise<number[][]> {
  const all: number[][] = [];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo }: Found = await find({ ...variables, after });
    all.push(nodes.map(({ value }) => value));
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}

describe('pages', () => {
  const numbers = Array.from({ length: COUNT }, (_, n) => n);
  const ofPartition = (p: number) => numbers.filter((n) => n % PARTITIONS === p);

  test.each([1, 3, 7, 100, 123])('of %i give each row of a table once', async (first) => {
    const all = await pages({ first });
    const whole = (await find({ first: 1000 })).nodes.map(({ value }) => value);
    expect(whole.toSorted((one, other) => one - other)).toEqual(numbers);
    expect(all.flat()).toEqual(whole);
    expect(all.slice(0, -1).every((page) => page.length === first)).toBe(true);
    for (const p of [0, 1, 2, 3]) expect(all.flat().filter((n) => n % PARTITIONS === p)).toEqual(ofPartition(p));
  });

  test.each([1, 3, 7, 100])('of %i keep the order of a partition, both ways', async (first) => {
    expect((await pages({ first, key: { p: 1 } })).flat()).toEqual(ofPartition(1));
    const sort = [{ column: 't', order: 'DESC' }];
    expect((await pages({ first, key: { p: 1 }, sort })).flat()).toEqual(ofPartition(1).toReversed());
    const where = [{ column: 't', gte: timeOf(30), lt: timeOf(90) }];
    const between = ofPartition(1).filter((n) => timeOf(n) >= timeOf(30) && timeOf(n) < timeOf(90));
    expect((await pages({ first, key: { p: 1 }, where, sort })).flat()).toEqual(between.toReversed());
    expect((await pages({ first, where: [{ column: 'p', eq: 1 }, ...where] })).flat()).toEqual(between);
  });

  test('resume behind any row', async () => {
    for (const variables of [{ first: 20, key: { p: 2 } }, { first: 50 }]) {
      const { nodes, edges } = await find(variables);
      const whole = (await pages({ ...variables, first: 1000 })).flat();
      for (const at of [0, 1, 11, nodes.length - 1]) {
        const { nodes: next } = await find({ ...variables, first: 13, after: edges[at]?.cursor });
        expect(next.map(({ value }) => value)).toEqual(whole.slice(at + 1, at + 14));
      }
    }
  });

  test('of a leading part of the key, and of many partitions', async () => {
    const key = { p: 1, t: timeOf(9) };
    expect((await pages({ first: 1, key })).flat()).toEqual(ofPartition(1).filter((n) => timeOf(n) === timeOf(9)));
    const where = [{ column: 'p', in: [0, 3] }];
    const found = (await pages({ first: 7, where })).flat();
    expect(found.toSorted((one, other) => one - other)).toEqual(
      numbers.filter((n) => n % PARTITIONS === 0 || n % PARTITIONS === 3),
    );
  });

  test('a cursor is of its query alone', async () => {
    const { pageInfo } = await find({ first: 3, key: { p: 1 } });
    for (const variables of [{ key: { p: 2 } }, {}, { key: { p: 1 }, sort: [{ column: 't' }] }]) {
      const { errors } = await trip.query(LIST, { table: 'events', first: 3, after: pageInfo.endCursor, ...variables });
      expect(errors?.[0]?.extensions.code).toBe('INVALID_CURSOR');
    }
    expect((await find({ first: 5, key: { p: 1 }, after: pageInfo.endCursor })).nodes).toHaveLength(5);
  });
});

describe('counters', () => {
  test('are added to, in keys of any spelling, and never set', async () => {
    await trip.createTable(
      'views',
      { k: 'text', day: 'date', seen: 'counter', liked: 'counter' },
      { partition: ['k'], clustering: ['day'] },
    );
    const key = { k: 'a;b%', day: '2026-11-24' };
    const add = (values: object) => trip.updateRow('views', key, { ...values });
    expect((await add({ seen: 1 })).row?.values).toEqual({ ...key, seen: '1', liked: null });
    expect((await add({ seen: '41', liked: -3 })).row?.values).toEqual({ ...key, seen: '42', liked: '-3' });
    expect((await trip.readRow('views', { ...key, day: '2026-11-25' })).row).toBeNull();
    for (const refused of [
      trip.createRow('views', { ...key, k: 'new', seen: 1 }),
      trip.replaceRow('views', key, { seen: 1 }),
      add({ seen: '9223372036854775808' }),
      add({ seen: 1.5 }),
    ])
      expect((await refused).code).toBe('BAD_USER_INPUT');
    expect((await trip.deleteRow('views', key)).code).toBeUndefined();
    expect((await trip.readRow('views', key)).row).toBeNull();
  });

  test('beyond 32 bits, which the server cannot print, leave the other values be', async () => {
    await trip.createTable('large', { k: 'int', seen: 'counter', liked: 'counter' }, { partition: ['k'] });
    await trip.updateRow('large', { k: 1 }, { seen: '9007199254740993', liked: 2 });
    const row = 'row(key: {k: 1}) { key seen: value(column: "seen") liked: value(column: "liked") }';
    const { data, errors } = await trip.query(`{ keyspace(name: "${KEYSPACE}") { table(name: "large") { ${row} } } }`);
    expect(data.keyspace.table.row).toEqual({ key: { k: 1 }, seen: null, liked: '2' });
    expect(errors).toMatchObject([
      { path: ['keyspace', 'table', 'row', 'seen'], extensions: { code: 'UPSTREAM_ERROR' } },
    ]);
  });
});

test('static values are shared by a partition, also one without rows', async () => {
  await trip.createTable(
    'orders',
    { p: 'text', c: 'int', shared: 'map<text, int>', v: 'int' },
    { partition: ['p'], clustering: ['c'], statics: ['shared'] },
  );
  await trip.createRow('orders', { p: 'a', c: 1, v: 1, shared: { x: 1 } });
  await trip.createRow('orders', { p: 'a', c: 2, v: 2 });
  expect((await trip.readRow('orders', { p: 'a', c: 2 })).row?.values.shared).toEqual({ x: 1 });
  await trip.replaceRow('orders', { p: 'a', c: 2 }, { v: 3 });
  expect((await trip.readRow('orders', { p: 'a', c: 1 })).row?.values.shared).toEqual({ x: 1 });
  await trip.replaceRow('orders', { p: 'a', c: 2 }, { v: 3, shared: { y: 2 } });
  expect((await trip.readRow('orders', { p: 'a', c: 1 })).row?.values.shared).toEqual({ y: 2 });
  const lone = await trip.updateRow('orders', { p: 'b' }, { shared: { z: 3 } });
  expect(lone.row, lone.message).toMatchObject({ values: { p: 'b', c: null, v: null, shared: { z: 3 } } });
  expect((await trip.readNode(lone.row?.id ?? '')).row).toEqual(lone.row);
  expect((await trip.updateRow('orders', { p: 'b' }, { v: 1 })).code).toBe('BAD_USER_INPUT');
  const beside = await trip.updateRow('orders', { p: 'a' }, { shared: { z: 4 } });
  expect(beside.row, beside.message).toMatchObject({ values: { p: 'a', c: null, v: null, shared: { z: 4 } } });
  expect((await trip.readNode(beside.row?.id ?? '')).row).toEqual(beside.row);
  expect((await trip.readRow('orders', { p: 'a', c: 1 })).row?.values).toEqual({
    p: 'a',
    c: 1,
    v: 1,
    shared: { z: 4 },
  });
  const cleared = await trip.updateRow('orders', { p: 'a' }, { shared: null });
  expect(cleared.row?.values, cleared.message).toEqual({ p: 'a', c: null, v: null, shared: {} });
});

test('rows of a table with a default time to live go', async () => {
  const clock = stopClock();
  await trip.createTable('brief', { k: 'int', v: 'int' }, { partition: ['k'], defaultTtlSeconds: 2 });
  const { keyspace } = await trip.data(
    `{ keyspace(name: "${KEYSPACE}") { table(name: "brief") { options { defaultTtlSeconds } } } }`,
  );
  expect(keyspace.table.options).toEqual({ defaultTtlSeconds: 2 });
  expect((await trip.createRow('brief', { k: 1, v: 1 })).row?.values).toEqual({ k: 1, v: 1 });
  clock.pass(3100);
  expect((await trip.readRow('brief', { k: 1 })).row).toBeNull();
});
