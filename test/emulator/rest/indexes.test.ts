import { afterAll, beforeAll, expect, test } from 'vitest';
import { allPages, type Harness, openHarness, TABLES, where } from './rest-harness.ts';

let rest: Harness;
beforeAll(async () => {
  rest = await openHarness();
});
afterAll(() => rest.close());

async function ids(table: string, clause: unknown): Promise<unknown[]> {
  const rows = await allPages(rest, `/${table}?${where(clause)}`, 2);
  return rows.map((row) => (row as { id: number }).id).sort();
}

test('an index finds rows from before it was made, and follows their changes', async () => {
  await rest.table('people', { id: 'int', town: 'text' }, ['id']);
  for (const [id, town] of ['Ulm', 'Bonn', 'Ulm', 'Rom'].entries()) await rest.ask('POST', '/people', { id, town });
  await rest.ask('POST', `${TABLES}/people/indexes`, { column: 'town' });
  expect(await ids('people', { town: { $eq: 'Ulm' } })).toEqual([0, 2]);
  await rest.ask('PATCH', '/people/0', { town: 'Rom' });
  await rest.ask('PATCH', '/people/5', { town: 'Ulm' });
  await rest.ask('DELETE', '/people/2');
  expect(await ids('people', { town: { $eq: 'Ulm' } })).toEqual([5]);
  expect(await ids('people', { town: { $eq: 'Rom' } })).toEqual([0, 3]);
  await rest.ask('PATCH', '/people/5', { town: null });
  expect(await ids('people', { town: { $eq: 'Ulm' } })).toEqual([]);
});

test('elements, keys and entries of collections, by equality of their type', async () => {
  await rest.table('bags', { id: 'int', l: 'list<decimal>', k: 'map<text,int>', e: 'map<text,int>' }, ['id']);
  for (const [column, kind] of [
    ['l', 'VALUES'],
    ['k', 'KEYS'],
    ['e', 'ENTRIES'],
  ]) {
    await rest.ask('POST', `${TABLES}/bags/indexes`, { column, kind });
  }
  await rest.ask('POST', '/bags', { id: 1, l: [4, 1.5], k: { a: 1 }, e: { a: 1, b: 2 } });
  await rest.ask('POST', '/bags', { id: 2, l: '[1.50]', k: { b: 1 }, e: { a: 2 } });
  expect(await ids('bags', { l: { $contains: '1.500' } })).toEqual([1, 2]);
  expect(await ids('bags', { k: { $containsKey: 'b' } })).toEqual([2]);
  expect(await ids('bags', { e: { $containsEntry: { key: 'a', value: 2 } } })).toEqual([2]);
  await rest.ask('PATCH', '/bags/2', { e: { a: 1 } });
  expect(await ids('bags', { e: { $containsEntry: { key: 'a', value: 1 } } })).toEqual([1, 2]);
});

test('long values are distinguished', async () => {
  await rest.table('long_values', { id: 'int', v: 'text' }, ['id']);
  await rest.ask('POST', `${TABLES}/long_values/indexes`, { column: 'v' });
  const values = ['x', 'y'].map((end) => 'v'.repeat(3000) + end);
  for (const [id, v] of values.entries()) await rest.ask('POST', '/long_values', { id, v });
  expect(await ids('long_values', { v: { $eq: values[1] } })).toEqual([1]);
});

test('within a partition an index finds only its rows', async () => {
  await rest.table('orders', { p: 'int', id: 'int', v: 'text' }, ['p'], ['id']);
  await rest.ask('POST', `${TABLES}/orders/indexes`, { column: 'v' });
  for (const p of [1, 2])
    for (const id of [1, 2, 3]) await rest.ask('POST', '/orders', { p, id, v: id === 2 ? 'b' : 'a' });
  expect(await ids('orders', { p: { $eq: 1 }, v: { $eq: 'a' } })).toEqual([1, 3]);
  expect(await ids('orders', { p: { $eq: 1 }, id: { $gt: 1 }, v: { $eq: 'a' } })).toEqual([3]);
  expect(await ids('orders', { v: { $eq: 'b' } })).toEqual([2, 2]);
});

test('with an indexed part of the partition key, all other conditions are tested', async () => {
  await rest.table(
    'cells',
    { x: 'int', y: 'int', id: 'int', d: 'int', v: 'text', m: 'map<text,int>' },
    ['x', 'y'],
    ['d', 'id'],
  );
  await rest.ask('POST', `${TABLES}/cells/indexes`, { column: 'x' });
  for (const y of [1, 2])
    for (const id of [1, 2, 3])
      await rest.ask('POST', '/cells', { x: 1, y, d: 0, id, v: id === 2 ? 'b' : 'a', m: { [`k${id}`]: id } });
  const key = { x: { $eq: 1 }, y: { $eq: 1 } };
  expect(await ids('cells', { x: { $eq: 1 } })).toEqual([1, 1, 2, 2, 3, 3]);
  expect(await ids('cells', { ...key, v: { $eq: 'b' } })).toEqual([2]);
  expect(await ids('cells', { ...key, v: { $gt: 'a' } })).toEqual([2]);
  expect(await ids('cells', { ...key, m: { $containsKey: 'k3' } })).toEqual([3]);
  expect(await ids('cells', { ...key, m: { $containsEntry: { key: 'k3', value: 1 } } })).toEqual([]);
  expect(await ids('cells', { ...key, id: { $gte: 2 } })).toEqual([2, 3]);
  expect(await ids('cells', { ...key, d: { $eq: 0 }, id: { $eq: 3 }, v: { $eq: 'b' } })).toEqual([]);
});

test.each(['StorageAttachedIndex', 'org.apache.cassandra.index.sai.StorageAttachedIndex', 'x.Y'])(
  'Cassandra 4.0 has no index of the class %s',
  async (type) => {
    await rest.table('plain', { id: 'int', v: 'int' }, ['id']);
    const { status, body } = await rest.ask('POST', `${TABLES}/plain/indexes`, { column: 'v', type });
    expect(status).toBe(400);
    expect(body.grpcStatus).toBe('FAILED_PRECONDITION');
    expect(body.description).toContain(`FAILED_PRECONDITION: Unable to find custom indexer class '${type}'`);
    await rest.ask('DELETE', `${TABLES}/plain`);
  },
);
