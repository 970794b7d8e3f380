/** Keyspaces that the DevOps API makes, and the data of databases that it finds. */
import { expect, onTestFinished, test } from 'vitest';
import { createUpstream } from '../../../datasources/back-ends/upstream.ts';
import {
  ConflictError,
  DatabaseUnavailableError,
  NotFoundError,
  NotSupportedError,
  UpstreamError,
} from '../../../datasources/source/errors.ts';
import { type Answer, createScope, failureOf, startScript } from '../../support/scripted-server.ts';
import { DEFAULT_ID, ID, lines, NAMED, useAstra } from './astra.ts';

const open = useAstra();
const VECTOR = { ...NAMED, info: { ...NAMED.info, dbType: 'vector' } };

test('keyspaces are looked for first, in both lists, and made and deleted through the DevOps API', async () => {
  const info = { keyspace: 'first', keyspaces: null, additionalKeyspaces: ['second'] };
  const { source, server } = await open({
    [`GET /v2/databases/${ID}`]: { body: { ...NAMED, info } },
    [`POST /v2/databases/${ID}/keyspaces/third`]: { status: 201 },
    [`DELETE /v2/databases/${ID}/keyspaces/first`]: { status: 204 },
  });
  const { catalog } = source;
  const ref = (keyspace: string) => ({ databaseId: ID, keyspace });
  expect(await catalog.createKeyspace(ref('third'), {}, false)).toBe(true);
  expect(await catalog.createNamespace(ref('second'), {}, true)).toBe(false);
  expect(await failureOf(catalog.createKeyspace(ref('first'), {}, false))).toBeInstanceOf(ConflictError);
  expect(await catalog.deleteKeyspace(ref('first'), false)).toBe(true);
  expect(await catalog.deleteNamespace(ref('none'), true)).toBe(false);
  expect(await failureOf(catalog.deleteKeyspace(ref('none'), false))).toBeInstanceOf(NotFoundError);
  expect(await failureOf(catalog.createKeyspace(ref('x'), { replicas: 3 }, false))).toBeInstanceOf(NotSupportedError);
  expect(await failureOf(catalog.createKeyspace({ ...ref('x'), databaseId: DEFAULT_ID }, {}, false))).toBeInstanceOf(
    NotFoundError,
  );
  expect(lines(server).filter((line) => !line.startsWith('GET'))).toEqual([
    `POST /v2/databases/${ID}/keyspaces/third`,
    `DELETE /v2/databases/${ID}/keyspaces/first`,
  ]);
});

const DATA = { 'GET /other/v2/schemas/namespaces': { body: { data: [] } } };

test('the data of another database is found through the DevOps API, once in an operation', async () => {
  const server = await startScript((line) => {
    if (line.startsWith(`GET /v2/databases/${ID}`))
      return { body: { ...NAMED, dataEndpointUrl: `${server.url}/other/` } };
    return line === 'GET /other/v2/schemas/namespaces' ? DATA[line] : undefined;
  });
  onTestFinished(server.close);
  const upstream = createUpstream({
    kind: 'astra',
    devopsUrl: server.url,
    defaultDatabase: { databaseId: DEFAULT_ID, region: 'r', api: 'stargate', dataUrl: `${server.url}/default` },
    allowedOrigins: [server.url],
    timeoutMs: 1000,
    schemaTimeoutMs: 1000,
    schemaLifetimeMs: 0,
  });
  const { catalog } = upstream.open(createScope());
  expect(await catalog.namespaces(ID)).toEqual([]);
  expect(await catalog.namespaces(ID)).toEqual([]);
  expect(lines(server)).toEqual([
    `GET /v2/databases/${ID}`,
    'GET /other/v2/schemas/namespaces',
    'GET /other/v2/schemas/namespaces',
  ]);
  expect(server.received.map(({ headers }) => headers['x-cassandra-token'])).toEqual([
    undefined,
    'data-token',
    'data-token',
  ]);
});

