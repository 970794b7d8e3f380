/** Answers that no fault of the emulator makes: bytes that are no text, statuses below 200, one value among others. */
import { describe, expect, test } from 'vitest';
import { excerpt } from '../../../datasources/http/check-answer.ts';
import { createHttpClient } from '../../../datasources/http/client.ts';
import type { HttpCall } from '../../../datasources/http/http-call.ts';
import { openNodeTransport } from '../../../datasources/http/node-transport.ts';
import {
  also,
  arrayOf,
  integer,
  mapOf,
  name,
  object,
  optional,
  type Shape,
  text,
} from '../../../datasources/json/shape.ts';
import { UpstreamError, UpstreamUnavailableError } from '../../../datasources/source/errors.ts';
import { STARGATE_ERRORS } from '../../../datasources/stargate/shared/error-reader.ts';
import { useServers } from '../../support/faulty-server.ts';
import { ANY_JSON, createScope, failureOf } from '../../support/scripted-server.ts';
import { IN_KEYSPACE, startDatabase } from '../support/database.ts';

const serve = useServers();

const read = (baseUrl: string, part: Partial<HttpCall> = {}): HttpCall => ({
  api: 'rest',
  method: 'GET',
  baseUrl,
  route: '/v2/x',
  effect: 'read',
  errors: STARGATE_ERRORS,
  expect: ANY_JSON,
  ...part,
});

describe.each(['node', 'node-fetch'] as const)('%s', (httpClient) => {
  const client = createHttpClient({ timeoutMs: 1000, transport: openNodeTransport({ client: httpClient }) });

  test.each([
    ['a byte that is no UTF-8', Buffer.from([0x22, 0xff, 0x22]), /not UTF-8/],
    ['half a character', Buffer.from([0x22, 0xc3, 0x22]), /not UTF-8/],
    ['a surrogate', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), /not UTF-8/],
    ['nothing', Buffer.from(' \n'), /empty: JSON is due/],
    ['a page', Buffer.from('<html>host-17.internal</html>'), /HTML/],
  ])('%s is an error that says so', async (_, bytes, message) => {
    const url = await serve((_request, response) => response.end(bytes));
    const error = await failureOf(client.send(read(url), createScope()));
    expect(error).toBeInstanceOf(UpstreamError);
    expect(error).toMatchObject({ message: expect.stringMatching(message), call: { status: 200, retryable: true } });
    expect(String(error)).not.toContain('host-17');
  });

  test('a status of 101 is an error at once, and what is only on the way to an answer is none', async () => {
    const url = await serve((request) => {
      request.socket.end('HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: odd\r\n\r\n');
    });
    const scope = createScope();
    const error = await failureOf(client.send(read(url), scope));
    expect(error).toBeInstanceOf(UpstreamError);
    expect(String(error)).toContain('101');
    expect(scope.calls).toMatchObject([{ failure: 'connection' }]);
    const alone = await serve((request) => request.socket.end('HTTP/1.1 102 Processing\r\n\r\n'));
    expect(await failureOf(client.send(read(alone), createScope()))).toBeInstanceOf(UpstreamUnavailableError);
  });

  test('what would be a secret is not shown, and neither is a host', async () => {
    const url = await serve((_request, response) => response.end('{"tokn":"secret-1"}'));
    for (const part of [{ isAnonymous: true }, { isSecret: true }]) {
      const error = await failureOf(client.send(read(url, { ...part, expect: { 201: ANY_JSON[200] } }), createScope()));
      expect(String(error)).not.toContain('secret-1');
    }
    expect(excerpt('{"a":"http://10.1.2.3:80/x?y","b":"node-1.internal:9042","c":"AstraCS:ab:cd","d":1.5}')).toBe(
      '{"a":"…","b":"…","c":"…","d":1.5}',
    );
  });
});

