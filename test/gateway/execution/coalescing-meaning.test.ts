/** Requests that look alike and mean something else never share an execution: each is answered as it is without coalescing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

let coalescing: RunningGateway;
let plain: RunningGateway;

beforeAll(async () => {
  [coalescing, plain] = await Promise.all([startGateway({ coalesce: true }), startGateway()]);
  for (const gateway of [coalescing, plain]) {
    for (const query of SETUP) expect((await gateway.query(query)).errors).toBeUndefined();
    // Long enough that all of a test are in flight together.
    gateway.emulator.faults.latencyMs = 20;
  }
}, 60_000);
afterAll(() => Promise.all([coalescing, plain].map((gateway) => gateway.close())));

const NOTES = 'namespace: "shop", collection: "notes"';
const SETUP = [
  'mutation { createKeyspace(input: { name: "shop" }) { created } }',
  `mutation { createCollection(input: { namespace: "shop", name: "notes" }) { created } }`,
  `mutation { createDocuments(input: { ${NOTES}, idPath: "id", documents: [
    { id: "zero", v: 0 }, { id: "one", v: 1 }, { id: "text", v: "1" }, { id: "null", v: null }, { id: "true", v: true }] }) { results { index } } }`,
];

/** What is sent, and with which headers beside the token. */
interface Sent {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isGet?: boolean;
}

const FIND = `query ($v: JSON) { namespace(name: "shop") { collection(name: "notes") { documents(where: { path: "v", eq: $v }) { nodes { documentId } } } } }`;
const FIRST =
  'query ($n: Int = 1) { namespace(name: "shop") { collection(name: "notes") { documents(first: $n) { nodes { documentId } } } } }';
const TWO = 'query A { keyspace(name: "shop") { name } } query B { keyspace(name: "nope") { name } }';

const withVariables = (query: string, ...texts: readonly string[]): Sent[] =>
  texts.map((variables) => ({ body: `{"query":${JSON.stringify(query)},"variables":${variables}}` }));
const json = (value: object, rest: Omit<Sent, 'body'> = {}): Sent => ({ body: JSON.stringify(value), ...rest });

const ALIKE: readonly (readonly [string, readonly Sent[]])[] = [
  ['numbers, texts and what is neither', withVariables(FIND, '{"v":1}', '{"v":"1"}', '{"v":true}', '{"v":null}', '{}')],
  [
    'numbers that a double does not hold',
    withVariables(FIND, '{"v":1e400}', '{"v":-1e400}', '{"v":null}', '{"v":1e-400}', '{"v":0}'),
  ],
  [
    'numbers that differ beyond the digits of a double',
    withVariables(
      FIND,
      '{"v":9007199254740993}',
      '{"v":9007199254740992}',
      '{"v":9007199254740993.0}',
      '{"v":"9007199254740993"}',
    ),
  ],
  ['null and absence', withVariables(FIRST, '{"n":null}', '{}', '{"n":2}', 'null')],
  [
    'members with the names of prototypes',
    withVariables(FIND, '{"__proto__":{"v":1}}', '{"v":{"__proto__":1}}', '{"v":{}}', '{"v":1,"__proto__":2}'),
  ],
  ['a member that is there twice', withVariables(FIND, '{"v":1,"v":true}', '{"v":true,"v":1}')],
  [
    'operations of one document',
    [json({ query: TWO, operationName: 'A' }), json({ query: TWO, operationName: 'B' }), json({ query: TWO })],
  ],
  [
    'media types',
    ['application/json', 'application/graphql-response+json', 'text/plain', '*/*'].flatMap((accept) =>
      [TWO, '{ nope }', 'query ($n: Int!) { databases(first: $n) { nodes { id } } }'].map((query) =>
        json({ query, operationName: query === TWO ? 'A' : undefined }, { headers: { accept } }),
      ),
    ),
  ],
  [
    'methods',
    [json({ query: TWO, operationName: 'A' }), json({ query: TWO, operationName: 'B' }, { isGet: true })].flatMap(
      (sent) => [sent, { ...sent, isGet: true }],
    ),
  ],
  [
    'types of content',
    ['application/json', 'text/plain', 'application/json;charset=latin1'].map((type) =>
      json({ query: TWO, operationName: 'A' }, { headers: { 'content-type': type } }),
    ),
  ],
  [
    'hashes of documents',
    [undefined, 'a'.repeat(64)].map((sha256Hash) =>
      json({
        query: sha256Hash ? undefined : TWO,
        operationName: 'A',
        extensions: { persistedQuery: { version: 1, sha256Hash } },
      }),
    ),
  ],
  [
    'aliases and the order of fields',
    [
      '{ a: keyspace(name: "shop") { name id } }',
      '{ a: keyspace(name: "shop") { id name } }',
      '{ b: keyspace(name: "shop") { name id } }',
    ].map((query) => json({ query })),
  ],
  [
    'tokens',
    [{}, { 'x-cassandra-token': 'another' }, { authorization: 'Basic YTpi' }].map((headers) =>
      json({ query: TWO, operationName: 'A' }, { headers }),
    ),
  ],
];

async function send(gateway: RunningGateway, { body, headers, isGet = false }: Sent) {
  const token = `Bearer ${gateway.emulator.applicationToken}`;
  const all = { 'content-type': 'application/json', authorization: token, 'x-request-id': 'asked', ...headers };
  const search = new URLSearchParams(Object.entries(JSON.parse(body)).map(([name, value]) => [name, String(value)]));
  const response = isGet
    ? await fetch(`${gateway.url}?${search}`, { headers: all })
    : await fetch(gateway.url, { method: 'POST', headers: all, body });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

test.each(ALIKE)('%s', async (_, requests) => {
  const expected = [];
  for (const sent of requests) expected.push(await send(plain, sent));
  // The second time each request is known by its letters.
  for (let time = 0; time < 2; time += 1) {
    const answers = await Promise.all(requests.map((sent) => send(coalescing, sent)));
    expect(answers).toEqual(expected);
  }
  const twice = await Promise.all([...requests, ...requests].map((sent) => send(coalescing, sent)));
  expect(twice).toEqual([...expected, ...expected]);
});
