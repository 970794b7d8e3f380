/**
 * Whoever asks at the same time as others gets what is his own. Upstream answers by token, its answers come in any order, and
 * what a client gets must bear its own mark and nobody else's.
 */
import fc from 'fast-check';
import { type RequestInit, Response } from 'node-fetch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUpstream, type UpstreamConfig } from '../../datasources/back-ends/upstream.ts';
import type { Fetch } from '../../datasources/http/transport.ts';
import { openPersisted } from '../../gateway/access/persisted-documents.ts';
import { readServeConfig } from '../../gateway/config/serve-config.ts';
import { createPipeline } from '../../gateway/gateway.ts';
import type { Handler } from '../../gateway/http/handler.ts';
import { createLog } from '../../gateway/observability/log.ts';

/** Of two waves of requests each. */
const RUNS = 1000;
const DATABASE = '00000000-0000-4000-8000-000000000001';
const OTHER_DATABASE = '00000000-0000-4000-8000-000000000002';

/** A mark is in everything that upstream answers to its token. */
const CLIENTS: readonly { readonly mark: string; readonly headers: Readonly<Record<string, string>> }[] = [
  { mark: 'alice', headers: { authorization: 'Bearer AstraCS:alice' } },
  { mark: 'bob', headers: { authorization: 'Bearer AstraCS:bob' } },
  { mark: 'bob', headers: { authorization: 'Bearer AstraCS:bob', 'x-cassandra-token': 'AstraCS:bob' } },
  { mark: 'carol', headers: { 'x-cassandra-token': 'AstraCS:carol' } },
  { mark: 'nobody', headers: {} },
];
const MARKS = [...new Set(CLIENTS.map(({ mark }) => mark))];

const OPERATIONS = [
  '{ keyspace(name: "shop") { table(name: "items") { columns { name } row(key: { id: 1 }) { values } } } }',
  '{ keyspace(name: "shop") { table(name: "items") { a: row(key: { id: 1 }) { value(column: "owner") } b: row(key: { id: 2 }) { values } rows(first: 1) { nodes { values } } } } }',
  '{ namespace(name: "shop") { collection(name: "notes") { document(documentId: "one") { data } } } }',
  'mutation { updateRow(input: { keyspace: "shop", table: "items", key: { id: 1 }, values: { owner: "x" } }) { row { values } } }',
  `{ database(databaseId: "${OTHER_DATABASE}") { keyspace(name: "shop") { table(name: "items") { row(key: { id: 1 }) { values } } } } }`,
  '{ databases { nodes { name } } }',
];

const config: UpstreamConfig = {
  kind: 'astra',
  devopsUrl: 'https://api.astra.datastax.com',
  defaultDatabase: { databaseId: DATABASE, region: 'us-east1', api: 'stargate', dataUrl: dataUrl(DATABASE) },
  allowedOrigins: [],
  timeoutMs: 60_000,
  schemaTimeoutMs: 60_000,
};

function dataUrl(databaseId: string): string {
  return `https://${databaseId}-us-east1.apps.astra.datastax.com/api/rest`;
}

let gateway: Handler;
/** Made anew for each run, so that each begins with nothing in memory. */
let upstream: ReturnType<typeof createUpstream>;
/** Decides when an answer comes. */
let arrange: <T>(answer: Promise<T>) => Promise<T>;

beforeAll(() => {
  const defaults = readServeConfig({}, {});
  gateway = createPipeline({
    ...defaults,
    receipt: false,
    upstream: {
      open: (scope) => upstream.open(scope),
      isReachable: async () => true,
      pressure: () => ({ callsActive: 0, callsQueued: 0, breakers: { closed: 0, open: 0, 'half-open': 0 } }),
      hints: {},
      schemaChanges: () => 0,
      close: async () => {},
    },
    auth: { acceptAuthorization: true, ownToken: 'all', token: 'AstraCS:nobody' },
    hostRule: undefined,
    persisted: openPersisted(defaults.documents),
    log: createLog({ write() {} }),
  });
});

afterAll(() => upstream.close());