test.each<[Shape<unknown>, unknown, string]>([
  [object({ a: arrayOf(object({ b: name })) }), { a: [{ b: 'x' }, { b: '' }] }, 'is due at a[1].b, and a text of 0'],
  [object({ a: arrayOf(text) }), { a: {} }, 'a list is due at a, and an object came'],
  [object({ a: optional(integer) }), { a: 2 ** 31 }, 'is due at a, and a number came'],
  [mapOf(integer), { x: 1, y: null }, 'is due at y, and null came'],
  [arrayOf(text), null, 'a list is due, and null came'],
  [object({ toString: text }), {}, 'a text is due at toString, and nothing came'],
  [also(arrayOf(text), ({ length }) => length > 0, 'an empty list came'), [], 'an empty list came'],
])('a shape names the place and what came (%#)', (shape, value, message) => {
  expect(shape.fits(value)).toBe(false);
  expect(shape.differs(value, '')).toContain(message);
});

test('a cell that is of another kind than its type fails by itself, however deep', async () => {
  const database = await startDatabase();
  const columns = {
    ...{ id: 'int', t: 'text', l: 'list<int>', m: 'map<text,int>', n: 'int', odd: 'text' },
    ...{ text: 'text', big: 'bigint', bool: 'boolean', uid: 'uuid', day: 'date', set: 'set<int>' },
  };
  const table = await database.table('cells', columns, ['id']);
  await database.open().source.rows.create(table, { id: 1, t: 'a' }, false);
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const body = `{"count":1,"data":[{"id":1,"t":${deep},"l":5,"m":["x"],"n":{},"odd":"right",
    "text":5,"big":"x","bool":1,"uid":"no","day":20,"set":[1,"a"]}]}`;
  database.emulator.faults.add({ match: { target: '/v2/keyspaces/' }, fault: { kind: 'answer', status: 200, body } });
  const [row] = await database.open().source.rows.readMany(table, [{ id: 1 }]);
  expect(row).toMatchObject({ key: { id: 1 }, values: { id: 1, odd: 'right' } });
  const errors = (row as { errors: Record<string, Error> }).errors;
  expect(Object.keys(errors).sort()).toEqual(['big', 'bool', 'day', 'l', 'm', 'n', 'set', 't', 'text', 'uid']);
  for (const error of Object.values(errors)) expect(error).toBeInstanceOf(UpstreamError);
  await database.close();
});

test('a self-hosted server that says something else than that a keyspace was made or deleted has not done it', async () => {
  const database = await startDatabase();
  const ref = { ...IN_KEYSPACE, keyspace: 'more' };
  const { catalog } = database.open().source;
  const wrong = [
    { status: 200, body: '{}' },
    { status: 201, body: '{"name":"other"}' },
    { status: 201, body: '{"description":"overloaded","code":503}' },
    { status: 204, body: '' },
  ];
  for (const answer of wrong) {
    const remove = database.emulator.faults.add({ match: { method: 'POST' }, fault: { kind: 'answer', ...answer } });
    expect(await failureOf(catalog.createKeyspace(ref, {}, false))).toBeInstanceOf(UpstreamError);
    expect(await failureOf(catalog.createNamespace(ref, {}, true))).toBeInstanceOf(UpstreamError);
    remove();
  }
  expect(await catalog.createKeyspace(ref, {}, false)).toBe(true);
  for (const answer of [...wrong.slice(0, 3), { status: 202, body: '' }]) {
    const remove = database.emulator.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'answer', ...answer } });
    expect(await failureOf(catalog.deleteKeyspace(ref, false))).toBeInstanceOf(UpstreamError);
    expect(await failureOf(catalog.deleteNamespace(ref, true))).toBeInstanceOf(UpstreamError);
    remove();
  }
  await database.close();
});

test('a row whose columns are called like the members of an error is made', async () => {
  const database = await startDatabase();
  const table = await database.table('failures', { description: 'text', code: 'int' }, ['description']);
  const { rows } = database.open().source;
  await rows.create(table, { description: 'overloaded', code: 503 }, false);
  expect(await rows.readMany(table, [{ description: 'overloaded' }])).toMatchObject([{ values: { code: 503 } }]);
  const body = '{"description":"overloaded","code":503}';
  database.emulator.faults.add({ match: { method: 'POST' }, fault: { kind: 'answer', status: 201, body } });
  expect(await failureOf(rows.create(table, { description: 'other', code: 1 }, false))).toBeInstanceOf(UpstreamError);
  await database.close();
});
