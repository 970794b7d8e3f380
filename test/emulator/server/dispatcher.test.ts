import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, ORIGIN, openEmulator } from '../support/emulator-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openEmulator({ loggedRequests: 3 });
});
afterAll(() => harness.emulator.close());

describe('GET /', () => {
  test('lists the APIs and databases', async () => {
    const { body } = await harness.ask('GET', '/');
    expect(body).toMatchObject({
      devopsBaseUrl: ORIGIN,
      databases: [{ id: harness.emulator.defaultDatabaseId, region: 'us-east1', name: 'local', baseUrl: harness.base }],
    });
  });

  test('shows the development token only to those who came by an address or as localhost', async () => {
    const { applicationToken } = harness.emulator;
    for (const origin of ['http://localhost:8090', 'http://127.0.0.1:8090', 'http://[::1]:8090']) {
      expect((await harness.ask('GET', `${origin}/`)).body).toMatchObject({ applicationToken });
    }
    expect((await harness.ask('GET', 'http://rebound.example.org/')).text).not.toContain('AstraCS');
  });
});

describe('the request line', () => {
  const path = '/v2/keyspaces/a/b/';

  /** A path that makes the request line so many bytes long. */
  function lineOf(bytes: number): string {
    return path + 'k'.repeat(bytes - Buffer.byteLength(`GET ${path} HTTP/1.1`));
  }

  test('may have 4,096 bytes after the base path', async () => {
    expect((await harness.data('GET', lineOf(4096))).status).not.toBe(414);
    const answer = await harness.data('GET', lineOf(4097));
    expect([answer.status, answer.text]).toEqual([414, '']);
  });

  test.each([
    ['a broken escape in the path', '/v2/keyspaces/a/b/100%'],
    ['a broken escape in the query', '/v2/keyspaces/a/b?where=%7'],
    ['a brace in the query', '/v2/keyspaces/a/b?where={}'],
    ['a quote in the query', '/v2/keyspaces/a/b?where="'],
    ['a bracket in the path', '/v2/namespaces/a/collections/b/c/[0]'],
  ])('is no URI with %s: 400 without a body', async (_, target) => {
    const basePath = harness.base.slice(ORIGIN.length);
    const headers = { 'x-cassandra-token': harness.emulator.applicationToken };
    const answer = await harness.ask('GET', '/', { headers, target: basePath + target });
    expect([answer.status, answer.text]).toEqual([400, '']);
  });
});

describe('what is too large', () => {
  test('a body over 10 MiB is 413 without a body', async () => {
    const most = 10_485_760;
    const { status, text } = await harness.data('POST', '/v2/schemas/keyspaces', 'x'.repeat(most + 1));
    expect([status, text]).toEqual([413, '']);
    expect((await harness.data('POST', '/v2/schemas/keyspaces', 'x'.repeat(most))).status).toBe(400);
  });

  test('headers over 20 KiB are 431 without a body', async () => {
    const headers = { 'x-cassandra-token': harness.emulator.applicationToken, 'x-large': 'x'.repeat(20 * 1024) };
    const answer = await harness.ask('GET', `${harness.base}/v2/schemas/keyspaces`, { headers });
    expect([answer.status, answer.text]).toEqual([431, '']);
  });
});

describe('paths', () => {
  test('of an unknown database, or of a known one in another region, are 404', async () => {
    const { defaultDatabaseId } = harness.emulator;
    for (const host of ['11111111-2222-4333-8444-555555555555-us-east1', `${defaultDatabaseId}-eu-west-1`]) {
      const answer = await harness.ask('GET', `/${host}/api/rest/v2/schemas/keyspaces`);
      expect([answer.status, answer.body]).toEqual([404, { message: 'Database not found.' }]);
    }
  });

  test('without an API are 404', async () => {
    for (const path of ['/favicon.ico', '/v1/auth', `/${harness.emulator.defaultDatabaseId}-us-east1/api/graphql`]) {
      expect((await harness.ask('GET', path)).status).toBe(404);
    }
  });

  test('with doubled slashes reach the same service', async () => {
    const answer = await harness.ask('GET', '/', {
      headers: { 'x-cassandra-token': harness.emulator.applicationToken },
      target: `${harness.base.slice(ORIGIN.length)}/v2//schemas//namespaces/system`,
    });
    expect(answer.body).toEqual({ data: { name: 'system' } });
  });
});

test('HEAD is GET without a body', async () => {
  const answer = await harness.data('HEAD', '/v2/schemas/keyspaces/system');
  expect([answer.status, answer.text]).toEqual([200, '']);
  expect((await harness.data('HEAD', '/v2/schemas/keyspaces/nothing')).status).toBe(404);
  expect((await harness.ask('HEAD', '/')).status).toBe(200);
});

describe('the log of requests', () => {
  test('keeps the last ones, without tokens', async () => {
    const { requests } = harness.emulator;
    requests.clear();
    await harness.devops('GET', '/v2/databases?limit=1');
    await harness.data('POST', '/v2/schemas/keyspaces', { name: 'a' });
    expect(requests.entries).toMatchObject([
      { api: 'devops', method: 'GET', target: '/v2/databases?limit=1', bodyBytes: 0, status: 200 },
      { api: 'rest', method: 'POST', target: '/v2/schemas/keyspaces', bodyBytes: 12, status: 201 },
    ]);
    expect(requests.entries[1]?.databaseId).toBe(harness.emulator.defaultDatabaseId);
    expect(JSON.stringify(requests.entries)).not.toContain('AstraCS');
    await harness.data('GET', '/v2/schemas/namespaces');
    await harness.data('GET', '/v1/auth');
    expect(requests.entries.map(({ api }) => api)).toEqual(['rest', 'document', 'auth']);
  });
});