test.each([
  'https://evil.example/api/rest',
  `http://${ID}-us-east1.apps.astra.datastax.com/api/rest`,
  `https://${DEFAULT_ID}-us-east1.apps.astra.datastax.com/api/rest`,
  `https://${ID}-us-east1.apps.astra.datastax.com.evil.example/api/rest`,
  `https://${ID}-us.east1.apps.astra.datastax.com/api/rest`,
  `https://${ID}-.apps.astra.datastax.com/api/rest`,
  `https://${ID}-us-east1.apps.astra.datastax.com:444/api/rest`,
  `https://user@${ID}-us-east1.apps.astra.datastax.com/api/rest`,
  `https://evil.example/${ID}-us-east1.apps.astra.datastax.com`,
  'not a url',
])('no token goes to %s, whichever API the database has', async (dataEndpointUrl) => {
  for (const info of [NAMED.info, VECTOR.info]) {
    const { source, server } = await open({
      [`GET /v2/databases/${ID}`]: { body: { ...NAMED, info, dataEndpointUrl } },
    });
    const error = await failureOf(source.catalog.collections({ databaseId: ID, keyspace: 'k' }));
    expect(error).toBeInstanceOf(UpstreamError);
    expect((error as Error).message).not.toContain('evil');
    expect(server.received).toHaveLength(1);
  }
});

test.each([
  ['/other/api/rest', '/other/api/json'],
  ['/other/api/rest/', '/other/api/json'],
  ['/other', '/other/api/json'],
  ['', '/api/json'],
])('the Data API beside an endpoint %j is at %s, and gets the token in its own header alone', async (path, base) => {
  const server = await startScript((line) => {
    if (line.startsWith('GET /v2/')) return { body: { ...VECTOR, dataEndpointUrl: `${server.url}${path}` } };
    return { body: { status: { collections: [] } } };
  });
  onTestFinished(server.close);
  const upstream = createUpstream({
    kind: 'astra',
    devopsUrl: server.url,
    defaultDatabase: { databaseId: DEFAULT_ID, region: 'r', api: 'data', dataUrl: `${server.url}/default` },
    allowedOrigins: [server.url],
    timeoutMs: 1000,
    schemaTimeoutMs: 1000,
  });
  const { catalog } = upstream.open(createScope());
  expect(await catalog.collections({ databaseId: ID, keyspace: 'k' })).toEqual([]);
  expect(await catalog.collections({ databaseId: DEFAULT_ID, keyspace: 'k' })).toEqual([]);
  expect(lines(server)).toEqual([`GET /v2/databases/${ID}`, `POST ${base}/v1/k`, 'POST /default/v1/k']);
  const tokens = server.received.map(({ headers }) => [
    headers.authorization,
    headers['x-cassandra-token'],
    headers.token,
  ]);
  expect(tokens).toEqual([
    ['Bearer devops-token', undefined, undefined],
    [undefined, undefined, 'data-token'],
    [undefined, undefined, 'data-token'],
  ]);
});

test.each(['PENDING', 'INITIALIZING', 'PARKED', 'SUSPENDED', 'TERMINATED', 'ERROR'])(
  'a database that is %s says so, whichever API it has',
  async (status) => {
    for (const body of [NAMED, VECTOR]) {
      const { source } = await open({ [`GET /v2/databases/${ID}`]: { body: { ...body, status } } });
      const error = await failureOf(source.catalog.collections({ databaseId: ID, keyspace: 'k' }));
      expect(error).toBeInstanceOf(DatabaseUnavailableError);
      expect((error as Error).message).toContain(status);
    }
  },
);

test('the data of the default database is found without the DevOps API, and wakes up by being called', async () => {
  const body = { message: 'Resuming your database, please try again shortly.' };
  const { source, server } = await open({ 'GET /default/v2/schemas/namespaces': { status: 503, body } });
  const error = await failureOf(source.catalog.namespaces(DEFAULT_ID));
  expect(error).toBeInstanceOf(DatabaseUnavailableError);
  expect(error).toMatchObject({ call: { retryable: true, status: 503 } });
  expect(server.received).toHaveLength(1);
});

test.each<[Answer, string | null]>([
  [{ body: { token: 'Bearer secret-1' } }, 'secret-1'],
  [{ body: { token: 'secret-1', more: true } }, 'secret-1'],
  [{ body: { token: 'Bearer ' } }, null],
  [{ body: { token: ['secret-1'] } }, null],
  [{ body: { Token: 'secret-1' } }, null],
  [{ body: ['secret-1'] }, null],
  [{ status: 201, body: { token: 'secret-1' } }, null],
  [{ status: 204 }, null],
])(
  'the sign-in of a service account takes a token alone, and tells nothing of anything else (%#)',
  async (answer, token) => {
    const { source } = await open({ 'POST /v2/authenticateServiceAccount': answer });
    const signIn = source.auth.authenticateServiceAccount('id', 'name', 'word');
    if (token !== null) return expect(await signIn).toBe(token);
    const error = await failureOf(signIn);
    expect(error).toBeInstanceOf(UpstreamError);
    expect(String(error)).not.toContain('secret-1');
  },
);
