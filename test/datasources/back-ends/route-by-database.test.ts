/** Calls go to the plane of their database; nothing is asked, opened or awaited that need not be. */
import { expect, test } from 'vitest';
import type { DataPlane } from '../../../datasources/back-ends/data-plane.ts';
import { routeByDatabase } from '../../../datasources/back-ends/route-by-database.ts';

const REF = { databaseId: 'other', keyspace: 'k', table: 't' };

/** Each method answers which plane it belongs to, and what it was given. */
function fakePlane(name: string): DataPlane {
  const answer =
    (method: string) =>
    (...args: unknown[]) => [name, method, ...args];
  const part = (...methods: readonly string[]) =>
    Object.fromEntries(methods.map((method) => [method, answer(method)])) as never;
  return {
    catalog: () => part('keyspaces', 'tables'),
    rows: () => part('maxPageSize', 'findPage'),
    documents: () => part('count'),
    auth: () => part('createAuthToken'),
  };
}

function openTwo() {
  const opened: string[] = [];
  const open = (name: string) => {
    opened.push(name);
    return fakePlane(name);
  };
  const asked: string[] = [];
  const routed = routeByDatabase(
    () => open('usual'),
    (databaseId) => {
      asked.push(databaseId);
      return databaseId === 'default' ? fakePlane('usual') : Promise.resolve(fakePlane('other'));
    },
  );
  return { routed, opened, asked };
}

test('the first argument says the database: its id, or something of it', async () => {
  const { routed } = openTwo();
  expect(await routed.catalog().tables(REF)).toEqual(['other', 'tables', REF]);
  expect(await routed.catalog().keyspaces('other')).toEqual(['other', 'keyspaces', 'other']);
  expect(await routed.catalog().tables({ ...REF, databaseId: 'default' })).toMatchObject(['usual', 'tables', {}]);
  expect(await routed.auth().createAuthToken('other', 'name', 'word')).toEqual([
    'other',
    'createAuthToken',
    'other',
    'name',
    'word',
  ]);
});

test('what is known at once is answered at once', () => {
  const { routed } = openTwo();
  expect(routed.rows().maxPageSize('default')).toEqual(['usual', 'maxPageSize', 'default']);
  expect(routed.rows().maxPageSize('other')).toBeInstanceOf(Promise);
});

test('nothing is opened or asked before a first call, and the methods are looked up once', async () => {
  const { routed, opened, asked } = openTwo();
  expect([opened, asked]).toEqual([[], []]);
  const rows = routed.rows();
  await rows.findPage(
    { ...REF, columns: [], partitionKey: [], clusteringKey: [], defaultTtlSeconds: 0 },
    { pageSize: 1 },
  );
  expect(routed.rows()).toBe(rows);
  expect([opened, asked]).toEqual([['usual'], ['other']]);
});

test('a database that cannot be found fails each of its calls, and no other', async () => {
  const routed = routeByDatabase(
    () => fakePlane('usual'),
    async (databaseId) => {
      if (databaseId === 'gone') throw new Error('There is no such database');
      return fakePlane('usual');
    },
  );
  await expect(routed.catalog().keyspaces('gone')).rejects.toThrow('no such database');
  expect(await routed.catalog().keyspaces('here')).toEqual(['usual', 'keyspaces', 'here']);
});