async function answerByToken(url: unknown, init: RequestInit = {}): Promise<Response> {
  const headers = init.headers as Record<string, string>;
  const token = headers['X-Cassandra-Token'] ?? headers.Authorization ?? '';
  return arrange(Promise.resolve(answer(new URL(String(url)), String(init.method), token.replace(/^.*:/, ''))));
}

function answer({ pathname, searchParams }: URL, method: string, mark: string): Response {
  const path = pathname.replace('/api/rest', '');
  if (method === 'PATCH') return json({ data: { owner: 'x' } });
  if (path === '/v2/databases') return json([database(DATABASE, mark)]);
  if (path.startsWith('/v2/databases/')) return json(database(path.slice(14), mark));
  if (path === '/v2/schemas/keyspaces/shop/tables') return json({ data: [table(mark)] });
  if (path === '/v2/schemas/namespaces/shop/collections') return json({ data: [{ name: 'notes' }] });
  if (path === '/v2/namespaces/shop/collections') return json({ data: [{ name: 'notes' }] });
  if (path.startsWith('/v2/namespaces/')) return json({ documentId: 'one', data: { owner: mark } });
  const rows = keysOf(searchParams.get('where')).map((id) => ({ id, owner: mark, [`of_${mark}`]: mark }));
  return json({ count: rows.length, data: rows });
}

function json(body: unknown): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
}

function database(id: string, mark: string) {
  return { id, status: 'ACTIVE', info: { name: mark, region: 'us-east1' }, dataEndpointUrl: dataUrl(id) };
}

/** Each client sees a table of its own, so definitions that are kept show whose they are. */
function table(mark: string) {
  const column = (name: string, typeDefinition: string) => ({ name, typeDefinition, static: false });
  return {
    name: 'items',
    keyspace: 'shop',
    columnDefinitions: [column('id', 'int'), column('owner', 'text'), column(`of_${mark}`, 'text')],
    primaryKey: { partitionKey: ['id'], clusteringKey: [] },
    tableOptions: { defaultTimeToLive: 0, clusteringExpression: [] },
  };
}

function keysOf(where: string | null): number[] {
  const { id = {} } = JSON.parse(where ?? '{}') as { id?: { $in?: number[]; $eq?: number } };
  return id.$in ?? [id.$eq ?? 1];
}

async function ask(query: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const request = new Request('http://gateway.example/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await gateway.fetch(request)).text();
}

const requests = fc.array(
  fc.record({ client: fc.constantFrom(...CLIENTS), operation: fc.constantFrom(...OPERATIONS) }),
  { minLength: 1, maxLength: 3 },
);

test(`clients who ask at the same time get what is theirs, in ${2 * RUNS} orders of answers`, async () => {
  let withData = 0;
  await fc.assert(
    // What the first have left in the memory of the process, the second might find there.
    fc.asyncProperty(fc.tuple(requests, requests), fc.scheduler(), async (waves, scheduler) => {
      arrange = (promise) => scheduler.schedule(promise);
      upstream = createUpstream({ ...config, fetch: answerByToken as unknown as Fetch });
      for (const wave of waves) {
        const answers = Promise.all(wave.map(({ client, operation }) => ask(operation, client.headers)));
        for (const [index, text] of (await scheduler.waitFor(answers)).entries()) {
          const own = wave[index]?.client.mark ?? '';
          const seen = MARKS.filter((mark) => text.includes(mark));
          expect(seen.filter((mark) => mark !== own)).toEqual([]);
          if (seen.includes(own)) withData += 1;
        }
      }
    }),
    { numRuns: RUNS },
  );
  // All but those whose token is not for the DevOps API.
  expect(withData).toBeGreaterThan(RUNS);
}, 120_000);

test('every operation answers with the mark of who asks', async () => {
  arrange = (promise) => promise;
  upstream = createUpstream({ ...config, fetch: answerByToken as unknown as Fetch });
  for (const operation of OPERATIONS) expect(await ask(operation, CLIENTS[0]?.headers ?? {})).toContain('alice');
});
