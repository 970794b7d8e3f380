/** A Data API of one's own: databases by name, and tokens that are names and passwords. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { DataApiConfig } from '../../../datasources/back-ends/self-hosted-data-api.ts';
import { createUpstream } from '../../../datasources/back-ends/upstream.ts';
import {
  DatabaseUnavailableError,
  InputError,
  NotSupportedError,
  type SourceError,
  UnauthenticatedError,
  UpstreamError,
} from '../../../datasources/source/errors.ts';
import { type Answer, createScope, failureOf, startScript } from '../../support/scripted-server.ts';
import { DATABASE, startDataApi, type TestDatabase } from '../support/database.ts';

const encoded = (text: string) => Buffer.from(text).toString('base64');

describe('at the emulator', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startDataApi({}, { emulator: { user: 'jürgen:1', password: 'Pass: "wörd"' } });
  });
  afterAll(() => database.close());

  test('a token is made of name and password, proved by one command, and good for the data', async () => {
    const { source, calls } = database.open({ tokens: {} });
    const token = await source.auth.createAuthToken(DATABASE, 'jürgen:1', 'Pass: "wörd"');
    expect(token).toBe(`Cassandra:${encoded('jürgen:1')}:${encoded('Pass: "wörd"')}`);
    expect(calls).toMatchObject([{ api: 'data', command: 'findKeyspaces', route: '/v1', status: 200 }]);
    const own = database.open({ tokens: { data: token } });
    expect(await own.source.catalog.tables({ databaseId: DATABASE, keyspace: 'none' })).toBeNull();
  });

  test('credentials that are not correct make none', async () => {
    const { source, calls } = database.open({ tokens: {} });
    const error = await failureOf(source.auth.createAuthToken(DATABASE, 'jürgen:1', 'another-word'));
    expect(error).toBeInstanceOf(UnauthenticatedError);
    expect((error as SourceError).message).toBe('The credentials are not correct.');
    expect(calls).toMatchObject([{ status: 401, advice: 'Sign-in was refused: see user and password.' }]);
  });

  test.each([
    ['', 'word', '"username" is empty'],
    ['name', '', '"password" is empty'],
  ])('what no token can be made of is refused before a call: %j and %j', async (name, password, message) => {
    const { source, calls } = database.open({ tokens: {} });
    const error = await failureOf(source.auth.createAuthToken(DATABASE, name, password));
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toContain(message);
    expect(calls).toEqual([]);
  });

  test('there is no control plane, and capabilities say so', async () => {
    const { source } = database.open();
    const capabilities = await source.databases.capabilities(DATABASE);
    expect(capabilities).toEqual(expect.arrayContaining(['ROWS', 'DOCUMENTS', 'VECTOR_SEARCH', 'REPLICATION']));
    expect(capabilities).not.toContain('DEVOPS');
    expect(await failureOf(source.databases.park(DATABASE))).toBeInstanceOf(NotSupportedError);
    expect(await failureOf(source.auth.authenticateServiceAccount('a', 'b', 'c'))).toBeInstanceOf(NotSupportedError);
  });
});

describe('at any server', () => {
  async function open(answer: Answer, config: Partial<DataApiConfig> = {}) {
    const server = await startScript(() => answer);
    onTestFinished(server.close);
    const databases = ['one', 'two'].map((name) => ({ name, dataApiUrl: `${server.url}/${name}` }));
    const tuning = { timeoutMs: 1000, schemaTimeoutMs: 1000 };
    const upstream = createUpstream({ kind: 'data-api', databases, ...tuning, ...config });
    return { server, upstream, ...upstream.open(createScope()) };
  }

  const refused = (errorCode: string, message: string, family = 'REQUEST') => ({
    errors: [{ family, scope: 'SECURITY', errorCode, title: 'Refused', message }],
  });
  const KEYSPACES = { status: { keyspaces: ['system'] } };

  test('a sign-in sends what it proves and no token of the caller, to the database that is named', async () => {
    const { server, auth } = await open({ body: KEYSPACES });
    const token = await auth.createAuthToken('two', 'name', 'word');
    expect(server.received.map(({ line, body }) => [line, body])).toEqual([['POST /two/v1', '{"findKeyspaces":{}}']]);
    const headers = server.received[0]?.headers ?? {};
    expect(headers.token).toBe(token);
    expect(JSON.stringify(headers)).not.toContain('data-token');
    expect(JSON.stringify(headers)).not.toContain('devops-token');
  });

  test('who may not list keyspaces has signed in all the same', async () => {
    const { auth } = await open({ status: 401, body: refused('UNAUTHORIZED_ACCESS', 'No SELECT on system_schema') });
    expect(await auth.createAuthToken('one', 'name', 'word')).toBe(`Cassandra:${encoded('name')}:${encoded('word')}`);
  });

  test.each<[Answer, new (...args: never[]) => Error]>([
    [{ status: 401, body: refused('UNAUTHENTICATED_REQUEST', 'name/Secret-Word is wrong') }, UnauthenticatedError],
    [{ status: 401, body: 'U2VjcmV0LVdvcmQ=' }, UnauthenticatedError],
    [{ body: refused('SOMETHING_ELSE', 'Secret-Word U2VjcmV0LVdvcmQ=') }, InputError],
    [{ body: refused('UNEXPECTED_SERVER_ERROR', 'Secret-Word', 'SERVER') }, UpstreamError],
    [{ body: { status: { keyspaces: 'Secret-Word U2VjcmV0LVdvcmQ=' } } }, UpstreamError],
    [{ body: {} }, UpstreamError],
    [{ status: 500, body: 'Secret-Word U2VjcmV0LVdvcmQ=' }, UpstreamError],
    [{ status: 503, body: { message: 'Resuming your database, please try again shortly.' } }, DatabaseUnavailableError],
  ])('another answer proves nothing, and no error tells of the password: %j', async (answer, type) => {
    const { auth } = await open(answer);
    const error = (await failureOf(auth.createAuthToken('one', 'name', 'Secret-Word'))) as Error;
    expect(error).toBeInstanceOf(type);
    const told = JSON.stringify([error.message, error.cause ?? null, error]);
    expect(told).not.toMatch(/Secret-Word|U2VjcmV0LVdvcmQ=/);
  });

  test('sign-ins in flight with other credentials are other calls', async () => {
    const { server, auth } = await open({ body: KEYSPACES }, { coalesceReads: true });
    const words = ['a', 'b', 'a'];
    const tokens = await Promise.all(words.map((word) => auth.createAuthToken('one', 'name', word)));
    expect(new Set(tokens).size).toBe(2);
    expect(new Set(server.received.map(({ headers }) => headers.token))).toEqual(new Set(tokens));
  });

  test('any answer means that it is there, and no token is sent to ask', async () => {
    const { server, upstream } = await open({ status: 405 });
    expect(await upstream.isReachable(500)).toBe(true);
    expect(server.received).toMatchObject([{ line: 'GET /one/v1' }]);
    expect(server.received[0]?.headers).not.toHaveProperty('token');
    const closed = createUpstream({
      kind: 'data-api',
      databases: [{ name: 'x', dataApiUrl: 'http://127.0.0.1:1' }],
      timeoutMs: 500,
      schemaTimeoutMs: 500,
    });
    expect(await closed.isReachable(500)).toBe(false);
  });

  test('a database has a configured name', async () => {
    const { databaseId, databases } = await open({ body: KEYSPACES });
    expect([undefined, 'default', 'two'].map(databaseId)).toEqual(['one', 'one', 'two']);
    expect(() => databaseId('three')).toThrow(/one, two/);
    expect(await databases.readMany(['two', 'three'])).toMatchObject([{ databaseId: 'two' }, null]);
  });
});
