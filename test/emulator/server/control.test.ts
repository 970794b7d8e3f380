/** Faults that other processes ask for, and the latency of every request. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, openEmulator } from '../support/emulator-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openEmulator({ loggedRequests: 10 });
});
afterEach(() => harness.emulator.close());

const FAULTS = 'http://localhost/emulator/faults';
const keyspaces = () => harness.data('GET', '/v2/schemas/keyspaces');

function post(body: unknown, type = 'application/json') {
  return harness.ask('POST', FAULTS, { headers: { 'content-type': type }, body });
}

describe('rules', () => {
  test('are added, listed, spent and taken away', async () => {
    const rule = { match: { api: 'rest', method: 'get' }, times: 2, fault: { kind: 'answer', status: 503, body: [1] } };
    const added = await post(rule);
    const shown = { id: 1, usesLeft: 2, ...rule, match: { api: 'rest', method: 'GET' } };
    expect([added.status, added.body]).toEqual([201, shown]);
    const spoiled = await keyspaces();
    expect([spoiled.status, spoiled.body]).toEqual([503, [1]]);
    const list = { latencyMs: 0, faults: [{ ...shown, usesLeft: 1 }] };
    expect((await harness.ask('GET', FAULTS)).body).toEqual(list);
    expect((await harness.ask('DELETE', `${FAULTS}/1`)).status).toBe(204);
    expect((await harness.ask('DELETE', `${FAULTS}/1`)).status).toBe(404);
    expect((await keyspaces()).status).toBe(200);
  });

  test('match patterns, and show them as they were sent', async () => {
    const rule = { match: { target: { pattern: 'page-size=7\\b' } }, fault: { kind: 'answer', status: 500 } };
    expect((await post(rule)).body).toEqual({ id: 1, usesLeft: null, ...rule });
    expect((await harness.data('GET', '/v2/keyspaces/system/local/local?page-size=7')).status).toBe(500);
    expect((await keyspaces()).status).toBe(200);
  });

  test.each(['devops', 'auth', 'rest', 'document', 'data'])(
    'are for the API %s alone, if they name it',
    async (api) => {
      const rule = { match: { api }, times: 1, fault: { kind: 'answer', status: 500 } };
      expect((await post(rule)).body).toMatchObject({ match: { api } });
      expect((await keyspaces()).status).toBe(api === 'rest' ? 500 : 200);
      harness.emulator.faults.clear();
    },
  );

  test('cut, truncate and keep waiting', async () => {
    await post({ times: 1, fault: { kind: 'cut' } });
    await expect(keyspaces()).rejects.toThrow('The connection was cut');
    await post({ times: 1, fault: { kind: 'truncate', afterBytes: 2 } });
    await expect(keyspaces()).rejects.toThrow('within the body');
    await post({ times: 1, latencyMs: 60 });
    const start = performance.now();
    expect((await keyspaces()).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(59);
  });

  test('never apply to calls of the fault API, which are not logged either', async () => {
    await post({ fault: { kind: 'cut' } });
    harness.emulator.requests.clear();
    expect((await harness.ask('GET', FAULTS)).status).toBe(200);
    expect((await harness.ask('DELETE', FAULTS)).status).toBe(204);
    expect(harness.emulator.requests.entries).toEqual([]);
    expect((await keyspaces()).status).toBe(200);
  });

  test('are shared with those of the process itself', async () => {
    const remove = harness.emulator.faults.add({ match: { target: /x/g }, after: 1 });
    expect((await harness.ask('GET', FAULTS)).body).toMatchObject({
      faults: [{ match: { target: { pattern: 'x' } }, after: 1 }],
    });
    remove();
    expect((await harness.ask('GET', FAULTS)).body).toMatchObject({ faults: [] });
  });
});

test.each([
  ['{', 'The rule is not JSON.'],
  ['[]', 'The rule must be an object.'],
  ['{"time":1}', 'The rule has no member time: there are match, times, after, latencyMs, fault.'],
  [
    '{"match":{"api":"graphql"}}',
    'match.api must be one of index, devops, auth, rest, document, data, status, unknown.',
  ],
  ['{"match":{"target":{"pattern":"("}}}', 'match.target.pattern is not a regular expression: ('],
  ['{"times":0}', 'times must be a whole number, 1 or more.'],
  ['{"latencyMs":"5"}', 'latencyMs must be a whole number, 0 or more.'],
  ['{"fault":{"kind":"fire"}}', 'fault.kind must be one of answer, cut, truncate, hang.'],
  ['{"fault":{"kind":"answer","status":42}}', 'fault.status must be a whole number, between 200 and 599.'],
  ['{"fault":{"kind":"answer","status":500,"headers":{"x":1}}}', 'fault.headers.x must be a string.'],
  ['{"fault":{"kind":"answer","status":500,"headers":{"a b":"c"}}}', 'fault.headers.a b is not a valid HTTP header.'],
  ['{"fault":{"kind":"truncate"}}', 'fault.afterBytes must be a whole number, 0 or more.'],
])('a bad rule is refused: %s', async (body, message) => {
  const answer = await post(body);
  expect([answer.status, answer.body]).toEqual([400, { message }]);
});

test('web pages cannot inject faults', async () => {
  expect((await post('{}', 'text/plain')).status).toBe(415);
  for (const host of ['rebound.example.org', '192.168.0.7', 'localhost.example.org']) {
    expect((await harness.ask('GET', `http://${host}/emulator/faults`)).status).toBe(403);
  }
  for (const host of ['127.0.0.1:8090', '[::1]:8090', 'localhost']) {
    expect((await harness.ask('GET', `http://${host}/emulator/faults`)).status).toBe(200);
  }
});

test('other paths are 404, other methods 405', async () => {
  expect((await harness.ask('GET', 'http://localhost/emulator/other')).status).toBe(404);
  const put = await harness.ask('PUT', FAULTS, { body: {} });
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, DELETE']);
});

test('every request to an API waits for the default latency, unless a rule has another', async () => {
  const slow = await openEmulator({ latencyMs: 300, faults: [{ match: { api: 'devops' }, latencyMs: 0 }] });
  const elapsed = async (work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  expect(await elapsed(() => slow.data('GET', '/v2/schemas/keyspaces'))).toBeGreaterThanOrEqual(299);
  expect(await elapsed(() => slow.devops('GET', '/v2/databases'))).toBeLessThan(290);
  expect(await elapsed(() => slow.ask('GET', '/'))).toBeLessThan(290);
  slow.emulator.faults.latencyMs = 0;
  expect(await elapsed(() => slow.data('GET', '/v2/schemas/keyspaces'))).toBeLessThan(290);
  await slow.emulator.close();
});
