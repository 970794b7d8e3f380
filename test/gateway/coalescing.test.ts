/** Identical queries under way at the same time: one execution, for each token, between mutations. */
import nodeFetch from 'node-fetch';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fetch } from '../../datasources/http.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../support/gateway.ts';

let gateway: RunningGateway;
let gate: ReturnType<typeof createGate>;

/** Holds back the answers of upstream calls that are made while it is closed, until it is opened. */
function createGate() {
  let open = () => {};
  let opened = Promise.resolve();
  const waiting: string[] = [];
  const fetch: Fetch = async (url, init) => {
    const held = opened;
    waiting.push(`${init?.method} ${new URL(String(url)).pathname.replace(/^.*\/v2/, '')}`);
    const response = await nodeFetch(url, init);
    await held;
    return response;
  };
  return {
    fetch,
    waiting,
    close() {
      waiting.length = 0;
      opened = new Promise((resolve) => {
        open = resolve;
      });
    },
    /** Lets later calls through; those that are held stay so. */
    pass() {
      opened = Promise.resolve();
    },
    open: () => open(),
  };
}

beforeEach(async () => {
  gate = createGate();
  gateway = await startGateway({ coalesce: true, receipt: true, upstream: { fetch: gate.fetch, schemaLifetimeMs: 0 } });
  await gateway.query('mutation { createKeyspace(input: { name: "shop" }) { created } }');
});
afterEach(async () => {
  gate.open();
  await gateway.close();
});

const LIST = '{ database { keyspaces { name } } }';

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** Lets requests come as far as they can without upstream: they are handed over in this process, so that takes no time but turns. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function ask(query: string, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<GraphQLAnswer> {
  const all = {
    'content-type': 'application/json',
    'x-cassandra-token': gateway.emulator.applicationToken,
    ...headers,
  };
  const init = { method: 'POST', headers: all, body: JSON.stringify({ query }), ...(signal && { signal }) };
  const response = await gateway.fetch(new Request(gateway.url, init));
  return (await response.json()) as GraphQLAnswer;
}

test('ten at once are one execution, whose cost all are told', async () => {
  gate.close();
  const asked = Array.from({ length: 10 }, () => ask(LIST, { 'x-astra-receipt': 'true' }));
  await settle();
  gate.open();
  const answers = await Promise.all(asked);
  expect(gate.waiting).toEqual(['GET /schemas/keyspaces']);
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  const receipts = answers.map(({ extensions }) => extensions?.upstream);
  expect(receipts.map(({ calls }) => calls.length)).toEqual(Array(10).fill(1));
  expect(receipts.filter(({ isShared }) => isShared)).toHaveLength(9);
  const lines = gateway.logLines.filter(({ event, operation }) => event === 'request' && operation === 'query');
  expect(lines.map(({ upstreamCalls }) => upstreamCalls).toSorted()).toEqual([...Array(9).fill(0), 1]);
  expect(lines.filter(({ joined }) => joined !== undefined)).toHaveLength(9);
  const metrics = await (await fetch(new URL('/metrics', gateway.url))).text();
  expect(metrics).toMatch(/upstream_requests_total\{[^}]*route="\/v2\/schemas\/keyspaces"[^}]*status="200"\} 1\n/);
});

test('different queries share the reads that they have in common', async () => {
  gate.close();
  const asked = [LIST, '{ database { list: keyspaces { name datacenters { name } } } }'].map((query) =>
    ask(query, { 'x-astra-receipt': 'true' }),
  );
  await settle();
  gate.open();
  const answers = await Promise.all(asked);
  expect(gate.waiting).toEqual(['GET /schemas/keyspaces']);
  const calls = answers.map(({ extensions }) => extensions?.upstream.calls[0]);
  expect(calls.filter(({ isShared }) => isShared)).toHaveLength(1);
  expect(calls.every(({ startMs }) => startMs >= 0)).toBe(true);
});

test('other tokens, other variables and other operations are others', async () => {
  gate.close();
  const asked = [
    ask(LIST),
    ask(LIST, { 'x-cassandra-token': 'another' }),
    ask(LIST, { authorization: `Bearer ${gateway.emulator.applicationToken}` }),
  ];
  await settle();
  gate.open();
  const [own, other] = await Promise.all(asked);
  expect(own?.data.database.keyspaces).not.toBeNull();
  expect(other?.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(gate.waiting).toHaveLength(3);
});

test('a query that starts after a mutation joins neither a query from before nor its reading', async () => {
  gate.close();
  const before = ask(LIST);
  await until(() => gate.waiting.length === 1);
  gate.pass();
  const bearer = { authorization: `Bearer ${gateway.emulator.applicationToken}` };
  const change = await ask('mutation { createKeyspace(input: { name: "later" }) { created } }', bearer);
  expect(change.data.createKeyspace.created).toBe(true);
  const [same, similar] = await Promise.all([ask(LIST), ask('{ database { list: keyspaces { name } } }')]);
  expect(same.data.database.keyspaces).toContainEqual({ name: 'later' });
  expect(similar.data.database.list).toContainEqual({ name: 'later' });
  gate.open();
  expect((await before).data.database.keyspaces).not.toContainEqual({ name: 'later' });
});

test('mutations never join each other', async () => {
  gate.close();
  const create = `mutation { createKeyspace(input: { name: "twice" }) { created } }`;
  const bearer = { authorization: `Bearer ${gateway.emulator.applicationToken}` };
  const asked = [ask(create, bearer), ask(create, bearer)];
  await settle();
  gate.open();
  const answers = await Promise.all(asked);
  expect(answers.filter(({ data }) => data?.createKeyspace?.created)).toHaveLength(1);
  expect(answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code))).toEqual(['CONFLICT']);
});

test('who leaves leaves alone, even who began', async () => {
  gate.close();
  const leaving = new AbortController();
  const first = ask(LIST, {}, leaving.signal).catch(() => 'left');
  await until(() => gate.waiting.length === 1);
  const second = ask(LIST);
  await settle();
  leaving.abort();
  expect(await first).toBe('left');
  await settle();
  gate.open();
  expect((await second).data.database.keyspaces).not.toBeNull();
  expect(gate.waiting).toHaveLength(1);
  expect(gateway.logLines.filter(({ event }) => event === 'fault')).toEqual([]);
});
