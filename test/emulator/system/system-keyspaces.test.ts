/** The keyspaces that every Cassandra has: their tables can be read as others are, and tell what is in the database. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCatalog } from '../../../emulator/core/catalog.ts';
import { ServiceError } from '../../../emulator/core/service.ts';
import { openStore } from '../../../emulator/core/store.ts';
import { documentService } from '../../../emulator/document/http/document-service.ts';
import { addSystemKeyspaces } from '../../../emulator/system/system-keyspaces.ts';
import { allPages, type Harness, openHarness, TABLES, where } from '../rest/rest-harness.ts';
import { toCall } from '../support/service-call.ts';

const SCHEMAS = '/v2/schemas/keyspaces';
const KEYSPACES = ['system', 'system_auth', 'system_distributed', 'system_schema', 'system_traces'];

let harness: Harness;

beforeAll(async () => {
  harness = await openHarness();
  const columns = { id: 'int', at: 'timestamp desc', owner: 'text static', tags: 'map<text, frozen<list<int>>>' };
  await harness.table('orders', columns, ['id'], ['at']);
  await harness.table('empty', { id: 'uuid' }, ['id']);
  await harness.ask('POST', `${TABLES}/orders/indexes`, { column: 'tags', kind: 'KEYS', name: 'orders_tags' });
  await harness.ask('POST', '/v2/schemas/keyspaces/shop/types', {
    name: 'place',
    fields: [
      { name: 'street', typeDefinition: 'text' },
      { name: 'number', typeDefinition: 'int' },
    ],
  });
});

afterAll(() => harness.close());

async function rows(path: string): Promise<readonly Record<string, unknown>[]> {
  const { status, text, body } = await harness.ask('GET', `/v2/keyspaces/${path}`);
  if (status !== 200) throw new Error(text);
  return body.data;
}

async function tablesOf(keyspace: string): Promise<readonly Record<string, unknown>[]> {
  return (await harness.ask('GET', `${SCHEMAS}/${keyspace}/tables`)).body.data;
}

describe('definitions', () => {
  test('each keyspace has the tables of Cassandra 4.0', async () => {
    const counts = await Promise.all(KEYSPACES.map(async (name) => (await tablesOf(name)).length));
    expect(counts).toEqual([20, 5, 3, 10, 2]);
  });

  test('all of their tables can be read', async () => {
    for (const keyspace of KEYSPACES) {
      for (const { name } of await tablesOf(keyspace)) {
        const { status, text } = await harness.ask('GET', `/v2/keyspaces/${keyspace}/${name}/rows`);
        expect([status, text], `${keyspace}.${name}`).toEqual([200, expect.stringMatching(/^\{"count":/)]);
      }
    }
  });

  test('none can be written to', async () => {
    const answer = await harness.ask('POST', '/v2/keyspaces/system_schema/keyspaces', { keyspace_name: 'mine' });
    expect([answer.status, answer.body.grpcStatus]).toEqual([401, 'PERMISSION_DENIED']);
  });

  test('a catalog of before gets the tables that it lacks, once', async () => {
    const store = openStore();
    const catalog = openCatalog(store, 'd1/');
    catalog.putKeyspace({ name: 'system', system: true, replication: { strategy: 'local' }, tables: {}, types: {} });
    addSystemKeyspaces(catalog);
    const before = catalog.keyspaces();
    addSystemKeyspaces(catalog);
    expect(catalog.table('system', 'peers')?.columns).toHaveLength(9);
    expect(catalog.keyspaces()).toEqual(before);
    await store.close();
  });
});

test('system.local is one row of 20 columns', async () => {
  const [row, ...others] = await rows('system/local/local');
  expect(Object.keys(row ?? {})).toHaveLength(20);
  expect(row).toMatchObject({ key: 'local', data_center: 'eu-west-1', rpc_port: 9042, truncated_at: {} });
  expect(others).toEqual([]);
  expect(await rows('system/local/remote')).toEqual([]);
  expect(await rows('system/peers/rows')).toEqual([]);
});

describe('system_schema', () => {
  test('indexes by keyspace', async () => {
    expect(await rows('system_schema/indexes/shop?compactMapData=true')).toEqual([
      {
        keyspace_name: 'shop',
        table_name: 'orders',
        index_name: 'orders_tags',
        kind: 'COMPOSITES',
        options: { target: 'keys(tags)' },
      },
    ]);
  });

  test('columns in the order of their names, with kind, position and type', async () => {
    const columns = await rows('system_schema/columns/shop/orders');
    const told = columns.map(({ column_name, kind, position, clustering_order, type }) => [
      column_name,
      kind,
      position,
      clustering_order,
      type,
    ]);
    expect(told).toEqual([
      ['at', 'clustering', 0, 'desc', 'timestamp'],
      ['id', 'partition_key', 0, 'none', 'int'],
      ['owner', 'static', -1, 'none', 'text'],
      ['tags', 'regular', -1, 'none', 'map<text, frozen<list<int>>>'],
    ]);
  });

  test('keyspaces, tables and types by search', async () => {
    const [keyspace] = await rows(
      `system_schema/keyspaces?${where({ keyspace_name: { $eq: 'shop' } })}&compactMapData=true`,
    );
    expect(keyspace).toMatchObject({ durable_writes: true, replication: { replication_factor: '1' } });
    const tables = await rows(
      `system_schema/tables?${where({ keyspace_name: { $eq: 'shop' }, table_name: { $gt: 'empty' } })}`,
    );
    expect(tables.map(({ table_name }) => table_name)).toEqual(['orders']);
    expect(await rows('system_schema/types/shop')).toMatchObject([
      { type_name: 'place', field_names: ['street', 'number'], field_types: ['text', 'int'] },
    ]);
  });

  test('pages hold each row once', async () => {
    const paged = await allPages(harness, '/v2/keyspaces/system_schema/columns/rows', 7);
    const whole = await rows('system_schema/columns/rows?page-size=1000');
    expect(paged).toEqual(whole);
    expect(whole.length).toBeGreaterThan(150);
  });
});

test('their tables are no collections of the Document API', async () => {
  const store = openStore();
  const catalog = openCatalog(store, 'd1/');
  addSystemKeyspaces(catalog);
  const database = { id: 'd', region: 'r', storagePrefix: 'd1/', store, catalog };
  const call = toCall(database, 'GET', '/v2/namespaces/system_schema/collections/tables/x');
  const answer = await documentService(call).catch((error: unknown) => {
    if (error instanceof ServiceError) return error.toReply();
    throw error;
  });
  await store.close();
  expect(answer.status).toBe(400);
  expect(answer.body).toContain('The database table system_schema.tables is not a Documents collection.');
});
