import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClock, type Harness, openEmulator } from '../support/emulator-harness.ts';

const PAIR = { username: 'cassandra', password: 'cassandra' };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NO_STORE = 'no-store, no-transform, max-age=0, s-maxage=0';

let harness: Harness;
beforeAll(async () => {
  harness = await openEmulator();
});
afterAll(() => harness.emulator.close());

async function signIn(body: unknown, path = '/v1/auth', { base, ask }: Harness = harness) {
  return ask('POST', base + path, { body, headers: { 'content-type': 'application/json' } });
}

/** The status of a read with a token. */
async function statusWith(token: string, { base, ask }: Harness = harness): Promise<number> {
  const answer = await ask('GET', `${base}/v2/schemas/keyspaces`, { headers: { 'x-cassandra-token': token } });
  return answer.status;
}

function tokenOf(answer: { body: unknown }): string {
  return (answer.body as { authToken: string }).authToken;
}

describe('signing in', () => {
  test('gives a UUID that may be cached ten seconds less than it lives', async () => {
    const answer = await signIn(PAIR);
    expect(answer.status).toBe(201);
    expect(tokenOf(answer)).toMatch(UUID);
    expect(answer.headers.get('cache-control')).toBe('no-transform, max-age=1790, s-maxage=1790');
    expect(await statusWith(tokenOf(answer))).toBe(200);
  });

  test('gives another token each time', async () => {
    expect(tokenOf(await signIn(PAIR))).not.toBe(tokenOf(await signIn(PAIR)));
  });

  test('takes key and secret too', async () => {
    const answer = await signIn({ key: 'cassandra', secret: 'cassandra' }, '/v1/auth/token/generate');
    expect(answer.status).toBe(201);
  });

  test('takes client id and secret of an application', async () => {
    const roles = ['00000000-0000-4000-8000-0000000000a1'];
    const made = (await harness.devops('POST', '/v2/tokens', { roles })).body as Record<string, string>;
    expect((await signIn({ username: made.clientId, password: made.secret })).status).toBe(201);
    expect((await signIn({ username: made.clientId, password: 'wrong' })).status).toBe(401);
  });

  test.each([
    ['no body', '', 400, { description: 'Must provide a body to the request' }],
    ['null', 'null', 400, { description: 'Must provide a body to the request' }],
    ['no name', { password: 'x' }, 400, { description: 'Must provide username in request' }],
    ['an empty name', { username: '', password: 'x' }, 400, { description: 'Must provide username in request' }],
    ['no password', { username: 'x' }, 400, { description: 'Must provide password in request' }],
    ['no JSON', '{"username":', 400, { code: 400, message: 'Unable to process JSON' }],
    ['a list', [PAIR], 400, { code: 400, message: 'Unable to process JSON' }],
    ['an object as name', { username: {}, password: 'x' }, 400, { code: 400, message: 'Unable to process JSON' }],
    [
      'a number as name',
      { username: 1, password: 2 },
      401,
      { description: 'Failed to create token: Provided username 1 and/or password are incorrect' },
    ],
    [
      'a wrong password',
      { ...PAIR, password: 'Cassandra' },
      401,
      { description: 'Failed to create token: Provided username cassandra and/or password are incorrect' },
    ],
  ])('with %s is refused', async (_, body, status, expected) => {
    const answer = await signIn(body);
    expect([answer.status, answer.body]).toEqual([status, expected]);
  });

  test('forbids caching of errors', async () => {
    expect((await signIn({})).headers.get('cache-control')).toBe(NO_STORE);
  });

  test.each([
    ['GET', '/v1/auth', {}, 405, 'HTTP 405 Method Not Allowed'],
    ['POST', '/v1/authorise', {}, 404, 'HTTP 404 Not Found'],
    ['POST', '/v1/auth', { 'content-type': 'text/plain' }, 415, 'HTTP 415 Unsupported Media Type'],
  ])('%s %s with %j is %i', async (method, path, headers, code, message) => {
    const body = method === 'GET' ? undefined : PAIR;
    const answer = await harness.ask(method, harness.base + path, { headers, body });
    expect([answer.status, answer.body]).toEqual([code, { code, message }]);
  });

  test('by name alone is switched off', async () => {
    const answer = await signIn({ username: 'cassandra' }, '/v1/admin/auth/usernametoken');
    expect(answer.body).toEqual({ description: 'Generating a token for a username is not allowed' });
  });
});

describe('tokens', () => {
  test('of the auth service live while they are used', async () => {
    const clock = createClock();
    const own = await openEmulator({ now: clock.now, tokenLifetimeSeconds: 100 });
    const token = tokenOf(await signIn(PAIR, '/v1/auth', own));
    for (let count = 0; count < 5; count += 1) {
      clock.pass(90_000);
      expect(await statusWith(token, own)).toBe(200);
    }
    clock.pass(101_000);
    expect(await statusWith(token, own)).toBe(401);
    await own.emulator.close();
  });

  test('of the auth service open one database only', async () => {
    const { headers } = await harness.devops('POST', '/v2/databases', {
      name: 'other',
      cloudProvider: 'GCP',
      tier: 'serverless',
      capacityUnits: 1,
      region: 'us-east1',
    });
    const token = tokenOf(await signIn(PAIR));
    const other = harness.base.replace(harness.emulator.defaultDatabaseId, headers.get('location') ?? '');
    expect(await statusWith(token, { ...harness, base: other })).toBe(401);
    expect(await statusWith(harness.emulator.applicationToken, { ...harness, base: other })).toBe(200);
  });

  test('that are missing are refused before the path is looked at, and say so', async () => {
    for (const path of ['/v2/schemas/keyspaces', '/v2/nothing', '/v2/namespaces/a/collections/b']) {
      const answer = await harness.ask('GET', harness.base + path, { headers: { authorization: 'Bearer x' } });
      expect([answer.status, answer.body]).toEqual([
        401,
        {
          description: 'Role unauthorized for operation: Missing token, expecting one in the X-Cassandra-Token header.',
          code: 401,
          grpcStatus: null,
          internalTxId: null,
        },
      ]);
    }
  });

  test.each(['', 'rubbish', '00000000-0000-4000-8000-000000000000', 'AstraCS:a:b', 'AstraCS:'])(
    'that nobody gave out are refused: "%s"',
    async (token) => {
      expect(await statusWith(token)).toBe(401);
    },
  );
});
