/** What the assembled sources promise before any call: ids of databases, sign-in, capabilities, reachability. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StargateConfig } from '../../../datasources/back-ends/self-hosted.ts';
import { createUpstream } from '../../../datasources/back-ends/upstream.ts';
import {
  InputError,
  NotSupportedError,
  UnauthenticatedError,
  UpstreamError,
} from '../../../datasources/source/errors.ts';
import { createScope, failureOf, type ScriptedServer, startScript } from '../../support/scripted-server.ts';

const ID = '11111111-2222-4333-8444-555555555555';
let server: ScriptedServer;
let isGood = true;

beforeAll(async () => {
  server = await startScript((line) => {
    if (line === 'POST /auth/v1/auth')
      return isGood
        ? { status: 201, body: { authToken: 'token-1' } }
        : { status: 401, body: { description: 'Failed' } };
    if (line === 'POST /v2/authenticateServiceAccount') return { body: { token: 'Bearer jwt-1' } };
    return { status: 401 };
  });
});

afterAll(() => server.close());

const limits = { timeoutMs: 500, schemaTimeoutMs: 500 };
const astra = () =>
  createUpstream({
    kind: 'astra',
    devopsUrl: server.url,
    defaultDatabase: { databaseId: ID, region: 'r', api: 'stargate', dataUrl: `${server.url}/auth` },
    allowedOrigins: [],
    ...limits,
  });
const stargate = (more: Partial<StargateConfig> = {}) =>
  createUpstream({
    kind: 'stargate',
    databases: ['one', 'two'].map((name) => ({
      name,
      restUrl: `${server.url}/rest`,
      documentUrl: `${server.url}/document`,
      authUrl: `${server.url}/auth`,
    })),
    ...limits,
    ...more,
  });

test('an id of an Astra database is a UUID in lower case, or the default', () => {
  const { databaseId } = astra().open(createScope());
  expect([undefined, null, 'default'].map(databaseId)).toEqual([ID, ID, ID]);
  expect(databaseId(ID.toUpperCase())).toBe(ID);
  for (const id of ['', 'x', `${ID}/..`, `${ID}@evil.example`, `${ID}\n`, '..']) {
    expect(() => databaseId(id), id).toThrow(InputError);
  }
});

test('a database of a self-hosted Stargate has a configured name', async () => {
  const { databaseId, databases } = stargate().open(createScope());
  expect([undefined, 'default', 'two'].map(databaseId)).toEqual(['one', 'one', 'two']);
  expect(() => databaseId('three')).toThrow(/one, two/);
  const query = { include: 'all', provider: 'ALL', pageSize: 1 };
  const first = await databases.findPage(query);
  expect(first).toMatchObject({ items: [{ databaseId: 'one', status: null }], nextPageState: 'one' });
  expect(await databases.findPage({ ...query, startingAfter: 'one' })).toMatchObject({
    items: [{ databaseId: 'two' }],
  });
  expect(
    (await databases.readMany(['two', 'three'])).map((each) => each && 'databaseId' in each && each.databaseId),
  ).toEqual(['two', null]);
  expect(await failureOf(databases.park('one'))).toBeInstanceOf(NotSupportedError);
  expect(await failureOf(databases.availableRegions())).toBeInstanceOf(NotSupportedError);
  expect(databases.capabilities('one')).not.toContain('DEVOPS');
  expect(astra().open(createScope()).databases.capabilities(ID)).not.toContain('REPLICATION');
});

test('sign-in needs no token and sends none', async () => {
  for (const upstream of [astra(), stargate()]) {
    const { auth, databaseId } = upstream.open(createScope());
    server.received.length = 0;
    expect(await auth.createAuthToken(databaseId(undefined), 'user', 'secret')).toBe('token-1');
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({ username: 'user', password: 'secret' });
    expect(server.received[0]?.headers).not.toHaveProperty('x-cassandra-token');
    expect(server.received[0]?.headers).not.toHaveProperty('authorization');
  }
  const open = astra().open(createScope({ tokens: {} }));
  expect(await open.auth.authenticateServiceAccount('id', 'name', 'secret')).toBe('jwt-1');
  const account = stargate().open(createScope()).auth.authenticateServiceAccount('id', 'name', 'secret');
  expect(await failureOf(account)).toBeInstanceOf(NotSupportedError);
});

test('an error about wrong credentials does not hold them', async () => {
  isGood = false;
  const { auth } = stargate().open(createScope());
  const error = await failureOf(auth.createAuthToken('one', 'user', 'secret'));
  isGood = true;
  expect(error).toBeInstanceOf(UnauthenticatedError);
  expect((error as Error).message).not.toMatch(/secret|user\b/);
});

test('any answer means that upstream is reachable, and no token is sent to ask', async () => {
  for (const upstream of [astra(), stargate()]) {
    server.received.length = 0;
    expect(await upstream.isReachable(500)).toBe(true);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.headers).not.toHaveProperty('x-cassandra-token');
  }
  const closed = stargate({ databases: [{ name: 'x', restUrl: 'http://127.0.0.1:1', documentUrl: '', authUrl: '' }] });
  expect(await closed.isReachable(500)).toBe(false);
});

test('a token that no header can carry is no token, and is not shown', async () => {
  for (const data of ['', ' ', 'a\nb', 'ä€']) {
    const { catalog } = stargate().open(createScope({ tokens: { data } }));
    server.received.length = 0;
    const error = await failureOf(catalog.namespaces('one'));
    expect(error, JSON.stringify(data)).toBeInstanceOf(UnauthenticatedError);
    expect(server.received).toEqual([]);
  }
});

test('an answer that is not in the contract is an upstream error', async () => {
  const html = await startScript(() => ({ body: '<html></html>' }));
  const databases = [{ name: 'x', restUrl: html.url, documentUrl: html.url, authUrl: html.url }];
  const { auth, catalog } = stargate({ databases }).open(createScope());
  expect(await failureOf(auth.createAuthToken('x', 'u', 'p'))).toBeInstanceOf(UpstreamError);
  expect(await failureOf(catalog.namespaces('x'))).toBeInstanceOf(UpstreamError);
  html.close();
});
