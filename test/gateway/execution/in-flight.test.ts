/** Requests over sockets that repeat one in flight: they have its whole answer, and are counted, limited and logged like any other. */
import { request as send } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGate, type Gate } from '../../support/gate.ts';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { until } from '../../support/until.ts';
import { createRandom } from './random.ts';

let gate: Gate;
let gateway: RunningGateway;
const ORIGIN = 'https://app.example';
const RATE_LIMIT = { trustedProxies: 1, rates: { requestsPerToken: 0, requestsPerAddress: 40, signInsPerAddress: 0 } };
const OPTIONS = { corsOrigins: [ORIGIN], receipt: true, gateway: { compression: true, rateLimit: RATE_LIMIT } };

beforeEach(async () => {
  gate = createGate();
  gateway = await startGateway({ ...OPTIONS, coalesce: true, upstream: { fetch: gate.fetch, schemaLifetimeMs: 0 } });
  await gateway.query('mutation { createKeyspace(input: { name: "shop" }) { created } }');
});
afterEach(async () => {
  gate.open();
  await gateway.close();
});

const LIST = '{ database { keyspaces { name } } }';
const LONG = `{ database { ${Array.from({ length: 60 }, (_, n) => `k${n}: keyspaces { name }`).join(' ')} } }`;

