/** What a database tells without a token: health, metrics and descriptions, under both addresses that clients take. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TRANSITIONS } from '../../../emulator/devops/state/lifecycle.ts';
import { createClock, type Harness, ORIGIN, openEmulator } from '../support/emulator-harness.ts';

let harness: Harness;
let root: string;
beforeAll(async () => {
  harness = await openEmulator();
  root = harness.base.replace('/api/rest', '');
});
afterAll(() => harness.emulator.close());

const get = (url: string, headers = {}) => harness.ask('GET', url, { headers });
const bases = () => [root, harness.base];

test.each([
  ['/stargate/health', 'json'],
  ['/stargate/health/live', 'json'],
  ['/stargate/health/ready', 'json'],
  ['/health', 'json'],
  ['/metrics', 'text/plain'],
  ['/swagger-ui', 'text/html'],
  ['/swagger-ui/', 'text/html'],
  ['/api/rest/openapi', 'yaml'],
  ['/api/docs/openapi', 'yaml'],
])('GET …%s is 200 and small', async (path, type) => {
  for (const base of bases()) {
    const answer = await get(base + path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)]);
    expect(answer.text.length).toBeGreaterThan(0);
    expect(answer.text.length).toBeLessThan(20_000);
    const head = await harness.ask('HEAD', base + path);
    expect([head.status, head.text]).toEqual([200, '']);
    const posted = await harness.ask('POST', base + path, { body: {} });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  }
});

test('health has the two forms of the real servers', async () => {
  expect((await get(`${root}/health`)).text).toBe('UP');
  expect((await get(`${root}/stargate/health`)).body).toEqual({
    status: 'UP',
    checks: [{ name: expect.any(String), status: 'UP' }],
  });
  expect((await get(`${root}/stargate/health/live`)).body).toEqual({ status: 'UP', checks: [] });
});

test('metrics count what is there', async () => {
  const count = async (name: string) =>
    Number(new RegExp(`^${name} (\\d+)$`, 'm').exec((await get(`${root}/metrics`)).text)?.[1]);
  const before = await count('emulator_keyspaces');
  await harness.data('POST', '/v2/schemas/keyspaces', { name: 'counted' });
  expect(await count('emulator_keyspaces')).toBe(before + 1);
  expect(await count('emulator_tables')).toBeGreaterThan(0);
});

test('the page links the descriptions', async () => {
  const { text } = await get(`${harness.base}/swagger-ui/`);
  const links = [...text.matchAll(/href="([^"]+)"/g)].map(([, url]) => url ?? '');
  expect(links).toHaveLength(2);
  for (const url of links) expect((await get(url)).body).toMatchObject({ openapi: '3.0.3' });
});

test('the page holds no name of a host, which could end its links', async () => {
  const { text } = await get(`${root.replace(ORIGIN, 'http://a"onclick=b(1)')}/swagger-ui/`);
  expect([text.includes('href'), text.includes('onclick')]).toEqual([true, false]);
});

describe.each(['/api/rest/openapi', '/api/docs/openapi'])('%s', (path) => {
  test('is JSON for those who ask for it', async () => {
    for (const [query, accept] of [
      ['?format=JSON', '*/*'],
      ['', 'application/json'],
    ]) {
      const answer = await get(root + path + query, { accept });
      expect([answer.headers.get('content-type'), answer.body]).toEqual(['application/json', expect.anything()]);
    }
  });

  test('names paths and methods that are there, below its server', async () => {
    const { servers, paths } = (await get(`${root}${path}?format=json`)).body as {
      servers: { url: string }[];
      paths: Record<string, Record<string, unknown>>;
    };
    expect(Object.keys(paths).length).toBeGreaterThan(5);
    for (const [template, item] of Object.entries(paths)) {
      const url = servers[0]?.url + template.replace(/\{\w+\}/g, 'a');
      const headers = { 'x-cassandra-token': harness.emulator.applicationToken };
      const answer = await harness.ask('OPTIONS', url, { headers });
      const allowed = answer.headers.get('allow')?.split(', ');
      const { parameters: _, ...methods } = item;
      const named = Object.keys(methods).map((method) => method.toUpperCase());
      if (!template.endsWith('/function'))
        expect([template, allowed]).toEqual([template, expect.arrayContaining(named)]);
      else expect((await harness.ask('POST', url, { headers, body: {} })).status).not.toBe(405);
    }
  });
});

test('a database that is not there has no health, and one that sleeps is not up', async () => {
  const missing = root.replace('-us-east1', '-moon');
  expect((await get(`${missing}/stargate/health`)).status).toBe(404);
  const { databases, defaultDatabaseId } = harness.emulator;
  databases.startTransition(defaultDatabaseId, TRANSITIONS.hibernate);
  expect((await get(`${root}/stargate/health`)).status).toBe(503);
  databases.startTransition(defaultDatabaseId, TRANSITIONS.resume);
  expect((await get(`${root}/stargate/health`)).status).toBe(200);
});

test('asking for health is no use of the database', async () => {
  const clock = createClock();
  const other = await openEmulator({ now: clock.now });
  const lastUse = async () => {
    const { body } = await other.devops('GET', `/v2/databases/${other.emulator.defaultDatabaseId}`);
    return (body as { lastUsageTime: string }).lastUsageTime;
  };
  const before = await lastUse();
  clock.pass(3_600_000);
  expect((await other.ask('GET', `${other.base}/health`)).status).toBe(200);
  expect(await lastUse()).toBe(before);
  await other.data('GET', '/v2/schemas/keyspaces');
  expect(await lastUse()).not.toBe(before);
  await other.emulator.close();
});

test('other paths below a database are as unknown as before', async () => {
  expect((await get(`${root}/stargate/other`)).status).toBe(404);
  expect((await get(`${root}/healthy`)).status).toBe(404);
  expect((await get(`${harness.base}/v2/schemas/keyspaces`)).status).toBe(401);
});
