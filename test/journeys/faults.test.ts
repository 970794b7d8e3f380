/** What a client sees when upstream fails: the right code on the right field, siblings intact, no write sent twice, no secret told. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault, FaultRule } from '../../emulator/server/faults.ts';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

let gateway: RunningGateway;
const TIMEOUT_MS = 400;
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => unhandled.push(reason);
process.on('unhandledRejection', onUnhandled);

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
  gateway.clearUpstreamRequests();
}, 60_000);

afterAll(async () => {
  await gateway.close();
  process.off('unhandledRejection', onUnhandled);
  expect(unhandled).toEqual([]);
});

afterEach(() => {
  gateway.emulator.faults.clear();
  gateway.clearUpstreamRequests();
});

/** What a fault makes of a call of its kind. No code: all is well. */
interface Cell {
  readonly code: string | undefined;
  /** How often it is sent: reads that failed in passing three times in all. */
  readonly sent: number;
}

interface Misfortune extends Cell {
  readonly rule: FaultRule;
  /** Where a batch or a write fares otherwise than a single read. */
  readonly batch?: Partial<Cell>;
  readonly write?: Partial<Cell>;
}

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): FaultRule => ({
  fault: { kind: 'answer', status, body, headers },
});
const once = { code: 'UPSTREAM_ERROR', sent: 1 };
const inPassing = { code: 'UPSTREAM_ERROR', sent: 3 };
const refused = { description: 'PERMISSION_DENIED: no', code: 401, grpcStatus: 'PERMISSION_DENIED' };
const failed = { description: 'NullPointerException at host-17.internal', code: 500 };

const misfortunes: Record<string, Misfortune> = {
  latency: { rule: { latencyMs: 30 }, code: undefined, sent: 1 },
  'latency beyond the time limit': { rule: { latencyMs: 3 * TIMEOUT_MS }, code: 'UPSTREAM_TIMEOUT', sent: 1 },
  'an answer that never comes': { rule: { fault: { kind: 'hang' } }, code: 'UPSTREAM_TIMEOUT', sent: 1 },
  'a connection that is reset': { rule: { fault: { kind: 'cut' } }, code: 'UPSTREAM_UNAVAILABLE', sent: 3 },
  'a body that breaks off': { rule: { fault: { kind: 'truncate', afterBytes: 5 } }, ...inPassing },
  'truncated JSON': { rule: answer(200, '{"count":1,"data":[{"id":'), ...once },
  'HTML instead of JSON': { rule: answer(200, '<html>Welcome to host-17.internal</html>'), ...once },
  'HTML of a proxy without its server': {
    rule: answer(502, '<html>Bad gateway at host-17.internal</html>'),
    ...once,
  },
  'a 502 of services whose coordinator is down': {
    rule: answer(502, { description: 'UNAVAILABLE: host-17', code: 502, grpcStatus: 'UNAVAILABLE' }),
    code: 'UPSTREAM_UNAVAILABLE',
    sent: 1,
  },
  // Not halved: that would be more work for a database that has too much.
  'a 500 of a database that is overloaded': {
    rule: answer(500, { description: 'RESOURCE_EXHAUSTED: host-17', code: 500, grpcStatus: 'RESOURCE_EXHAUSTED' }),
    code: 'RATE_LIMITED',
    sent: 1,
  },
  // A batch is halved for it, and both halves are spoiled too.
  'a 500': { rule: answer(500, failed), ...once, batch: { sent: 3 } },
  'a 503': { rule: answer(503, ''), ...inPassing },
  'a 503 of a database that wakes up': {
    rule: answer(503, { message: 'Resuming your database, please try again shortly.' }),
    code: 'DATABASE_UNAVAILABLE',
    sent: 1,
  },
  'a 429': { rule: answer(429, ''), code: 'RATE_LIMITED', sent: 3 },
  'a 429 that asks for patience': { rule: answer(429, '', { 'retry-after': '7' }), code: 'RATE_LIMITED', sent: 1 },
  'a 401': { rule: answer(401, { description: 'Invalid token', code: 401 }), code: 'UNAUTHENTICATED', sent: 1 },
  'a 401 for a missing permission': { rule: answer(401, refused), code: 'FORBIDDEN', sent: 1 },
  'a content length too long': {
    rule: answer(200, '{"count":0,"data":[]}', { 'content-length': '100' }),
    code: 'UPSTREAM_TIMEOUT',
    sent: 1,
  },
  'a content length too short': { rule: answer(200, '{"count":0,"data":[]}', { 'content-length': '7' }), ...inPassing },
};

const ROWS = /^\/v2\/keyspaces\/shop\/items/;

const sent = (method: string) =>
  gateway.upstreamRequests().filter((request) => request.method === method && ROWS.test(request.target));