interface Asked {
  readonly query: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body comes in a packet of its own. */
  readonly isLate?: boolean;
  readonly isChunked?: boolean;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function ask(to: RunningGateway, { query, headers = {}, isLate = false, isChunked = false }: Asked): Promise<Answer> {
  const body = JSON.stringify({ query });
  const all = {
    ...{
      'content-type': 'application/json',
      'x-cassandra-token': to.emulator.applicationToken,
      'x-forwarded-for': '1',
    },
    ...(!isChunked && { 'content-length': Buffer.byteLength(body) }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const outgoing = send(to.url, { method: 'POST', headers: all }, async (incoming) => {
      const coding = incoming.headers['content-encoding'];
      const coder = coding === 'br' ? createBrotliDecompress() : coding === 'gzip' ? createGunzip() : undefined;
      const plain = await text(coder ? incoming.pipe(coder) : incoming);
      resolve({ status: incoming.statusCode, headers: incoming.headers, body: plain });
    });
    outgoing.once('error', reject);
    if (isLate) outgoing.flushHeaders();
    setTimeout(() => outgoing.end(body), isLate ? 20 : 0);
  });
}

/** Without what differs by nature. */
function compare({ status, headers, body }: Answer): unknown {
  const { date: _, 'x-request-id': id, ...rest } = headers;
  return { status, headers: rest, body: body.replaceAll(String(id), '[id]') };
}

/** What repeats another leaves no trace before it is answered. Client and server share this process: so many turns bring all there. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  for (let turn = 0; turn < 300; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function askWhileHeld(asked: readonly Asked[]): Promise<Answer[]> {
  gate.close();
  const [first, ...others] = asked;
  const answers = [first && ask(gateway, first)];
  await until(() => gate.calls.length > 0, 'upstream is called');
  answers.push(...others.map((each) => ask(gateway, each)));
  await settle();
  gate.open();
  return (await Promise.all(answers)).filter((answer) => answer !== undefined);
}

test('ten at once are one execution with ten ids', async () => {
  const asked = Array.from({ length: 10 }, (_, n) => ({ query: LIST, headers: { 'x-request-id': `id-${n}` } }));
  const answers = await askWhileHeld(asked);
  expect(gate.calls).toEqual(['GET /schemas/keyspaces']);
  expect(answers.map(({ headers }) => headers['x-request-id'])).toEqual(asked.map((_, n) => `id-${n}`));
  expect(new Set(answers.map((answer) => JSON.stringify(compare(answer)))).size).toBe(1);
  const lines = gateway.logLines.filter(({ event, operation }) => event === 'request' && operation === 'query');
  expect(lines.map(({ coalescedWith }) => coalescedWith ?? null).toSorted()).toEqual([...Array(9).fill('id-0'), null]);
  const metrics = await (await fetch(new URL('/metrics', gateway.url))).text();
  expect(metrics).toMatch(/^astra_graphql_requests_coalesced_total 9$/m);
  expect(metrics).toMatch(/^astra_graphql_requests_total\{surface="universal",operation="query",status="200"\} 10$/m);
  expect(metrics).toMatch(/^astra_graphql_requests_in_flight 0$/m);
});

test('whatever headers they have, answers are those of a gateway that coalesces nothing', async () => {
  const plain = await startGateway(OPTIONS);
  await plain.query('mutation { createKeyspace(input: { name: "shop" }) { created } }');
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);
  const random = createRandom(seed);
  const draw = (): Asked => ({
    query: random.pick([LIST, LIST, LIST, LONG, '{ database { nope } }', '{']),
    headers: {
      ...(random.chance(30) && { accept: random.pick(['application/graphql-response+json', '*/*', 'text/plain']) }),
      ...(random.chance(30) && { origin: random.pick([ORIGIN, 'https://evil.example']) }),
      ...(random.chance(30) && { 'accept-encoding': random.pick(['gzip', 'br', 'br;q=0', 'identity']) }),
      ...(random.chance(10) && { 'x-cassandra-token': 'wrong' }),
      ...(random.chance(10) && { 'x-astra-receipt': 'true' }),
      ...(random.chance(10) && { 'content-type': random.pick(['text/plain', 'application/json; charset=utf-8']) }),
      ...(random.chance(30) && { cookie: `a=${random.below(9)}` }),
      ...(random.chance(20) && { traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01` }),
      'x-forwarded-for': String(random.below(1000)),
    },
    isLate: random.chance(15),
    isChunked: random.chance(15),
  });
  for (let round = 0; round < 6; round += 1) {
    const drawn: readonly Asked[] = [{ query: LIST }, ...Array.from({ length: 24 }, draw)];
    // The same ids for both, because compressed answers with others have other lengths.
    const asked = drawn.map((each, n) => ({ ...each, headers: { ...each.headers, 'x-request-id': `id-${n}` } }));
    const answers = (await askWhileHeld(asked)).map(compare);
    const expected = [];
    for (const each of asked) expected.push(compare(await ask(plain, each)));
    // The receipt tells times.
    const isReceipt = (index: number) => drawn[index]?.headers?.['x-astra-receipt'] !== undefined;
    const kept = (all: unknown[]) => all.filter((_, index) => !isReceipt(index));
    expect(kept(answers), `seed ${seed}`).toEqual(kept(expected));
  }
  await plain.close();
}, 60_000);

describe('the first one', () => {
  test('leaves alone', async () => {
    gate.close();
    const body = JSON.stringify({ query: LIST });
    const { hostname, port } = new URL(gateway.url);
    const token = gateway.emulator.applicationToken;
    const head = `POST /graphql HTTP/1.1\r\nhost: ${hostname}:${port}\r\nconnection: keep-alive\r\ncontent-type: application/json\r\nx-cassandra-token: ${token}\r\ncontent-length: ${body.length}\r\n\r\n`;
    const sockets = Array.from({ length: 3 }, () => connect(Number(port), hostname));
    const answers = sockets.map(
      (socket) => new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data)))),
    );
    sockets[0]?.write(head + body);
    await until(() => gate.calls.length === 1, 'upstream is called');
    for (const socket of sockets.slice(1)) socket.write(head + body);
    await settle();
    sockets[0]?.destroy();
    await settle();
    gate.open();
    for (const answer of await Promise.all(answers.slice(1))) expect(answer).toContain('"keyspaces":[');
    expect(gate.calls).toEqual(['GET /schemas/keyspaces']);
    for (const socket of sockets) socket.destroy();
  });

  test('keeps its errors, and so does each other', async () => {
    const remove = gateway.emulator.faults.add({
      match: { api: 'rest' },
      fault: { kind: 'answer', status: 400, body: {} },
    });
    const answers = await askWhileHeld(
      Array.from({ length: 4 }, (_, n) => ({ query: LIST, headers: { 'x-request-id': `id-${n}` } })),
    );
    remove();
    expect(gate.calls).toHaveLength(1);
    const ids = answers.map(({ body }) => JSON.parse(body).errors[0].extensions.requestId);
    expect(ids).toEqual(['id-0', 'id-1', 'id-2', 'id-3']);
  });
});

test('a connection is of use after an answer that was not asked of the server', async () => {
  const { Agent } = await import('node:http');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  gate.close();
  const first = ask(gateway, { query: LIST });
  await until(() => gate.calls.length === 1, 'upstream is called');
  const ports: (number | undefined)[] = [];
  const again = () =>
    new Promise<string>((resolve, reject) => {
      const body = JSON.stringify({ query: LIST });
      const headers = {
        'content-type': 'application/json',
        'x-cassandra-token': gateway.emulator.applicationToken,
        'x-forwarded-for': '1',
        'content-length': body.length,
      };
      const outgoing = send(gateway.url, { method: 'POST', headers, agent }, async (incoming) => {
        ports.push(incoming.socket.localPort);
        resolve(await text(incoming));
      });
      outgoing.once('error', reject).end(body);
    });
  const second = again();
  await settle();
  gate.open();
  const expected = (await first).body;
  expect([await second, await again(), await again()]).toEqual([expected, expected, expected]);
  expect(new Set(ports).size).toBe(1);
  agent.destroy();
});

test('one that starts after a mutation joins none from before', async () => {
  gate.close();
  const before = ask(gateway, { query: LIST });
  await until(() => gate.calls.length === 1, 'upstream is called');
  gate.pass();
  await gateway.query('mutation { createKeyspace(input: { name: "later" }) { created } }');
  expect((await ask(gateway, { query: LIST })).body).toContain('later');
  gate.open();
  expect((await before).body).not.toContain('later');
});

test('each counts for the rate of its address, once', async () => {
  const answers = await askWhileHeld(
    Array.from({ length: 45 }, () => ({ query: LIST, headers: { 'x-forwarded-for': '7.7.7.7' } })),
  );
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([...Array(40).fill(200), ...Array(5).fill(429)]);
});
