/** The same graph over a self-hosted Stargate: three base URLs, no DevOps API, a token by sign-in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUpstream } from '../../datasources/back-ends/upstream.ts';
import type { Upstream } from '../../datasources/source/source.ts';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import { type Listening, listen } from '../../emulator/server/server.ts';
import { openPersisted } from '../../gateway/access/persisted-documents.ts';
import { readServeConfig } from '../../gateway/config/serve-config.ts';
import { createPipeline } from '../../gateway/gateway.ts';
import type { Handler } from '../../gateway/http/handler.ts';
import { createLog } from '../../gateway/observability/log.ts';
import type { GraphQLAnswer } from '../support/gateway.ts';

let emulator: Emulator;
let server: Listening;
let upstream: Upstream;
let gateway: Handler;
let token: string;

beforeAll(async () => {
  emulator = await createEmulator({ loggedRequests: 1000 });
  server = await listen(emulator);
  const base = `${server.url}/${emulator.defaultDatabaseId}-${emulator.defaultDatabaseRegion}/api/rest`;
  const env = { STARGATE_REST_URL: base, STARGATE_DOCUMENT_URL: base, STARGATE_AUTH_URL: `${base}/` };
  const config = readServeConfig({}, env);
  if (config.upstream.kind !== 'stargate') throw new Error('The configuration is not that of a Stargate');
  upstream = createUpstream(config.upstream);
  gateway = createPipeline({
    ...config,
    upstream,
    auth: { ...config.auth, token: undefined },
    persisted: openPersisted(config.documents),
    log: createLog({ write: () => {} }),
  });
  const { data } = await query(
    'mutation { createAuthToken(input: { username: "cassandra", password: "cassandra" }) { authToken } }',
  );
  token = data.createAuthToken.authToken;
}, 60_000);

afterAll(async () => {
  await upstream.close();
  await server.close();
  await emulator.close();
});

test('databases are those that are configured', async () => {
  const { data } = await query(
    '{ databases { nodes { databaseId name status capabilities } pageInfo { hasNextPage } } }',
  );
  expect(data.databases.nodes).toMatchObject([{ databaseId: 'stargate', name: 'stargate', status: null }]);
  expect(data.databases.nodes[0].capabilities).toContain('REPLICATION');
  expect(data.databases.nodes[0].capabilities).not.toContain('DEVOPS');
});

test('what needs the DevOps API is not supported, and says so', async () => {
  const { errors } = await query('{ availableRegions { region } }');
  expect(errors?.[0]?.extensions.code).toBe('NOT_SUPPORTED');
  const park = await query('mutation { parkDatabase(input: { databaseId: "default" }) { database { name } } }');
  expect(park.errors?.[0]?.extensions.code).toBe('NOT_SUPPORTED');
  expect(emulator.requests.entries.some(({ api }) => api === 'devops')).toBe(false);
});

test('keyspaces are made with replicas, and tables, rows, collections and documents live in them', async () => {
  const { data, errors } = await query(`mutation {
    createKeyspace(input: { name: "own", replicas: 1 }) { created keyspace { name } }
    again: createKeyspace(input: { name: "own", ifNotExists: true }) { created }
    createTable(input: { keyspace: "own", name: "t", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }, { name: "v", type: "text" }] }) { created }
    createRow(input: { keyspace: "own", table: "t", values: { id: 1, v: "a" } }) { row { id values } }
    createNamespace(input: { name: "docs" }) { created }
    createCollection(input: { namespace: "docs", name: "c" }) { created }
    createDocument(input: { namespace: "docs", collection: "c", data: { a: { b: 1 } } }) { document { data } }
    deleteNamespace(input: { namespace: "docs" }) { deletedId }
  }`);
  expect(errors).toBeUndefined();
  expect(data.createRow.row.values).toEqual({ id: 1, v: 'a' });
  expect(data.createDocument.document.data).toEqual({ a: { b: 1 } });
  expect(data.again.created).toBe(false);
  const { data: found } = await query(`{ node(id: "${data.createRow.row.id}") { ... on Row { databaseId values } } }`);
  expect(found.node).toEqual({ databaseId: 'stargate', values: { id: 1, v: 'a' } });
});

test('there is no storage-attached index on Cassandra 4.0, and upstream says so', async () => {
  const { errors } = await query(`mutation {
    createIndex(input: { keyspace: "own", table: "t", column: "v", type: "StorageAttachedIndex" }) { created } }`);
  expect(errors).toMatchObject([
    { message: expect.stringContaining('Unable to find custom indexer class'), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test('another database is unknown before anything is called', async () => {
  emulator.requests.clear();
  const { errors } = await query('{ database(databaseId: "elsewhere") { keyspaces { name } } }');
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('"elsewhere"'),
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect(emulator.requests.entries).toHaveLength(0);
});

async function query(document: string): Promise<GraphQLAnswer> {
  const headers = { 'content-type': 'application/json', ...(token && { 'x-cassandra-token': token }) };
  const request = new Request('http://localhost/graphql', {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: document }),
  });
  return (await gateway.fetch(request)).json();
}
