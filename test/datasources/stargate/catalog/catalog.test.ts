/** The schema: creating and deleting mean the same for everything, names and types are checked first, changes take turns. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NotFoundError, UpstreamTimeoutError } from '../../../../datasources/source/errors.ts';

import type { CatalogSource, NewTable, UpstreamCall } from '../../../../datasources/source/source.ts';
import { DATABASE, findTable, IN_KEYSPACE, startDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
}, 30_000);

afterAll(() => database.close());

function open(): { catalog: CatalogSource; calls: UpstreamCall[] } {
  const { source, calls } = database.open();
  return { catalog: source.catalog, calls };
}

function newTable(table: string, part: Partial<NewTable> = {}): NewTable {
  const columns = [
    { name: 'p', type: 'int', isStatic: false },
    { name: 'c', type: 'int', isStatic: false },
    { name: 'v', type: 'text', isStatic: false },
  ];
  return { ...IN_KEYSPACE, table, columns, partitionKey: ['p'], clusteringKey: [{ name: 'c', order: 'ASC' }], ...part };
}

test('a table says so when only half of it was made', async () => {
  const { catalog } = open();
  const making = catalog.createTable(newTable('half', { defaultTtlSeconds: 700_000_000 }), false);
  await expect(making).rejects.toThrow(/"half" was created, but its default time to live of 700000000 s was not set/);
  await expect(findTable(database.open().source, { ...IN_KEYSPACE, table: 'half' })).resolves.toBeDefined();
});

test('collections are no tables: they are neither listed, changed nor deleted as tables', async () => {
  const { catalog } = open();
  await catalog.createCollection({ ...IN_KEYSPACE, collection: 'notes' }, false);
  const ref = { ...IN_KEYSPACE, table: 'notes' };
  expect((await catalog.tables(IN_KEYSPACE))?.map(({ table }) => table)).not.toContain('notes');
  await expect(catalog.deleteTable(ref, false)).rejects.toThrow(/It is a collection/);
  expect(await catalog.deleteTable(ref, true)).toBe(false);
  await expect(catalog.deleteColumn(ref, 'leaf', true)).rejects.toThrow(NotFoundError);
  expect((await catalog.collections(IN_KEYSPACE))?.map(({ collection }) => collection)).toEqual(['notes']);
});

describe('what is kept', () => {
  test('is shared by operations with the same token, and read again after a change', async () => {
    const first = open();
    await first.catalog.tables(IN_KEYSPACE);
    const second = open();
    await second.catalog.tables(IN_KEYSPACE);
    expect(second.calls).toEqual([]);
    await first.catalog.createTable(newTable('noticed'), false);
    const names = (await second.catalog.tables(IN_KEYSPACE))?.map(({ table }) => table);
    expect(names).toContain('noticed');
    expect(second.calls).toHaveLength(1);
  });

  test('are no misses', async () => {
    const { catalog, calls } = open();
    const ref = { databaseId: DATABASE, keyspace: 'soon' };
    expect(await catalog.tables(ref)).toBeNull();
    expect(await catalog.tables(ref)).toBeNull();
    expect(calls).toHaveLength(2);
  });
});

test('changes of one database take turns across operations, and one that fails lets the next go on', async () => {
  const remove = database.emulator.faults.add({ match: { method: 'POST', target: '/v2/schemas' }, latencyMs: 40 });
  const calls: string[] = [];
  const note = (call: UpstreamCall) => calls.push(`${call.method} ${call.status}`);
  const making = ['turn_a', 'bad name', 'turn_b'].map((table) => {
    const { catalog } = database.open({ onCall: note }).source;
    return catalog.createTable(newTable(table), false);
  });
  const ends = await Promise.allSettled(making);
  remove();
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(calls).toEqual(['POST 201', 'GET 200', 'POST 201', 'GET 200']);
});

test('changes are given more time than other calls, and are never sent twice', async () => {
  const slow = await startDatabase({ timeoutMs: 300, schemaTimeoutMs: 600 });
  const { source, calls } = slow.open();
  const remove = slow.emulator.faults.add({ match: { method: 'POST', target: '/v2/schemas' }, latencyMs: 400 });
  expect(await source.catalog.createTable(newTable('slow'), false)).toBe(true);
  remove();
  slow.emulator.faults.add({ match: { method: 'POST', target: '/v2/schemas' }, fault: { kind: 'hang' } });
  calls.length = 0;
  await expect(source.catalog.createTable(newTable('never'), false)).rejects.toThrow(UpstreamTimeoutError);
  expect(calls).toHaveLength(1);
  await slow.close();
});
