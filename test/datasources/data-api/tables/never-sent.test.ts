/** What a Data API misreads is never sent, whatever rows are asked for: every body is looked at. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adaptFetch } from '../../../../datasources/http/adapt-fetch.ts';
import type { Source, Table } from '../../../../datasources/source/source.ts';
import { IN_KEYSPACE } from '../../support/database.ts';
import { range, type SharedTables, startSharedTables } from './tables.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Command = { readonly [name: string]: Json };

const sent: (readonly [name: string, body: Command])[] = [];
let tables: SharedTables;
let events: Table;

beforeAll(async () => {
  const watched = adaptFetch((url, { body, ...init }) => {
    const [[name = '', command = {}] = []] = Object.entries(JSON.parse(body ?? '{}') as { [name: string]: Command });
    sent.push([name, command]);
    return fetch(url, { ...init, ...(body !== undefined && { body }) });
  });
  tables = await startSharedTables({ fetch: watched });
  events = await tables.stargate.table(
    'events',
    { day: 'int', n: 'int', at: 'timestamp', tags: 'set<text>', m: 'map<text, int>', v: 'text' },
    ['day'],
    ['n'],
  );
  await runEverything(tables.dataApi.open().source);
}, 60_000);
afterAll(() => tables.close());

async function runEverything({ rows, catalog }: Source): Promise<void> {
  const at = '2026-11-24T10:00:00Z';
  const many = range(120).map((n) => ({ day: 1, n, at, tags: [], m: {}, v: null }));
  await rows.createMany(events, many, true);
  await rows.createMany(events, many, true);
  await rows.readMany(
    events,
    many.map(({ day, n }) => ({ day, n })),
  );
  await rows.readMany(events, []);
  await rows.readMany(events, [{ day: 1 }]);
  const first = await rows.findPage(events, { key: { day: 1 }, sort: [{ column: 'n', order: 'DESC' }], pageSize: 1 });
  const pageState = first.nextPageState ?? '';
  await rows.findPage(events, { key: { day: 1 }, sort: [{ column: 'n', order: 'DESC' }], pageSize: 1, pageState });
  await rows.findPage(events, { pageSize: 10, columns: ['v'] });
  const bounds = [
    { column: 'n', gt: 1 },
    { column: 'n', lt: 5 },
  ];
  await rows.findPage(events, { key: { day: 1 }, where: bounds, pageSize: 10 });
  await rows.findPage(events, { where: [{ column: 'at', eq: at }], pageSize: 10 });
  await rows.findPage(events, { where: [{ column: 'n', in: [] }], pageSize: 10 });
  await rows.findPage(events, {
    where: [
      { column: 'tags', contains: 'a' },
      { column: 'tags', contains: 'b' },
      { column: 'm', containsKey: 'a' },
      { column: 'm', contains: 1 },
    ],
    pageSize: 10,
  });
  await rows.patch(events, { day: 1, n: 1 }, { v: null, tags: null, m: {} });
  await rows.replace(events, { day: 1, n: 1 }, {});
  await rows.removeMany(
    events,
    [
      { day: 1, n: 1 },
      { day: 1, n: 2 },
      { day: 1, n: 999 },
    ],
    true,
  );
  await rows.removeRange(events, { day: 1 }, true);
  for (const write of [
    () => rows.removeRange(events, {}, true),
    () => rows.removeRange(events, { day: null }, true),
    () => rows.remove(events, { day: 1 }, true),
    () => rows.patch(events, { day: 1, n: 1 }, {}),
  ])
    await expect(write()).rejects.toThrow();
  const columns = [
    { name: 'id', type: 'int', isStatic: false },
    { name: 'v', type: 'vector<float, 2>', isStatic: false },
  ];
  const pictures = { ...IN_KEYSPACE, table: 'pictures' };
  await catalog.createTable({ ...pictures, columns, partitionKey: ['id'], clusteringKey: [] }, false);
  await catalog.createIndex({ ...pictures, column: 'v' }, false);
  const table = (await catalog.tables(IN_KEYSPACE))?.find((each) => each.table === 'pictures');
  if (table) await rows.findNearest(table, { column: 'v', vector: [1, 0], limit: 5 });
}

const named = (...names: readonly string[]) => sent.filter(([name]) => names.includes(name)).map(([, body]) => body);
const member = (body: Json | undefined, name: string): Json | undefined =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Command)[name] : undefined;

/** All objects and lists of a value. */
function within(value: Json | undefined): readonly Json[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap((each) => within(each as Json))];
}

test('every command of rows was sent', () => {
  const names = new Set(sent.map(([name]) => name));
  for (const name of ['find', 'findOne', 'insertOne', 'insertMany', 'updateOne', 'deleteOne', 'deleteMany'])
    expect(names).toContain(name);
});

test('no limit but for a vector search, which has no page state', () => {
  for (const body of named('find')) {
    const limit = member(body.options, 'limit');
    expect(limit === undefined || Array.isArray(member(body.sort, 'v'))).toBe(true);
    expect(limit === undefined || member(body.options, 'pageState') === undefined).toBe(true);
  }
  expect(named('find').filter(({ options }) => member(options, 'limit') === 5)).toHaveLength(1);
  expect(named('find').some(({ options }) => member(options, 'pageState') !== undefined)).toBe(true);
});

test('no condition that is empty, null, or of a kind that tables do not have', () => {
  const filters = sent.map(([, body]) => body.filter).filter((filter) => filter !== undefined);
  for (const filter of filters) {
    for (const part of within(filter)) {
      if (part !== filter) expect(Object.keys(part ?? {})).not.toHaveLength(0);
      expect(Object.values(part ?? {})).not.toContain(null);
      for (const name of ['$date', '$exists', '$size', '$or', '$not']) expect(part).not.toHaveProperty([name]);
    }
  }
  expect(filters.some((filter) => member(filter, '$and') !== undefined)).toBe(true);
});

test('a write names its rows by a filter with values of the key', () => {
  for (const { filter } of named('updateOne', 'deleteOne'))
    expect(Object.keys(filter ?? {}).sort()).toEqual(['day', 'n']);
  for (const { filter } of named('deleteMany')) expect(filter).toEqual({ day: 1 });
  expect(named('deleteMany')).toHaveLength(1);
});

test('a list has at most a hundred values, and a call at most a hundred rows', () => {
  const lists = sent.flatMap(([, body]) => within(body.filter).flatMap((part) => member(part, '$in') ?? []));
  expect(lists.length).toBeGreaterThan(0);
  for (const [, body] of sent) {
    for (const part of within(body.filter)) {
      const list = member(part, '$in');
      if (Array.isArray(list)) expect(list.length).toBeLessThanOrEqual(100);
    }
    if (Array.isArray(body.documents)) expect(body.documents.length).toBeLessThanOrEqual(100);
  }
});
