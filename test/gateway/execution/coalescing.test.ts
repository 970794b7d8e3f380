/** Identical queries under way at the same time: one execution, for each token, between mutations. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGate, type Gate } from '../../support/gate.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../../support/gateway.ts';
import { until } from '../../support/until.ts';

let gateway: RunningGateway;
let gate: Gate;

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

test('ten identical queries at once are one execution, and each receipt shows its cost', async () => {
  gate.close();
  const asked = Array.from({ length: 10 }, () => ask(LIST, { 'x-astra-receipt': 'true' }));
  await settle();
  gate.open();
  const answers = await Promise.all(asked);
  expect(gate.calls).toEqual(['GET /schemas/keyspaces']);
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  const receipts = answers.map(({ extensions }) => extensions?.upstream);
  expect(receipts.map(({ calls }) => calls.length)).toEqual(Array(10).fill(1));
  expect(receipts.filter(({ isShared }) => isShared)).toHaveLength(9);
  const lines = gateway.logLines.filter(({ event, operation }) => event === 'request' && operation === 'query');
  expect(lines.map(({ upstreamCalls }) => upstreamCalls).toSorted()).toEqual([...Array(9).fill(0), 1]);
  expect(lines.filter(({ coalescedWith }) => coalescedWith !== undefined)).toHaveLength(9);
  const metrics = await (await fetch(new URL('/metrics', gateway.url))).text();
  expect(metrics).toMatch(/^astra_graphql_requests_coalesced_total 9$/m);
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
  expect(gate.calls).toEqual(['GET /schemas/keyspaces']);
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
  expect(gate.calls).toHaveLength(3);
});

test('a query that starts after a mutation joins neither a query from before nor its reading', async () => {
  gate.close();
  const before = ask(LIST);
  await until(() => gate.calls.length === 1, 'upstream is called');
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
  await until(() => gate.calls.length === 1, 'upstream is called');
  const second = ask(LIST);
  await settle();
  leaving.abort();
  expect(await first).toBe('left');
  await settle();
  gate.open();
  expect((await second).data.database.keyspaces).not.toBeNull();
  expect(gate.calls).toHaveLength(1);
  expect(gateway.logLines.filter(({ event }) => event === 'fault')).toEqual([]);
});

test('a request that was answered before is answered with the same bytes, and headers of its own', async () => {
  const post = (id: string, body = JSON.stringify({ query: LIST })) => {
    const headers = {
      'content-type': 'application/json',
      'x-cassandra-token': gateway.emulator.applicationToken,
      'x-request-id': id,
    };
    return gateway.fetch(new Request(gateway.url, { method: 'POST', headers, body }));
  };
  const alone = await post('alone');
  const expected = await alone.text();
  gate.close();
  const first = post('first');
  await until(() => gate.calls.length === 1, 'upstream is called');
  const others = [post('a'), post('b'), post('c', JSON.stringify({ operationName: null, query: LIST }))];
  const bearer = { authorization: `Bearer ${gateway.emulator.applicationToken}` };
  const stranger = ask(LIST, bearer);
  await settle();
  gate.open();
  const answers = await Promise.all([first, ...others]);
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(Array(4).fill(expected));
  const plainHeaders = ({ headers }: Response) =>
    Object.fromEntries([...headers].filter(([name]) => name !== 'date' && name !== 'x-request-id'));
  expect(answers.map(plainHeaders)).toEqual(Array(4).fill(plainHeaders(alone)));
  expect(answers.map(({ headers }) => headers.get('x-request-id'))).toEqual(['first', 'a', 'b', 'c']);
  expect((await stranger).data.database.keyspaces).not.toBeNull();
  expect(gate.calls).toHaveLength(2);
  const joined = gateway.logLines.filter(
    ({ event, coalescedWith }) => event === 'request' && coalescedWith !== undefined,
  );
  expect(joined).toHaveLength(3);
  expect(joined.every(({ operation, upstreamCalls }) => operation === 'query' && upstreamCalls === 0)).toBe(true);
});

test('a failure is answered to each joined request under an id of its own, and is not retried by any', async () => {
  await ask(LIST, { 'x-request-id': 'alone' });
  gateway.emulator.faults.add({ match: { target: /keyspaces/ }, fault: { kind: 'answer', status: 500 } });
  gate.close();
  const ids = ['a', 'b', 'c'];
  const asked = ids.map((id) => ask(LIST, { 'x-request-id': id }));
  await settle();
  gate.open();
  const errors = (await Promise.all(asked)).map((answer) => answer.errors?.[0]?.extensions);
  expect(errors.map((extensions) => extensions?.requestId)).toEqual(ids);
  expect(errors.every((extensions) => extensions?.code === 'UPSTREAM_ERROR')).toBe(true);
  expect(gate.calls).toHaveLength(1);
});

test('an answer that is longer than allowed is refused to all', async () => {
  const small = await startGateway({
    coalesce: true,
    limits: { maxAnswerBytes: 400 },
    upstream: { fetch: gate.fetch, schemaLifetimeMs: 0 },
  });
  try {
    const post = async () => {
      const headers = { 'content-type': 'application/json', 'x-cassandra-token': small.emulator.applicationToken };
      const body = JSON.stringify({ query: LIST });
      const answer = await small.fetch(new Request(small.url, { method: 'POST', headers, body }));
      return ((await answer.json()) as GraphQLAnswer).errors?.[0]?.extensions.code;
    };
    expect(await post()).toBeUndefined();
    for (let index = 0; index < 20; index += 1)
      await small.query(`mutation { createKeyspace(input: { name: "k${index}_long_enough" }) { created } }`);
    gate.close();
    const first = post();
    await until(() => gate.calls.length === 1, 'upstream is called');
    const second = post();
    await settle();
    gate.open();
    expect(await Promise.all([first, second])).toEqual(['ANSWER_TOO_LONG', 'ANSWER_TOO_LONG']);
    expect(gate.calls).toHaveLength(1);
  } finally {
    await small.close();
  }
});
