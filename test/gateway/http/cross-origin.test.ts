/** Web pages of other origins: which may ask, what a browser learns before it does, and what the operator learns. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readServeConfig } from '../../../gateway/config/serve-config.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

const APP = 'https://app.example';
const EVIL = 'https://evil.example';

let listed: RunningGateway;
let embedded: RunningGateway;
let closed: RunningGateway;

beforeAll(async () => {
  listed = await startGateway({ corsOrigins: [APP, 'https://other.example'] });
  embedded = await startGateway({ gateway: { loopbackOrigins: true } });
  closed = await startGateway();
});
afterAll(() => Promise.all([listed.close(), embedded.close(), closed.close()]));

function preflight({ url }: RunningGateway, origin: string, headers: Readonly<Record<string, string>> = {}) {
  return fetch(url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', ...headers } });
}

function post({ url }: RunningGateway, headers: Readonly<Record<string, string>>) {
  const body = '{"query":"{ __typename }"}';
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
}

const allowedOrigin = ({ headers }: Response) => headers.get('access-control-allow-origin');
const refusalsOf = ({ logLines }: RunningGateway) => logLines.filter(({ event }) => event === 'refused-origin');

describe('an origin that is allowed', () => {
  test('has its preflight answered for two hours, with the headers that it asks for', async () => {
    const response = await preflight(listed, APP, {
      'access-control-request-headers': 'content-type,x-cassandra-token',
    });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': APP,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type,x-cassandra-token',
      'access-control-max-age': '7200',
      vary: 'Access-Control-Request-Headers, Origin',
    });
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  });

  test('reads the answer, its id and when to come again', async () => {
    const response = await post(listed, { origin: APP });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    expect(allowedOrigin(response)).toBe(APP);
    expect(response.headers.get('access-control-expose-headers')).toBe('x-request-id, retry-after');
    expect(response.headers.get('vary')).toContain('Origin');
  });

  test('reads refusals too', async () => {
    const response = await fetch(listed.url, { method: 'POST', headers: { origin: APP }, body: 'no' });
    expect([response.ok, allowedOrigin(response)]).toEqual([false, APP]);
  });
});

test('a cache that all share learns that answers depend on the origin, also from those without one', async () => {
  expect((await post(listed, {})).headers.get('vary')).toContain('Origin');
  expect((await post(closed, {})).headers.get('vary') ?? '').not.toContain('Origin');
});

describe('an origin that is not allowed', () => {
  test('is refused before it asks, with the setting that would let it', async () => {
    const response = await preflight(listed, EVIL);
    expect([response.status, allowedOrigin(response)]).toEqual([403, null]);
    expect(await response.text()).toContain('ASTRA_GRAPHQL_CORS_ORIGINS');
  });

  test('is in the log once, however often it asks', async () => {
    const origin = 'https://curious.example';
    for (let time = 0; time < 3; time += 1) {
      await preflight(closed, origin);
      expect(allowedOrigin(await post(closed, { origin }))).toBeNull();
    }
    expect(refusalsOf(closed).filter((line) => line.origin === origin)).toEqual([
      {
        level: 'warn',
        event: 'refused-origin',
        origin,
        advice: 'add it to ASTRA_GRAPHQL_CORS_ORIGINS to let its pages ask',
      },
    ]);
  });

  test.each(['null', 'https://a.example/path', 'x'])(
    'is not in the log when it is no origin of a server: %s',
    async (origin) => {
      const before = refusalsOf(closed).length;
      expect((await preflight(closed, origin)).status).toBe(403);
      expect(refusalsOf(closed)).toHaveLength(before);
    },
  );

  test('cannot fill the log with origins that it makes up', async () => {
    for (let index = 0; index < 150; index += 1) await preflight(listed, `https://e${index}.example`);
    expect(refusalsOf(listed)).toHaveLength(100);
  });
});

describe("the gateway's own page", () => {
  test.each([
    ['on the same host', (url: URL) => ({ origin: url.origin })],
    ['behind a proxy that ends TLS', (url: URL) => ({ origin: `https://${url.host}` })],
    [
      'behind a proxy that renames the host',
      () => ({ origin: 'https://public.example', 'sec-fetch-site': 'same-origin' }),
    ],
  ])('is no other origin: %s', async (_, headers) => {
    const before = refusalsOf(closed).length;
    expect((await post(closed, headers(new URL(closed.url)))).status).toBe(200);
    expect(refusalsOf(closed)).toHaveLength(before);
  });
});

describe('pages of this machine', () => {
  test.each(['http://localhost:5173', 'http://127.0.0.1:3000', 'http://[::1]:8080', 'http://app.localhost'])(
    'may ask the embedded upstream: %s',
    async (origin) => {
      expect(allowedOrigin(await preflight(embedded, origin))).toBe(origin);
      expect(allowedOrigin(await post(embedded, { origin }))).toBe(origin);
      expect(allowedOrigin(await preflight(closed, origin))).toBeNull();
    },
  );

  test.each(['http://localhost.evil.example', 'http://127.0.0.1.evil.example', 'https://evil.example', 'null'])(
    'are not those of %s',
    async (origin) => expect(allowedOrigin(await preflight(embedded, origin))).toBeNull(),
  );

  test('may ask where only this machine reaches the data', () => {
    expect(readServeConfig({}, {}).loopbackOrigins).toBe(true);
    expect(readServeConfig({}, { ASTRA_GRAPHQL_HOST: '0.0.0.0' }).loopbackOrigins).toBe(false);
    const astra = { ASTRA_DB_ID: '01234567-89ab-cdef-0123-456789abcdef', ASTRA_DB_REGION: 'us-east1' };
    expect(readServeConfig({}, astra).loopbackOrigins).toBe(false);
  });
});

test('OPTIONS without an origin tells the methods', async () => {
  const response = await fetch(closed.url, { method: 'OPTIONS' });
  expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([
    204,
    'GET, POST, OPTIONS',
    '',
  ]);
  expect((await fetch(new URL('/elsewhere', closed.url), { method: 'OPTIONS' })).status).toBe(404);
});
