import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Harness, openEmulator } from '../support/emulator-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openEmulator();
});
afterEach(() => harness.emulator.faults.clear());
afterAll(() => harness.emulator.close());

const keyspace = () => harness.data('GET', '/v2/schemas/keyspaces/system');

test('a fixed answer replaces the normal one, a number of times', async () => {
  const body = { errors: [{ ID: 1, message: 'slow down' }] };
  const headers = { 'retry-after': '1' };
  harness.emulator.faults.add({ times: 2, fault: { kind: 'answer', status: 429, body, headers } });
  for (let count = 0; count < 2; count += 1) {
    const answer = await keyspace();
    expect([answer.status, answer.body, answer.headers.get('retry-after')]).toEqual([429, body, '1']);
  }
  expect((await keyspace()).status).toBe(200);
});

test('an answer may have no body, or one that is no JSON', async () => {
  harness.emulator.faults.add({ times: 1, fault: { kind: 'answer', status: 414 } });
  expect((await keyspace()).text).toBe('');
  const html = { 'content-type': 'text/html' };
  harness.emulator.faults.add({ fault: { kind: 'answer', status: 502, body: '<html>', headers: html } });
  const answer = await keyspace();
  expect([answer.text, answer.headers.get('content-type')]).toEqual(['<html>', 'text/html']);
});

test('rules tell requests apart by API, method and target', async () => {
  const fault = { kind: 'answer', status: 500 } as const;
  harness.emulator.faults.add({ match: { api: 'document' }, fault });
  harness.emulator.faults.add({ match: { method: 'DELETE' }, fault });
  harness.emulator.faults.add({ match: { target: '/v2/schemas/keyspaces/system_auth' }, fault });
  harness.emulator.faults.add({ match: { target: /page-size=7\b/ }, fault });
  expect((await keyspace()).status).toBe(200);
  expect((await harness.data('GET', '/v2/schemas/namespaces')).status).toBe(500);
  expect((await harness.data('DELETE', '/v2/schemas/keyspaces/x')).status).toBe(500);
  expect((await harness.data('GET', '/v2/schemas/keyspaces/system_auth')).status).toBe(500);
  expect((await harness.data('GET', '/v2/keyspaces/system/local/local?page-size=7')).status).toBe(500);
});

test('a rule can let requests pass first, and be taken away', async () => {
  const remove = harness.emulator.faults.add({ after: 1, fault: { kind: 'answer', status: 503 } });
  expect((await keyspace()).status).toBe(200);
  expect((await keyspace()).status).toBe(503);
  remove();
  expect((await keyspace()).status).toBe(200);
});

test('latency comes before the proper answer', async () => {
  harness.emulator.faults.add({ latencyMs: 50 });
  const start = performance.now();
  expect((await keyspace()).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThanOrEqual(49);
});

test('a cut connection is a rejection, and the request is not carried out', async () => {
  const made = () => harness.data('POST', '/v2/schemas/keyspaces', { name: 'never_made' });
  harness.emulator.faults.add({ times: 1, fault: { kind: 'cut' } });
  await expect(made()).rejects.toThrow('The connection was cut');
  expect((await harness.data('GET', '/v2/schemas/keyspaces/never_made')).status).toBe(404);
});

test('a truncated answer breaks off, though the request is carried out', async () => {
  harness.emulator.faults.add({ times: 1, fault: { kind: 'truncate', afterBytes: 3 } });
  await expect(harness.data('POST', '/v2/schemas/keyspaces', { name: 'made' })).rejects.toThrow('within the body');
  expect((await harness.data('GET', '/v2/schemas/keyspaces/made')).status).toBe(200);
});

test('a hanging request ends when the client gives up', async () => {
  harness.emulator.faults.add({ fault: { kind: 'hang' } });
  const request = new Request(`${harness.base}/v2/schemas/keyspaces`, { signal: AbortSignal.timeout(30) });
  await expect(harness.emulator.fetch(request)).rejects.toThrow(/timeout/i);
});

test('rules can be given at the start', async () => {
  const own = await openEmulator({ faults: [{ fault: { kind: 'answer', status: 418 } }] });
  expect((await own.ask('GET', '/')).status).toBe(418);
  await own.emulator.close();
});
