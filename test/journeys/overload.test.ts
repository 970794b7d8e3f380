/** More work than upstream takes, operations that take too long, clients that leave, and a process that is asked to stop. */
import { afterEach, expect, test } from 'vitest';
import { createGate } from '../support/gate.ts';
import { type GatewayTestOptions, type RunningGateway, startGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

let gateway: RunningGateway | undefined;

afterEach(() => gateway?.close());

async function start(options: GatewayTestOptions): Promise<RunningGateway> {
  gateway = await startGateway(options);
  await gateway.query(`mutation { createKeyspace(input: { name: "shop" }) { created }
    createTable(input: { keyspace: "shop", name: "items", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }, { name: "v", type: "text" }] }) { created } }`);
  gateway.clearUpstreamRequests();
  return gateway;
}

const KEYSPACES = '{ database { keyspaces { name } } }';

async function post({ url, emulator }: RunningGateway, query: string, init: RequestInit = {}) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${emulator.applicationToken}` };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }), ...init });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body: await response.json() };
}

test('an answer of nothing but overload is a 503 with Retry-After; one that holds data is not', async () => {
  const gate = createGate();
  const resilience = { maxCallsAtOnce: 1, maxCallsWaiting: 0 };
  const running = await start({ upstream: { fetch: gate.fetch, resilience } });
  gate.close();
  const first = post(running, KEYSPACES);
  await until(() => gate.calls.length === 1, 'the first call fills the host');
  const [shed, partial] = await Promise.all([
    post(running, KEYSPACES),
    post(running, '{ __typename database { keyspaces { name } } }'),
  ]);
  expect(shed).toMatchObject({ status: 503, retryAfter: '1', body: { data: { database: { keyspaces: null } } } });
  const error = { path: ['database', 'keyspaces'], extensions: { code: 'UPSTREAM_UNAVAILABLE', retryAfterMs: 1000 } };
  expect(shed.body.errors).toMatchObject([error]);
  expect(shed.body.extensions).toBeUndefined();
  expect(partial).toMatchObject({ status: 200, retryAfter: null, body: { errors: [error] } });
  gate.open();
  expect((await first).body.errors).toBeUndefined();
  expect(running.upstreamRequests()).toHaveLength(1);
});

test('failures of upstream itself are errors on their fields, never a status of ours', async () => {
  const running = await start({ upstream: { resilience: { breakerMinCalls: 10, maxRetries: 0 } } });
  running.emulator.faults.add({ fault: { kind: 'answer', status: 503, body: '' } });
  const answers = [];
  for (let n = 0; n < 15; n += 1) answers.push(await post(running, KEYSPACES));
  expect(answers.every(({ status, retryAfter }) => status === 200 && retryAfter === null)).toBe(true);
  const codes = answers.map(({ body }) => body.errors[0].extensions.code);
  expect([codes[0], codes.at(-1)]).toEqual(['UPSTREAM_ERROR', 'UPSTREAM_UNAVAILABLE']);
  expect(answers.at(-1)?.body.errors[0].extensions.retryAfterMs).toBeGreaterThan(0);
  expect(running.upstreamRequests().length).toBeLessThan(15);
});

test('an operation ends in its time, with what it has by then', async () => {
  const running = await start({ upstream: { timeoutMs: 15_000, resilience: { operationTimeoutMs: 1500 } } });
  running.emulator.faults.add({ match: { target: '/v2/keyspaces' }, fault: { kind: 'hang' } });
  const { body } = await post(
    running,
    '{ keyspace(name: "shop") { table(name: "items") { name rows { nodes { id } } } } }',
  );
  expect(body.data).toEqual({ keyspace: { table: { name: 'items', rows: null } } });
  expect(body.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_TIMEOUT', upstream: { retryable: true } } }]);
});

test('a client that leaves cancels its reads; a mutation is carried through', async () => {
  const gate = createGate();
  const running = await start({ upstream: { fetch: gate.fetch } });
  running.emulator.faults.add({ match: { method: 'GET', target: '/v2/keyspaces' }, fault: { kind: 'hang' } });
  const leave = async (query: string, method: string) => {
    const client = new AbortController();
    const asking = post(running, query, { signal: client.signal }).catch(() => 'gone');
    const isReached = () =>
      running
        .upstreamRequests()
        .some((request) => request.method === method && request.target.startsWith('/v2/keyspaces'));
    await until(isReached, `a ${method} reaches upstream`);
    client.abort();
    expect(await asking).toBe('gone');
  };
  await leave(
    '{ keyspace(name: "shop") { table(name: "items") { row(key: { id: 1 }) { value(column: "v") } } } }',
    'GET',
  );
  await until(() => running.logLines.at(-1)?.operation === 'query', 'the query has ended');
  expect(running.logLines.filter(({ level }) => level !== 'info')).toEqual([]);
  gate.close((call) => call.startsWith('PATCH'));
  await leave(
    `mutation { a: updateRow(input: { keyspace: "shop", table: "items", key: { id: 1 }, values: { v: "a" } }) { row { key } }
    b: updateRow(input: { keyspace: "shop", table: "items", key: { id: 2 }, values: { v: "b" } }) { row { key } } }`,
    'PATCH',
  );
  // The gateway takes note of the client that left before it answers another.
  await fetch(new URL('/health', running.url));
  gate.pass();
  gate.open();
  const patches = () => running.upstreamRequests().filter(({ method, status }) => method === 'PATCH' && status === 200);
  await until(() => patches().length === 2, 'both rows are written');
  expect(patches()).toHaveLength(2);
});

test('asked to stop, the gateway says at /ready that it takes no more work, and still answers', async () => {
  let isStopping = false;
  const running = await start({ isStopping: () => isStopping });
  const ready = async () => (await fetch(new URL('/ready', running.url))).status;
  expect(await ready()).toBe(200);
  isStopping = true;
  expect(await ready()).toBe(503);
  expect((await fetch(new URL('/health', running.url))).status).toBe(200);
  expect((await post(running, KEYSPACES)).status).toBe(200);
});
