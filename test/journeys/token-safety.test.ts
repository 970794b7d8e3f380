/** A token goes to the API that it was meant for and nowhere else: each way out of that is tried. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { toCursor } from '../../resolvers/relay/cursor.ts';
import { encodeOpaque } from '../../resolvers/relay/opaque.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

const OTHER_ID = '77777777-0000-4000-8000-000000000000';

let gateway: RunningGateway;
/** The same over the Data API. */
let overData: RunningGateway;
let foreign: Server;
let foreignUrl: string;
/** What the foreign host was sent. */
const stolen: IncomingMessage[] = [];

beforeAll(async () => {
  [gateway, overData] = await Promise.all([startGateway(), startGateway({ api: 'data' })]);
  foreign = createServer((request, response) => {
    stolen.push(request);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[],"id":"x","authToken":"x"}');
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  foreignUrl = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
  const { errors } = await gateway.query(`mutation {
    createKeyspace(input: { name: "shop" }) { created }
    createTable(input: { keyspace: "shop", name: "items", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }] }) { created } }`);
  expect(errors).toBeUndefined();
}, 60_000);

afterAll(async () => {
  foreign.close();
  await gateway.close();
  await overData.close();
});

afterEach(() => {
  gateway.emulator.faults.clear();
  gateway.clearUpstreamRequests();
  expect(stolen).toEqual([]);
});

const calls: Record<string, string> = {
  'of the REST API': '{ database { keyspaces { name } } }',
  'of the Document API': '{ namespace(name: "shop") { collections { name } } }',
  'of the DevOps API': '{ databases { nodes { name } } }',
  'that signs in': 'mutation { createAuthToken(input: { username: "u", password: "p" }) { authToken } }',
  'that writes':
    'mutation { createRow(input: { keyspace: "shop", table: "items", values: { id: 1 } }) { row { key } } }',
};

describe.each([301, 302, 303, 307, 308])('a redirect (%i) to another host', (status) => {
  test.each(Object.entries(calls))('is not followed by a call %s', async (_, query) => {
    const headers = { location: `${foreignUrl}/v2/schemas/keyspaces` };
    gateway.emulator.faults.add({ fault: { kind: 'answer', status, body: '', headers } });
    const { errors } = await gateway.query(query);
    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_ERROR');
    expect(JSON.stringify(errors)).not.toContain(foreignUrl);
  });
});

const commands: Record<string, string> = {
  'of tables': '{ keyspace(name: "shop") { tables { name } } }',
  'of collections': '{ namespace(name: "shop") { collections { name } } }',
  'that changes the schema': 'mutation { createCollection(input: { namespace: "shop", name: "notes" }) { created } }',
};

describe.each([301, 302, 303, 307, 308])('a redirect (%i) of the Data API to another host', (status) => {
  test.each(Object.entries(commands))('is not followed by a command %s', async (_, query) => {
    const headers = { location: `${foreignUrl}/v1/shop` };
    overData.emulator.faults.add({ match: { api: 'data' }, fault: { kind: 'answer', status, body: '', headers } });
    const { errors } = await overData.query(query);
    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_ERROR');
    expect(JSON.stringify(errors)).not.toContain(foreignUrl);
    overData.emulator.faults.clear();
  });
});

test('a redirect to the same host is not followed either', async () => {
  const headers = { location: `${gateway.emulatorUrl}/v2/databases` };
  gateway.emulator.faults.add({ match: { api: 'rest' }, fault: { kind: 'answer', status: 302, body: '', headers } });
  await gateway.query(calls['of the REST API'] ?? '');
  expect(gateway.upstreamRequests()).toHaveLength(1);
});

describe('a database that is none', () => {
  const wrong = [
    'x',
    '..',
    `${OTHER_ID}/..`,
    `${OTHER_ID}@evil.example`,
    `${OTHER_ID}.evil.example/`,
    `x-${OTHER_ID}`,
    'evil.example#',
  ];
  const keys: Record<string, (databaseId: string) => readonly unknown[]> = {
    Database: (databaseId) => [databaseId],
    Keyspace: (databaseId) => [databaseId, 'shop'],
    Table: (databaseId) => [databaseId, 'shop', 'items'],
    Row: (databaseId) => [databaseId, 'shop', 'items', [1]],
    Namespace: (databaseId) => [databaseId, 'shop'],
    Collection: (databaseId) => [databaseId, 'shop', 'notes'],
    Document: (databaseId) => [databaseId, 'shop', 'notes', 'one'],
  };

  test.each(wrong)('is refused before anything is called, in arguments and inputs: %s', async (databaseId) => {
    const { errors } = await gateway.query(
      `query ($databaseId: ID!) {
        database(databaseId: $databaseId) { keyspaces { name } }
        again: database(databaseId: $databaseId) { keyspace(name: "shop") { tables { name } } } }`,
      { databaseId },
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(Array(2).fill('BAD_USER_INPUT'));
    const mutation = await gateway.query(
      `mutation ($databaseId: ID!) {
        createRow(input: { databaseId: $databaseId, keyspace: "shop", table: "items", values: { id: 1 } }) { row { key } }
        parkDatabase(input: { databaseId: $databaseId }) { database { name } } }`,
      { databaseId },
    );
    expect(mutation.errors?.map(({ extensions }) => extensions.code)).toEqual(Array(2).fill('BAD_USER_INPUT'));
    expect(gateway.upstreamRequests()).toEqual([]);
  });

  test.each(Object.entries(keys))('is refused before anything is called, in the id of a %s', async (kind, partsOf) => {
    for (const databaseId of wrong) {
      const id = encodeOpaque('id', [1, kind, ...partsOf(databaseId)] as never);
      const { errors } = await gateway.query('query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', {
        id,
      });
      expect(
        errors?.map(({ extensions }) => extensions.code),
        databaseId,
      ).toEqual(Array(2).fill('BAD_USER_INPUT'));
    }
    expect(gateway.upstreamRequests()).toEqual([]);
  });

  test('cannot be smuggled in by a cursor: it names no database, and belongs to one list', async () => {
    const after = toCursor('another list', { pageState: OTHER_ID, offset: 0 });
    const { errors } = await gateway.query(
      'query ($after: String!) { keyspace(name: "shop") { table(name: "items") { rows(first: 1, after: $after) { nodes { id } } } } }',
      { after },
    );
    expect(errors?.[0]?.extensions.code).toBe('INVALID_CURSOR');
    expect(gateway.upstreamRequests().every(({ target }) => target.startsWith('/v2/schemas/'))).toBe(true);
  });
});

describe('an endpoint that the DevOps API names', () => {
  const suffix = 'apps.astra.datastax.com';
  const query = `{ database(databaseId: "${OTHER_ID}") { keyspaces { name } } }`;

  async function ask(dataEndpointUrl: string, target: RunningGateway = gateway) {
    const body = { id: OTHER_ID, orgId: 'o', ownerId: 'o', info: { name: 'x' }, status: 'ACTIVE', dataEndpointUrl };
    target.emulator.faults.add({ match: { api: 'devops' }, fault: { kind: 'answer', status: 200, body } });
    const answer = await target.query(query);
    target.emulator.faults.clear();
    return answer;
  }

  test('gets no token on a foreign host', async () => {
    const urls = [
      foreignUrl,
      `${foreignUrl}/${OTHER_ID}-us-east1.${suffix}`,
      `https://${OTHER_ID}-us-east1.${suffix}.evil.example/api/rest`,
      `https://evil.example/${OTHER_ID}-us-east1.${suffix}`,
      `https://evil.example#.${suffix}`,
      `https://${OTHER_ID}-us-east1.evil.example.${suffix}/api/rest`,
      `https://${OTHER_ID}.${suffix}/api/rest`,
      `https://${OTHER_ID}-us-east1.${suffix}:8443/api/rest`,
      `https://${OTHER_ID}-us-east1.${suffix}@evil.example/api/rest`,
      `https://user:password@${OTHER_ID}-us-east1.${suffix}/api/rest`,
      `https://00000000-0000-4000-8000-000000000009-us-east1.${suffix}/api/rest`,
      'not a URL',
      'file:///etc/passwd',
    ];
    for (const url of urls) {
      const { data, errors } = await ask(url);
      expect([data.database.keyspaces, errors?.[0]?.extensions.code], url).toEqual([null, 'UPSTREAM_ERROR']);
      expect(JSON.stringify(errors), url).not.toContain('evil');
    }
    expect(gateway.upstreamRequests().every(({ api }) => api === 'devops')).toBe(true);
  });

  test('gets no token without encryption', async () => {
    const { errors } = await ask(`http://${OTHER_ID}-us-east1.${suffix}/api/rest`);
    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_ERROR');
  });

  test('gets it when the operator has listed its origin', async () => {
    const received: IncomingMessage[] = [];
    const listed = createServer((request, response) => {
      received.push(request);
      response.end('{"data":[]}');
    });
    await new Promise<void>((resolve) => listed.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(listed.address() as AddressInfo).port}`;
    const trusting = await startGateway({ upstream: { allowedOrigins: [origin] } });
    const { data } = await ask(`${origin}/api/rest`, trusting);
    expect(data.database.keyspaces).toEqual([]);
    expect(received[0]?.headers['x-cassandra-token']).toBe(trusting.emulator.applicationToken);
    expect(received[0]?.headers.authorization).toBeUndefined();
    await trusting.close();
    listed.close();
  });
});

describe('each token goes to its API', () => {
  let upstream: Server;
  let own: RunningGateway;
  const received: IncomingMessage[] = [];
  const BOTH = '{ databases { nodes { name } } database { keyspaces { name } } }';

  beforeAll(async () => {
    upstream = createServer((request, response) => {
      received.push(request);
      response.end(request.url?.startsWith('/v2/databases') ? '[]' : '{"data":[],"authToken":"made"}');
    });
    await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
    const defaultDatabase = { databaseId: OTHER_ID, region: 'r', api: 'stargate' as const, dataUrl: `${url}/data` };
    own = await startGateway({ upstream: { devopsUrl: url, defaultDatabase } });
  });

  afterAll(async () => {
    await own.close();
    upstream.close();
  });

  afterEach(() => void received.splice(0));

  const tokensOf = (isOfApi: (url: string) => boolean) =>
    received
      .filter(({ url = '' }) => isOfApi(url))
      .map(({ headers }) => [headers.authorization, headers['x-cassandra-token']]);
  const devops = () => tokensOf((url) => url.startsWith('/v2/databases'));
  const data = () => tokensOf((url) => url.startsWith('/data/'));

  test('Authorization serves both, each in the header that it knows', async () => {
    await own.query(BOTH, {}, { authorization: 'Bearer both' });
    expect([devops(), data()]).toEqual([[['Bearer both', undefined]], [[undefined, 'both']]]);
  });

  test('X-Cassandra-Token serves the data plane alone, and wins there', async () => {
    await own.query(BOTH, {}, { authorization: 'Bearer both', 'x-cassandra-token': 'data' });
    expect([devops(), data()]).toEqual([[['Bearer both', undefined]], [[undefined, 'data']]]);
    received.splice(0);
    const { errors } = await own.query(BOTH, {}, { 'x-cassandra-token': 'alone' });
    expect([devops(), data()]).toEqual([[], [[undefined, 'alone']]]);
    expect(errors).toMatchObject([{ path: ['databases'], extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test('without one nothing is called, but for the two mutations that make one', async () => {
    const { errors } = await own.query(BOTH, {}, {});
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect(received).toEqual([]);
    const signIns = [
      'createAuthToken(input: { username: "u", password: "p" }) { authToken }',
      'authenticateServiceAccount(input: { clientId: "a", clientName: "b", clientSecret: "c" }) { token }',
    ];
    for (const signIn of signIns) await own.query(`mutation { ${signIn} }`, {}, {});
    expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /data/v1/auth',
      'POST /v2/authenticateServiceAccount',
    ]);
    expect(tokensOf(() => true)).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test('none is written to the log', async () => {
    await own.query(BOTH, {}, { authorization: 'Bearer secret-of-a-client' });
    expect(JSON.stringify(own.logLines)).not.toContain('secret-of-a-client');
  });
});
