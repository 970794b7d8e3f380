/** The indexes of all tables of a keyspace: in one call, in pages, and table by table where upstream refuses. */
import { afterEach, describe, expect, test } from 'vitest';
import { createUpstream } from '../../../../datasources/back-ends/upstream.ts';
import { RateLimitedError, UnauthenticatedError } from '../../../../datasources/source/errors.ts';
import { type Answer, createScope, type ScriptedServer, startScript } from '../../../support/scripted-server.ts';
import { startDataApi, startStargate, type TestDatabase } from '../../support/database.ts';

const KEYSPACE = { databaseId: 'db', keyspace: 'ks' };
const TABLES = Array.from({ length: 12 }, (_, n) => `t${n}`);

const closers: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe.each([
  ['Stargate', startStargate, 1],
  ['Data API', startDataApi, TABLES.length],
] as const)('%s', (_, start, calls) => {
  async function fill(database: TestDatabase) {
    const { source } = database.open();
    await source.catalog.createKeyspace({ databaseId: 'stargate', keyspace: 'shop' }, {}, false);
    for (const name of TABLES) {
      const table = await database.table(name, { p: 'int', v: 'int', tags: 'set<text>' }, ['p']);
      if (name !== 't3') await source.catalog.createIndex({ ...table, column: 'v', name: `${name}_v` }, false);
      if (name === 't5') await source.catalog.createIndex({ ...table, column: 'tags', name: 'a_tags' }, false);
    }
  }

  test(`those of ${TABLES.length} tables take as many calls as they must, and are those of each table`, async () => {
    const database = await start();
    closers.push(() => database.close());
    await fill(database);
    const ref = { databaseId: 'stargate', keyspace: 'shop' };
    await database.open().source.catalog.tables(ref);
    const first = database.open();
    const all = await first.source.catalog.indexesOf(ref, TABLES);
    expect(first.calls).toHaveLength(calls);
    expect([...all.keys()]).toEqual(TABLES);
    // What is known of all tables is known of each.
    const second = database.open();
    expect(await second.source.catalog.indexes({ ...ref, table: 't5' })).toEqual(all.get('t5'));
    expect(second.calls).toEqual([]);
    // Whoever has another token asks anew; the answers are the same.
    const { databaseId, keyspace } = ref;
    await second.source.catalog.createTable(
      {
        databaseId,
        keyspace,
        table: 'last',
        columns: [{ name: 'p', type: 'int', isStatic: false }],
        partitionKey: ['p'],
        clusteringKey: [],
      },
      false,
    );
    for (const name of TABLES) {
      expect(await database.open().source.catalog.indexes({ ...ref, table: name }), name).toEqual(all.get(name));
    }
    expect(all.get('t3')).toEqual([]);
    expect(all.get('t5')?.map(({ name }) => name)).toEqual(['a_tags', 't5_v']);
    expect(await database.open().source.catalog.indexesOf(ref, [])).toEqual(new Map());
  }, 60_000);
});

async function open(script: (line: string) => Answer | undefined) {
  const server: ScriptedServer = await startScript(script);
  closers.push(() => server.close());
  const databases = [{ name: 'db', restUrl: server.url, documentUrl: server.url, authUrl: server.url }];
  const upstream = createUpstream({ kind: 'stargate', databases, timeoutMs: 1000, schemaTimeoutMs: 1000 });
  return { catalog: upstream.open(createScope()).catalog, server, reopen: () => upstream.open(createScope()).catalog };
}

const row = (table: string, name: string) => ({
  ...{ keyspace_name: 'ks', table_name: table, index_name: name, kind: 'COMPOSITES', options: { target: 'v' } },
});
const ALL = 'GET /v2/keyspaces/system_schema/indexes/ks?page-size=10000';
const ofTable = (table: string) => `GET /v2/schemas/keyspaces/ks/tables/${table}/indexes`;

test('more than a page of them is read page by page', async () => {
  const { catalog, server } = await open((line) => {
    if (line === ALL) return { body: { count: 1, pageState: 'AB', data: [row('a', 'z')] } };
    return { body: { count: 2, data: [row('b', 'b'), row('a', 'y')] } };
  });
  const found = await catalog.indexesOf(KEYSPACE, ['a', 'b']);
  expect([...found].map(([table, indexes]) => [table, indexes.map(({ name }) => name)])).toEqual([
    ['a', ['y', 'z']],
    ['b', ['b']],
  ]);
  expect(server.received.map(({ line }) => line)).toEqual([ALL, `${ALL}&page-state=AB`]);
});

const denied = 'Unauthorized gRPC operation (Status.Code.PERMISSION_DENIED->401): PERMISSION_DENIED: no';

test.each<Answer>([
  { status: 401, body: { description: denied, code: 401, grpcStatus: 'PERMISSION_DENIED' } },
  { status: 404, body: { description: 'HTTP 404 Not Found', code: 404 } },
  { status: 400, body: { description: "keyspace 'system_schema' not found", code: 400 } },
  { status: 200, body: { data: [{ index_name: 'x' }] } },
])('where upstream answers %j each table is asked for, and the refusal is remembered', async (refusal) => {
  const { catalog, server, reopen } = await open((line) => {
    if (line === ALL) return refusal;
    const [, table = ''] = /tables\/(\w+)\/indexes/.exec(line) ?? [];
    return { body: [row(table, `${table}_v`)] };
  });
  const found = await catalog.indexesOf(KEYSPACE, ['a', 'b']);
  expect(found.get('b')?.map(({ name }) => name)).toEqual(['b_v']);
  await reopen().indexesOf(KEYSPACE, ['a', 'c']);
  expect(server.received.map(({ line }) => line).sort()).toEqual([ALL, ofTable('a'), ofTable('b'), ofTable('c')]);
});

test('one table costs its own call, and a failure is one', async () => {
  const { catalog, server } = await open((line) =>
    line === ofTable('a') ? { body: [row('a', 'i')] } : { status: 401 },
  );
  expect((await catalog.indexesOf(KEYSPACE, ['a'])).get('a')).toHaveLength(1);
  expect(server.received).toHaveLength(1);
  await expect(catalog.indexesOf(KEYSPACE, ['b', 'c'])).rejects.toThrow(UnauthenticatedError);
  const busy = await open((line) => (line === ALL ? { status: 429 } : { body: [] }));
  await expect(busy.catalog.indexesOf(KEYSPACE, ['b', 'c'])).rejects.toThrow(RateLimitedError);
  expect(new Set(busy.server.received.map(({ line }) => line))).toEqual(new Set([ALL]));
});
