/** What an operation cost: told to those who ask, where the operator allows it, and with nothing secret in it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readServeConfig } from '../../../gateway/config/serve-config.ts';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ emulator: { sample: true }, receipt: true });
}, 60_000);
afterAll(() => gateway.close());

async function ask(query: string, headers: Record<string, string> = {}): Promise<GraphQLAnswer> {
  const authorization = `Bearer ${gateway.emulator.applicationToken}`;
  return gateway.query(query, {}, { authorization, 'x-astra-receipt': 'true', ...headers });
}

const RELATED = `{ keyspace(name: "travel") { table(name: "flights") { rows(first: 50) { nodes {
  landsAt: relatedRow(table: "airports", key: [{ column: "iata", from: "destination" }]) { value(column: "name") }
} } } } }`;

interface Call {
  readonly startMs: number;
  readonly durationMs: number;
  readonly bytes: number;
}

test('it lists each call with its route, time, bytes and keys, in order, and what the memory saved', async () => {
  const { extensions, data } = await ask(RELATED);
  const { calls, totals, saved, durationMs } = extensions?.upstream ?? {};
  const common = { api: 'rest', method: 'GET', status: 200, startMs: expect.any(Number) };
  expect(calls).toMatchObject([
    { ...common, route: '/v2/schemas/keyspaces/{keyspace}/tables', reads: 'tables' },
    { ...common, route: '/v2/keyspaces/{keyspace}/{table}', reads: 'rowPage' },
    { ...common, route: '/v2/keyspaces/{keyspace}/{table}', reads: 'row', keys: expect.any(Number) },
  ]);
  expect(calls[1]).not.toHaveProperty('keys');
  const nodes: { landsAt: { value: string } }[] = data.keyspace.table.rows.nodes;
  const different = new Set(nodes.map(({ landsAt }) => landsAt.value)).size;
  expect(calls[2].keys).toBe(different);
  expect(saved.row).toBe(50 - different);
  expect(totals.calls).toBe(3);
  expect(totals.bytes).toBe((calls as Call[]).reduce((sum, { bytes }) => sum + bytes, 0));
  expect(totals.bytes).toBeGreaterThan(1000);
  for (const [index, call] of (calls as Call[]).entries()) {
    const before = (calls as Call[])[index - 1];
    expect(call.startMs).toBeGreaterThanOrEqual(before ? before.startMs + before.durationMs - 0.02 : 0);
    expect(call.startMs + call.durationMs).toBeLessThanOrEqual(durationMs + 0.02);
  }
});

test('an operation that fails has one too, with the call that got no answer', async () => {
  gateway.emulator.faults.add({ match: { api: 'rest' }, fault: { kind: 'answer', status: 503 } });
  const { errors, extensions } = await ask('{ database { keyspaces { name datacenters { name } } } }');
  gateway.emulator.faults.clear();
  expect(errors).toHaveLength(1);
  expect(extensions?.upstream.calls).toMatchObject([
    { status: 503, reads: 'keyspaces' },
    { status: 503, reads: 'keyspaces', attempt: 2 },
    { status: 503, reads: 'keyspaces', attempt: 3 },
  ]);
});

test('no key, host or token is in it', async () => {
  const { extensions } = await ask(
    '{ keyspace(name: "travel") { table(name: "airports") { row(key: { iata: "SFO" }) { values } } } }',
  );
  const text = JSON.stringify(extensions);
  expect(text).not.toMatch(/SFO|travel|airports|127\.0\.0\.1|localhost/);
  expect(text).not.toContain(gateway.emulator.applicationToken);
  expect(text).not.toContain(gateway.emulator.defaultDatabaseId);
});

describe('hints', () => {
  const documents = (count: number) =>
    `query Other { database { name } } query Wanted { namespace(name: "geology") { at: collection(name: "earthquakes") { ...some } } }
     fragment some on Collection { ${Array.from({ length: count }, (_, n) => `d${n}: document(documentId: "d${n}") { data }`).join(' ')} }`;

  async function hints(count: number) {
    const body = JSON.stringify({ query: documents(count), operationName: 'Wanted' });
    const token = { authorization: `Bearer ${gateway.emulator.applicationToken}` };
    const headers = { 'content-type': 'application/json', 'x-astra-receipt': 'true', ...token };
    const answer = (await (await fetch(gateway.url, { method: 'POST', headers, body })).json()) as GraphQLAnswer;
    return answer.extensions?.upstream.hints;
  }

  test('name the fields that caused many calls, and the cure', async () => {
    const fields = Array.from({ length: 10 }, (_, n) => `namespace.at.d${n}`);
    expect(await hints(10)).toEqual([
      {
        fields,
        route: '/v2/namespaces/{namespace}/collections/{collection}/{documentId}',
        calls: 10,
        message: expect.stringContaining('documents(where:)'),
      },
    ]);
  });

  test('are silent where calls are few', async () => {
    expect(await hints(9)).toEqual([]);
  });

  test('name one field that fans out, by its path', async () => {
    const { extensions } = await ask(`{ keyspace(name: "travel") { table(name: "airports") { rows(first: 12) { nodes {
      departures: relatedRows(table: "flights", key: [{ column: "origin", from: "iata" }], first: 1, sort: [{ column: "day", order: DESC }]) { nodes { key } } } } } } }`);
    expect(extensions?.upstream.hints).toMatchObject([
      { fields: ['keyspace.table.rows', 'keyspace.table.rows.nodes.departures'], calls: 13 },
    ]);
  });
});

test.each([
  ['without the header', { 'x-astra-receipt': '' }],
  ['with another value', { 'x-astra-receipt': 'no' }],
])('there is none %s', async (_, headers) => {
  expect(await ask(RELATED, headers)).not.toHaveProperty('extensions');
});

test('there is none where it is not allowed, nor for what was never executed', async () => {
  const closed = await startGateway();
  const headers = { authorization: `Bearer ${closed.emulator.applicationToken}`, 'x-astra-receipt': 'true' };
  expect(await closed.query('{ database { databaseId } }', {}, headers)).not.toHaveProperty('extensions');
  await closed.close();
  expect(await ask('{ nothing }')).not.toHaveProperty('extensions');
});

test.each([
  [{}, true],
  [{ ASTRA_GRAPHQL_HOST: '0.0.0.0' }, false],
  [{ ASTRA_GRAPHQL_HOST: '0.0.0.0', ASTRA_GRAPHQL_RECEIPT: 'true' }, true],
  [{ ASTRA_GRAPHQL_RECEIPT: 'false' }, false],
  [{ ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN: 'false' }, true],
  [{ ASTRA_DB_ID: '01234567-89ab-cdef-0123-456789abcdef', ASTRA_DB_REGION: 'us-east1' }, false],
])('with the settings %o it is allowed: %s', (environment, isAllowed) => {
  expect(readServeConfig({}, environment).receipt).toBe(isAllowed);
});
