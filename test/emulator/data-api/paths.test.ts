/** Where commands are sent: Astra's clients know the host of a database, those of other servers a host and a port alone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type Harness, openHarness } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness({ loggedRequests: 10 });
});
afterAll(() => harness.close());

const origin = () => new URL(harness.base).origin;
const database = () => harness.base.slice(0, -'/api'.length);

async function post(url: string, command: object): Promise<{ readonly status: number; readonly answer: Answer }> {
  const headers = { Token: harness.emulator.applicationToken, 'Content-Type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(command) });
  const text = await response.text();
  return { status: response.status, answer: text === '' ? {} : JSON.parse(text) };
}

test.each([
  ['of a database of Astra', () => `${harness.base}/json/v1`],
  ['of a database, as other servers have it', () => `${database()}/v1`],
  ['of the default database', () => `${origin()}/v1`],
  ['of the default database, as Astra has it', () => `${origin()}/api/json/v1`],
])('commands of all levels are answered at the path %s', async (_, path) => {
  expect((await post(path(), { findKeyspaces: {} })).answer.status?.keyspaces).toContain('shop');
  expect((await post(`${path()}/shop`, { createCollection: { name: 'things' } })).answer).toEqual({
    status: { ok: 1 },
  });
  const { answer } = await post(`${path()}/shop/things`, { insertOne: { document: { n: 1 } } });
  expect(answer.status?.insertedIds).toHaveLength(1);
  const { api, databaseId, target } = harness.emulator.requests.entries.at(-1) ?? {};
  expect([api, databaseId, target]).toEqual(['data', harness.emulator.defaultDatabaseId, '/v1/shop/things']);
});

test('a token of another service is refused at each of them', async () => {
  for (const url of [`${origin()}/v1`, `${database()}/v1`, `${origin()}/api/json/v1`]) {
    const init = { method: 'POST', headers: { Token: 'AstraCS:no', 'Content-Type': 'application/json' }, body: '{}' };
    expect((await fetch(url, init)).status).toBe(401);
  }
});

test('what is no path of commands is not found', async () => {
  for (const path of ['/v11', '/v1a/shop', '/api/json', '/api/json/v2/shop', '/api/v1']) {
    expect((await post(origin() + path, { findKeyspaces: {} })).status, path).toBe(404);
  }
});