describe.each(Object.entries(misfortunes))('%s', (_, { rule, batch, write, ...read }) => {
  test('of a read: an error on its field, and its siblings stand', async () => {
    gateway.emulator.faults.add({ match: { target: ROWS }, ...rule });
    const { data, errors = [] } = await gateway.query(`{
      keyspace(name: "shop") { name table(name: "items") { name rows(first: 2) { nodes { id } } } }
      namespace(name: "shop") { collection(name: "notes") { document(documentId: "one") { data } } } }`);
    const rows = read.code ? null : { nodes: [{ id: expect.any(String) }, { id: expect.any(String) }] };
    expect(data.keyspace).toEqual({ name: 'shop', table: { name: 'items', rows } });
    expect(data.namespace.collection.document.data).toEqual({ a: 1 });
    expect(errors).toMatchObject(failures([['keyspace', 'table', 'rows']], read.code, 'GET'));
    for (const { extensions } of errors) expect(extensions.upstream.route).toBe('/v2/keyspaces/{keyspace}/{table}');
    expect(JSON.stringify(errors)).not.toMatch(/host-17|127\.0\.0\.1|AstraCS/);
    if (read.code && rule.fault?.kind === 'answer' && read.code !== 'UPSTREAM_TIMEOUT')
      expect(errors[0]?.extensions.upstream.status).toBe(rule.fault.status);
    expect(sent('GET')).toHaveLength(read.sent);
  });

  test('of a batch: an error for each key, and the rows of another table stand', async () => {
    const cell = { ...read, ...batch };
    gateway.emulator.faults.add({ match: { target: ROWS }, ...rule });
    const { data, errors = [] } = await gateway.query(`{ keyspace(name: "shop") {
      items: table(name: "items") { a: row(key: { id: 1 }) { value(column: "v") } b: row(key: { id: 2 }) { value(column: "v") } }
      hits: table(name: "hits") { row(key: { id: 1 }) { id } } } }`);
    const items = cell.code ? { a: null, b: null } : { a: { value: 'a' }, b: { value: 'b' } };
    expect(data.keyspace).toEqual({ items, hits: { row: null } });
    const paths = ['a', 'b'].map((key) => ['keyspace', 'items', key]);
    expect(errors).toMatchObject(failures(paths, cell.code, 'GET'));
    expect(sent('GET')).toHaveLength(cell.sent);
  });

  test('of a write: an error, and the write was sent once; the next write stands', async () => {
    const cell = { ...read, sent: 1, ...write };
    gateway.emulator.faults.add({ match: { target: /^\/v2\/keyspaces\/shop\/items\/4/, method: 'PATCH' }, ...rule });
    const update = (id: number) =>
      `updateRow(input: { keyspace: "shop", table: "items", key: { id: ${id} }, values: { v: "d" } }) { row { key } }`;
    const { data, errors = [] } = await gateway.query(`mutation { ${update(4)} next: ${update(5)} }`);
    expect(data).toEqual({
      updateRow: cell.code ? null : { row: { key: { id: 4 } } },
      next: { row: { key: { id: 5 } } },
    });
    expect(errors).toMatchObject(failures([['updateRow']], cell.code, 'PATCH'));
    expect(sent('PATCH')).toHaveLength(cell.sent + 1);
  });
});

/** One error for each path; none without a code. */
function failures(paths: readonly string[][], code: string | undefined, method: string) {
  return code ? paths.map((path) => ({ path, extensions: { code, upstream: { api: 'rest', method } } })) : [];
}

test('a 429 says when to come back, and so does a database that wakes up', async () => {
  const fault: Fault = { kind: 'answer', status: 429, body: '', headers: { 'retry-after': '7' } };
  gateway.emulator.faults.add({ match: { target: ROWS }, fault });
  const { errors } = await gateway.query(
    '{ keyspace(name: "shop") { table(name: "items") { rows { nodes { id } } } } }',
  );
  expect(errors?.[0]?.extensions).toMatchObject({ retryAfterMs: 7000, upstream: { retryable: true } });
  gateway.emulator.faults.clear();
  const body = { message: 'Resuming your database, please try again shortly.' };
  gateway.emulator.faults.add({ match: { target: ROWS }, fault: { kind: 'answer', status: 503, body } });
  const resuming = await gateway.query('{ keyspace(name: "shop") { table(name: "items") { rows { nodes { id } } } } }');
  expect(resuming.errors?.[0]?.extensions).toMatchObject({ retryAfterMs: 60_000, upstream: { retryable: true } });
});

test('a read with transient failures is answered all the same; log and receipt show each attempt', async () => {
  gateway.emulator.faults.add({ match: { target: ROWS }, times: 2, fault: { kind: 'answer', status: 503, body: '' } });
  const { data, errors } = await gateway.query(
    '{ keyspace(name: "shop") { table(name: "items") { row(key: { id: 1 }) { value(column: "v") } } } }',
  );
  expect([errors, data.keyspace.table.row]).toEqual([undefined, { value: 'a' }]);
  expect(sent('GET').map(({ status }) => status)).toEqual([503, 503, 200]);
  const [first, second, request] = gateway.logLines
    .slice(-3)
    .sort((a, b) => Number(a.attempt ?? 1) - Number(b.attempt ?? 1));
  expect(gateway.logLines.slice(-3)).toContainEqual(expect.objectContaining({ event: 'request', retries: 2 }));
  expect([first, second, request]).toContainEqual(
    expect.objectContaining({ event: 'upstream', status: 503, attempt: 2 }),
  );
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
