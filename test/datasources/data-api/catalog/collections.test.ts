/** Collections over the Data API, their vectors, and keyspaces; and what answers that cannot be right come to. */
import { afterEach, expect, test } from 'vitest';
import { createUpstream } from '../../../../datasources/back-ends/upstream.ts';
import { createDataApiCatalog } from '../../../../datasources/data-api/catalog/catalog.ts';
import type { DataApiConnection } from '../../../../datasources/data-api/command/connection.ts';
import { UpstreamError } from '../../../../datasources/source/errors.ts';
import type { CatalogSource, NewCollection, Replication } from '../../../../datasources/source/source.ts';
import { createScope, failureOf, type ScriptedServer, startScript } from '../../../support/scripted-server.ts';
import { DATABASE, IN_KEYSPACE } from '../../support/database.ts';
import { useCatalog } from './data-api-catalog.ts';

const { open } = useCatalog();
const named = (collection: string) => ({ ...IN_KEYSPACE, collection });

const servers: ScriptedServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** @param answer - of a command, by its name */
async function openScript(
  answer: (command: string) => unknown,
): Promise<{ catalog: CatalogSource; sent: () => unknown[] }> {
  const server: ScriptedServer = await startScript(() => ({ body: answer(Object.keys(lastBody())[0] ?? '') }));
  const lastBody = () => JSON.parse(server.received.at(-1)?.body ?? '{}');
  servers.push(server);
  const databases = [{ name: DATABASE, dataApiUrl: server.url }];
  const upstream = createUpstream({ kind: 'data-api', databases, timeoutMs: 1000, schemaTimeoutMs: 1000 });
  const sent = () => server.received.map(({ body }) => JSON.parse(body));
  return { catalog: upstream.open(createScope()).catalog, sent };
}

test('collections tell how their vectors are compared', async () => {
  const { catalog, commands } = open();
  await catalog.createCollection(named('plain'), false);
  await catalog.createCollection({ ...named('vectors'), vector: { dimension: 3 } }, false);
  await catalog.createCollection({ ...named('others'), vector: { dimension: 1, metric: 'EUCLIDEAN' } }, false);
  expect(commands()).toEqual(Array(3).fill(['findCollections', 'createCollection']).flat());
  expect(await catalog.collections(IN_KEYSPACE)).toEqual([
    { ...named('others'), vector: { dimension: 1, metric: 'EUCLIDEAN', service: null } },
    { ...named('plain'), vector: null },
    { ...named('vectors'), vector: { dimension: 3, metric: 'COSINE', service: null } },
  ]);
  expect(await catalog.createCollection({ ...named('plain'), vector: { dimension: 2 } }, true)).toBe(false);
  expect(await catalog.deleteCollection(named('plain'), false)).toBe(true);
  expect(commands().slice(-2)).toEqual(['findCollections', 'deleteCollection']);
});

test('a service goes along, and may decide the dimension', async () => {
  const { catalog, sent } = await openScript((command) => ({
    status: command === 'findCollections' ? { collections: [] } : { ok: 1 },
  }));
  const service = {
    provider: 'openai',
    modelName: 'small',
    authentication: { providerKey: 'k' },
    parameters: { a: 1 },
  };
  await catalog.createCollection({ ...named('texts'), vector: { metric: 'DOT_PRODUCT', service } }, false);
  expect(sent().at(-1)).toEqual({
    createCollection: { name: 'texts', options: { vector: { metric: 'dot_product', service } } },
  });
});

test.each<[NonNullable<NewCollection['vector']>, RegExp]>([
  [{}, /need a "dimension", or a "service"/],
  [{ dimension: 0 }, /dimension 0.*from 1 to 4096/],
  [{ dimension: 4097 }, /dimension 4097/],
  [{ dimension: 1 }, /cannot be compared by COSINE. Choose DOT_PRODUCT or EUCLIDEAN/],
  [{ dimension: 1, metric: 'COSINE' }, /COSINE/],
])('vectors as %j are refused before a call', async (vector, message) => {
  const { catalog, commands } = open();
  await expect(catalog.createCollection({ ...named('odd'), vector }, true)).rejects.toThrow(message);
  expect(commands()).toEqual([]);
});

const FAILED = { errors: [{ family: 'REQUEST', errorCode: 'INVALID_DATABASE_QUERY', message: 'No such index.' }] };

test('a collection that could not be made, and is there nevertheless, is told', async () => {
  let lists = 0;
  const { catalog } = await openScript((command) => {
    if (command !== 'findCollections') return FAILED;
    lists += 1;
    return { status: { collections: lists === 1 ? [] : ['half'] } };
  });
  expect(await failureOf(catalog.createCollection(named('half'), true))).toMatchObject({
    name: 'InputError',
    message: expect.stringMatching(/"half" could not be made as it was defined: No such index\. .*deleteCollection/),
  });
});

test.each<[Replication, unknown]>([
  [{}, undefined],
  [{ replicas: 3 }, { replication: { class: 'SimpleStrategy', replication_factor: 3 } }],
  [{ datacenters: [{ name: 'dc1', replicas: 2 }] }, { replication: { class: 'NetworkTopologyStrategy', dc1: 2 } }],
])('keyspaces are replicated as %j', async (replication, options) => {
  const { catalog, sent } = await openScript((command) => ({
    status: command === 'findKeyspaces' ? { keyspaces: ['system'] } : { ok: 1 },
  }));
  await catalog.createKeyspace({ databaseId: DATABASE, keyspace: 'new_one' }, replication, false);
  expect(sent()).toEqual([
    { findKeyspaces: {} },
    { createKeyspace: { name: 'new_one', ...(options !== undefined && { options }) } },
  ]);
});

