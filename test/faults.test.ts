/** What a client sees when upstream fails: the right code on the right field, siblings intact, no write sent twice, no secret told. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../emulator/faults.ts';
import { type RunningGateway, startGateway } from './support/gateway.ts';

let gateway: RunningGateway;
const TIMEOUT_MS = 400;

beforeAll(async () => {
  gateway = await startGateway({ upstream: { timeoutMs: TIMEOUT_MS, schemaLifetimeMs: 600_000 } });
  const { errors } = await gateway.query(`mutation {
    createKeyspace(input: { name: "shop" }) { created }
    createTable(input: { keyspace: "shop", name: "items", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }, { name: "v", type: "text" }] }) { created }
    createTable2: createTable(input: { keyspace: "shop", name: "hits", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }, { name: "n", type: "counter" }] }) { created }
    createRows(input: { keyspace: "shop", table: "items", rows: [{ id: 1, v: "a" }, { id: 2, v: "b" }, { id: 3, v: "c" }, { id: 4, v: "d" }] }) { results { error { message } } }
    createCollection(input: { namespace: "shop", name: "notes" }) { created }
    createDocument(input: { namespace: "shop", collection: "notes", documentId: "one", data: { a: 1 } }) { created } }`);
  expect(errors).toBeUndefined();
}, 60_000);

afterAll(() => gateway.close());

afterEach(() => {
  gateway.emulator.faults.clear();
  gateway.clearUpstreamRequests();
});

const faults: Record<string, { readonly fault: Fault; readonly code: string; readonly isAnswered: boolean }> = {
  'an answer that never comes': { fault: { kind: 'hang' }, code: 'UPSTREAM_TIMEOUT', isAnswered: false },
  'a connection that is cut': { fault: { kind: 'cut' }, code: 'UPSTREAM_UNAVAILABLE', isAnswered: false },
  'a body that is cut': { fault: { kind: 'truncate', afterBytes: 5 }, code: 'UPSTREAM_ERROR', isAnswered: false },
  'HTML instead of JSON': {
    fault: { kind: 'answer', status: 502, body: '<html>Bad gateway at host-17.internal</html>' },
    code: 'UPSTREAM_ERROR',
    isAnswered: true,
  },
  'a 500': {
    fault: {
      kind: 'answer',
      status: 500,
      body: { description: 'NullPointerException at host-17.internal', code: 500 },
    },
    code: 'UPSTREAM_ERROR',
    isAnswered: true,
  },
  'a 503': { fault: { kind: 'answer', status: 503, body: '' }, code: 'UPSTREAM_ERROR', isAnswered: true },
  'a 503 of a database that wakes up': {
    fault: { kind: 'answer', status: 503, body: { message: 'Resuming your database, please try again shortly.' } },
    code: 'DATABASE_UNAVAILABLE',
    isAnswered: true,
  },
  'a 429': {
    fault: { kind: 'answer', status: 429, body: '', headers: { 'retry-after': '7' } },
    code: 'RATE_LIMITED',
    isAnswered: true,
  },
  'a 401': {
    fault: { kind: 'answer', status: 401, body: { description: 'UNAUTHENTICATED: Invalid token', code: 401 } },
    code: 'UNAUTHENTICATED',
    isAnswered: true,
  },
  'a 401 for a missing permission': {
    fault: {
      kind: 'answer',
      status: 401,
      body: { description: 'PERMISSION_DENIED: no', code: 401, grpcStatus: 'PERMISSION_DENIED' },
    },
    code: 'FORBIDDEN',
    isAnswered: true,
  },
};

const ROWS = /^\/v2\/keyspaces\/shop\/items/;

describe.each(Object.entries(faults))('%s', (_, { fault, code, isAnswered }) => {
  test('of a read: an error on its field, and its siblings stand', async () => {
    gateway.emulator.faults.add({ match: { target: ROWS }, fault });
    const { data, errors } = await gateway.query(`{
      keyspace(name: "shop") { name table(name: "items") { name rows(first: 2) { nodes { id } } } }
      namespace(name: "shop") { collection(name: "notes") { document(documentId: "one") { data } } } }`);
    expect(data.keyspace).toEqual({ name: 'shop', table: { name: 'items', rows: null } });
    expect(data.namespace.collection.document.data).toEqual({ a: 1 });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      path: ['keyspace', 'table', 'rows'],
      extensions: { code, upstream: { api: 'rest', method: 'GET' } },
    });
    expect(errors?.[0]?.extensions.upstream.route).toBe('/v2/keyspaces/{keyspace}/{table}');
    expect(JSON.stringify(errors)).not.toMatch(/host-17|127\.0\.0\.1|AstraCS/);
    if (isAnswered) expect(errors?.[0]?.extensions.upstream.status).toBe((fault as { status: number }).status);
  });

  test('of a batch: an error for each key, and the rows of another table stand', async () => {
    gateway.emulator.faults.add({ match: { target: ROWS }, fault });
    const { data, errors } = await gateway.query(`{ keyspace(name: "shop") {
      items: table(name: "items") { a: row(key: { id: 1 }) { id } b: row(key: { id: 2 }) { id } }
      hits: table(name: "hits") { row(key: { id: 1 }) { id } } } }`);
    expect(data.keyspace).toEqual({ items: { a: null, b: null }, hits: { row: null } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code, code]);
  });

  test('of a write: an error, and the write was sent once', async () => {
    gateway.emulator.faults.add({ match: { target: ROWS, method: 'PATCH' }, fault });
    const { errors } = await gateway.query(
      'mutation { updateRow(input: { keyspace: "shop", table: "items", key: { id: 1 }, values: { v: "z" } }) { row { id } } }',
    );
    expect(errors?.[0]).toMatchObject({ path: ['updateRow'], extensions: { code } });
    expect(gateway.upstreamRequests().filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });
});

test('a 429 says when to come back', async () => {
  const fault: Fault = { kind: 'answer', status: 429, body: '', headers: { 'retry-after': '7' } };
  gateway.emulator.faults.add({ match: { target: ROWS }, fault });
  const { errors } = await gateway.query(
    '{ keyspace(name: "shop") { table(name: "items") { rows { nodes { id } } } } }',
  );
  expect(errors?.[0]?.extensions).toMatchObject({ retryAfterMs: 7000, upstream: { retryable: true } });
});

test('a batch that fails is halved down to the key that spoils it, and only that key fails', async () => {
  const fault: Fault = { kind: 'answer', status: 500, body: { description: 'no', code: 500 } };
  gateway.emulator.faults.add({ match: { target: /%24in%22%3A%5B(?:[^\]]*%2C)?3(?:%2C|%5D)/ }, fault });
  const rows = [1, 2, 3, 4].map((id) => `r${id}: row(key: { id: ${id} }) { value(column: "v") }`);
  const { data, errors } = await gateway.query(
    `{ keyspace(name: "shop") { table(name: "items") { ${rows.join(' ')} } } }`,
  );
  const { r3, ...others } = data.keyspace.table;
  expect(r3).toBeNull();
  expect(Object.values(others).every((row) => row !== null)).toBe(true);
  expect(errors).toHaveLength(1);
  expect(gateway.upstreamRequests().length).toBeLessThanOrEqual(1 + 2 * Math.log2(4));
});

test('a cell that the server cannot print is an error on its field, and the rest of its row stands', async () => {
  const add = (n: string) =>
    `updateRow(input: { keyspace: "shop", table: "hits", key: { id: 1 }, values: { n: "${n}" } }) { row { key } }`;
  expect((await gateway.query(`mutation { ${add('2147483647')} b: ${add('5')} }`)).errors).toBeUndefined();
  const { data, errors } = await gateway.query(
    '{ keyspace(name: "shop") { table(name: "hits") { row(key: { id: 1 }) { key value(column: "n") } } } }',
  );
  expect(data.keyspace.table.row).toEqual({ key: { id: 1 }, value: null });
  expect(errors?.[0]?.path).toEqual(['keyspace', 'table', 'row', 'value']);
});

test('an operator sees which call failed and how long it took, and no token', async () => {
  const fault: Fault = { kind: 'answer', status: 500, body: { description: 'no', code: 500 } };
  gateway.emulator.faults.add({ match: { target: ROWS }, fault });
  await gateway.query('{ keyspace(name: "shop") { table(name: "items") { rows { nodes { id } } } } }');
  const log = JSON.stringify(gateway.logLines);
  expect(log).toContain('/v2/keyspaces/{keyspace}/{table}');
  expect(log).toMatch(/"durationMs":\d/);
  expect(log).not.toContain(gateway.emulator.applicationToken);
});

test('an endpoint on a foreign host, named by the DevOps API, gets no token', async () => {
  const databaseId = '77777777-0000-4000-8000-000000000000';
  const body = {
    id: databaseId,
    orgId: 'o',
    ownerId: 'o',
    info: { name: 'x' },
    status: 'ACTIVE',
    dataEndpointUrl: 'https://evil.example.com/api/rest',
  };
  gateway.emulator.faults.add({ match: { api: 'devops' }, fault: { kind: 'answer', status: 200, body } });
  const { errors } = await gateway.query(`{ database(databaseId: "${databaseId}") { keyspaces { name } } }`);
  expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_ERROR');
  expect(errors?.[0]?.message).not.toContain('evil');
});