test.each<[Replication, RegExp]>([
  [{ replicas: 1, datacenters: [] }, /either "replicas" or "datacenters"/],
  [{ datacenters: [{ name: 'class', replicas: 1 }] }, /"class" cannot be a datacenter/],
  [
    {
      datacenters: [
        { name: 'a', replicas: 1 },
        { name: 'a', replicas: 2 },
      ],
    },
    /"a" cannot be a datacenter.*once/,
  ],
])('keyspaces are not replicated as %j', async (replication, message) => {
  const { catalog, commands } = open();
  const making = catalog.createNamespace({ databaseId: DATABASE, keyspace: 'odd' }, replication, false);
  await expect(making).rejects.toThrow(message);
  expect(commands()).toEqual([]);
});

test('where another service keeps the keyspaces, it alone is asked', async () => {
  const asked: string[] = [];
  const note = async (what: string) => asked.push(what) > 0;
  const connection = {} as DataApiConnection;
  const catalog = createDataApiCatalog(connection, {
    keyspaces: {
      list: async () => ['b', 'a'],
      createKeyspace: ({ keyspace }) => note(`create ${keyspace}`),
      deleteKeyspace: ({ keyspace }) => note(`delete ${keyspace}`),
    },
  });
  const ref = { databaseId: DATABASE, keyspace: 'a' };
  const keyspace = { databaseId: DATABASE, name: 'a', datacenters: null, replicas: null };
  expect(await catalog.keyspace(ref)).toEqual(keyspace);
  expect(await catalog.namespaces(DATABASE)).toEqual([keyspace, { ...keyspace, name: 'b' }]);
  expect(await catalog.namespace({ ...ref, keyspace: 'c' })).toBeNull();
  await catalog.createNamespace(ref, {}, false);
  await catalog.deleteKeyspace(ref, false);
  expect(asked).toEqual(['create a', 'delete a']);
});

const COLUMNS = { id: { type: 'int' } };
const KEY = { partitionBy: ['id'], partitionSort: {} };
const table = (definition: unknown) => ({ status: { tables: [{ name: 't', definition }] } });
const READS: Readonly<Record<string, (catalog: CatalogSource) => Promise<unknown>>> = {
  keyspaces: (catalog) => catalog.keyspaces(DATABASE),
  tables: (catalog) => catalog.tables(IN_KEYSPACE),
  types: (catalog) => catalog.types(IN_KEYSPACE),
  indexes: (catalog) => catalog.indexes({ ...IN_KEYSPACE, table: 't' }),
  collections: (catalog) => catalog.collections(IN_KEYSPACE),
  createType: (catalog) => catalog.createType(IN_KEYSPACE, { name: 'u', fields: [{ name: 'x', type: 'int' }] }, false),
};

test.each<[string, unknown, RegExp]>([
  ['keyspaces', {}, /an object is due at status, and nothing came/],
  ['keyspaces', { status: { keyspaces: ['a', 'a'] } }, /a name stands there twice at status\.keyspaces/],
  ['keyspaces', { status: { keyspaces: [''] } }, /status\.keyspaces\[0\]/],
  ['tables', { status: { tables: ['t'] } }, /an object is due at status\.tables\[0\]/],
  ['tables', table({ columns: COLUMNS }), /status\.tables\[0\]\.definition\.primaryKey, and nothing came/],
  ['tables', table({ columns: COLUMNS, primaryKey: { partitionBy: ['id'] } }), /partitionSort, and nothing came/],
  ['tables', table({ columns: COLUMNS, primaryKey: { ...KEY, partitionBy: [] } }), /a partition key without columns/],
  ['tables', table({ columns: COLUMNS, primaryKey: { ...KEY, partitionBy: ['x'] } }), /of other columns than/],
  ['tables', table({ columns: COLUMNS, primaryKey: { ...KEY, partitionSort: { id: 1 } } }), /or with one twice/],
  ['tables', table({ columns: COLUMNS, primaryKey: { ...KEY, partitionSort: { id: 2 } } }), /1 or -1 is due at .*\.id/],
  [
    'tables',
    table({ columns: { id: { type: 'list' } }, primaryKey: KEY }),
    /the type of a column is due at .*columns\.id/,
  ],
  ['tables', table({ columns: { id: { type: 'vector' } }, primaryKey: KEY }), /the type of a column is due/],
  ['tables', table({ columns: { id: 'int' }, primaryKey: KEY }), /the type of a column is due/],
  ['types', { status: { types: [{ udtName: 'u', definition: { fields: {} } }] } }, /a type without fields came/],
  ['types', { status: { types: [{ definition: { fields: COLUMNS } }] } }, /status\.types\[0\]\.udtName/],
  ['indexes', { status: { indexes: [{ name: 'i', indexType: 'regular', definition: {} }] } }, /definition\.column/],
  ['collections', { status: { collections: ['c'] } }, /an object is due at status\.collections\[0\]/],
  [
    'collections',
    { status: { collections: [{ name: 'c', options: { vector: { dimension: 2, metric: 'near' } } }] } },
    /the name of a metric is due at .*vector\.metric/,
  ],
  ['createType', { status: { ok: 0 } }, /1 is due at status\.ok/],
  ['createType', '', /./],
])('%s answered %j cannot be right', async (what, body, message) => {
  const { catalog } = await openScript(() => body);
  const error = (await failureOf(READS[what]?.(catalog) ?? Promise.resolve())) as Error;
  expect(error).toBeInstanceOf(UpstreamError);
  expect(error.message).toMatch(message);
});
