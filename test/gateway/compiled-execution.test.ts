/** Compiled execution answers as graphql does: the same data, the same errors at the same places, in the same order. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../support/gateway.ts';

let plain: RunningGateway;
let compiled: RunningGateway;

beforeAll(async () => {
  const options = { emulator: { sample: true }, upstream: { schemaLifetimeMs: 60_000 } };
  [plain, compiled] = await Promise.all([
    startGateway({ ...options, compile: false }),
    startGateway({ ...options, compile: true }),
  ]);
}, 120_000);
beforeEach(() => {
  for (const { emulator } of [plain, compiled]) emulator.faults.clear();
});
afterAll(() => Promise.all([plain, compiled].map((gateway) => gateway.close())));

const airports = (fields: string) => `keyspace(name: "travel") { table(name: "airports") { ${fields} } }`;
const row = (iata: string, fields: string) => `row(key: { iata: "${iata}" }) { ${fields} }`;

const QUERIES: readonly [string, string, Record<string, unknown>?][] = [
  [
    'values, nulls and lists',
    `{ ${airports(`${row('SFO', 'values value(column: "city") key')} none: ${row('???', 'key')}`)} }`,
  ],
  ['aliases and the same field twice', `{ ${airports(`a: ${row('SFO', 'key')} b: ${row('LAX', 'key')} name name`)} }`],
  [
    'errors of fields, beside good ones',
    `{ ${airports(`${row('SFO', 'bad: value(column: "nope") worse: values(columns: ["city", "no"]) key')}`)} }`,
  ],
  [
    'errors of arguments',
    `{ ${airports('rows(first: 0) { nodes { key } } row(key: { wrong: 1 }) { key } other: rows(first: 2) { nodes { key } }')} }`,
  ],
  [
    'an error at each item of a list',
    `{ ${airports('rows(first: 3) { nodes { key bad: value(column: "nope") } edges { cursor node { no: value(column: "no") } } }')} }`,
  ],
  ['null for a parent that must not be null', '{ nodes(ids: ["x", "y"]) { id } node(id: "z") { id } }'],
  [
    'related rows, and what they lead to',
    `{ ${airports(`${row('SFO', 'relatedRows(table: "flights", key: [{ column: "origin", from: "iata" }], first: 3) { nodes { key relatedRow(table: "airports", key: [{ column: "iata", from: "destination" }]) { value(column: "name") } } pageInfo { hasNextPage endCursor } }')}`)} }`,
  ],
  [
    'abstract types by fragments',
    `query ($id: ID!) { node(id: $id) { __typename id ... on Row { key } ... on Table { name } ...T } } fragment T on Table { columns { name } }`,
    { id: 'ID' },
  ],
  ['introspection', '{ __schema { queryType { name } } __type(name: "Row") { name fields { name } } }'],
  [
    'documents and their parts',
    '{ namespace(name: "geology") { collection(name: "earthquakes") { documents(first: 2) { nodes { documentId data value(path: "a.b[") } } } } }',
  ],
  ['a missing variable inside of a scalar', `query ($x: CqlValue) { ${airports('row(key: { iata: $x }) { key }')} }`],
  [
    'a variable that does not fit',
    `query ($n: Int!) { ${airports('rows(first: $n) { nodes { key } }')} }`,
    { n: 'many' },
  ],
  ['a variable that is missing', `query ($n: Int!) { ${airports('rows(first: $n) { nodes { key } }')} }`],
  [
    'defaults of variables',
    `query ($n: Int = 2, $c: [String!] = ["city"]) { ${airports('rows(first: $n) { nodes { values(columns: $c) } }')} }`,
  ],
  [
    'null for a variable with a default',
    `query ($n: Int = 2) { ${airports('rows(first: $n) { nodes { key } }')} }`,
    { n: null },
  ],
  [
    'inputs whose members have defaults',
    `query ($where: [ColumnFilter!]) { ${airports('rows(where: $where, first: 1) { nodes { key } }')} }`,
    { where: [{ column: 'iata', eq: 'SFO' }] },
  ],
];

async function answers(
  gateway: RunningGateway,
  query: string,
  variables: Record<string, unknown>,
): Promise<GraphQLAnswer[]> {
  const found: GraphQLAnswer[] = [];
  for (let time = 0; time < 22; time += 1) found.push(await gateway.query(query, variables));
  return JSON.parse(JSON.stringify(found, normalized));
}

/** Errors of fields that are answered side by side come in any order. */
function normalized(name: string, value: unknown): unknown {
  if (name === 'requestId') return 'an id';
  return name === 'errors' && Array.isArray(value) ? value.toSorted(byPath) : value;
}

function byPath(left: unknown, right: unknown): number {
  return JSON.stringify(left).localeCompare(JSON.stringify(right));
}

async function expectSame(query: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer[]> {
  const expected = await answers(plain, query, variables);
  expect(await answers(compiled, query, variables)).toEqual(expected);
  return expected;
}

test.each(QUERIES)('%s', async (_, query, variables) => {
  const { data } = await plain.query(`{ ${airports('id')} }`);
  const ids = variables && Object.hasOwn(variables, 'id') ? { id: data.keyspace.table.id } : {};
  await expectSame(query, { ...variables, ...ids });
});

describe.each([true, false])('@skip and @include with %s', (is) => {
  test.each([
    [
      'on fields',
      `query ($is: Boolean!) { ${airports('a: name @skip(if: $is) b: name @include(if: $is) c: name @skip(if: $is) @include(if: true)')} }`,
    ],
    [
      'on inline fragments',
      `query ($is: Boolean!) { ${airports(`... @include(if: $is) { ${row('SFO', 'key')} } ... on Table @skip(if: $is) { name }`)} }`,
    ],
    [
      'on spreads, of a fragment that stands elsewhere too',
      `query ($is: Boolean!) { ${airports(`...F @skip(if: $is) ${row('SFO', 'table { ...F }')}`)} } fragment F on Table { name ${row('LAX', 'key')} }`,
    ],
    [
      'around others',
      `query ($is: Boolean!) { ${airports(`... @include(if: $is) { x: name ... @skip(if: $is) { y: name } } name`)} }`,
    ],
  ])('%s', async (_, query) => {
    await expectSame(query, { is });
  });
});

test('upstream failures have their codes, paths and calls', async () => {
  for (const { emulator } of [plain, compiled])
    emulator.faults.add({ match: { target: /flights/ }, fault: { kind: 'answer', status: 503 } });
  const query = `{ ${airports(`rows(first: 2) { nodes { key relatedRows(table: "flights", key: [{ column: "origin", from: "iata" }]) { nodes { key } } } }`)} }`;
  const [first] = await expectSame(query);
  expect(first?.errors).toHaveLength(2);
  expect(first?.errors?.[0]?.extensions.upstream).toMatchObject({ status: 503 });
});

test('what an operation reads is the same, at the same cost', async () => {
  const query = `{ ${airports('rows(first: 20) { nodes { value(column: "city") relatedRow(table: "airports", key: [{ column: "iata", from: "iata" }]) { value(column: "name") } } }')} }`;
  await expectSame(query);
  const targets = [plain, compiled].map((gateway) =>
    gateway
      .upstreamRequests()
      .slice(-6)
      .map(({ target }) => new URL(target, 'http://upstream').search),
  );
  expect(targets[1]).toEqual(targets[0]);
});

test('an input that may hold itself', async () => {
  const query = `query ($where: DocumentFilter) { namespace(name: "geology") { collection(name: "earthquakes") {
    documents(first: 2, where: $where) { nodes { documentId } } } } }`;
  await expectSame(query, { where: { and: [{ path: 'properties.mag', gt: 5 }] } });
});

test('variables that are others each time', async () => {
  const query = `query ($first: Int, $after: String) { ${airports('rows(first: $first, after: $after) { nodes { key } pageInfo { endCursor } }')} }`;
  const walk = async (gateway: RunningGateway) => {
    const pages: unknown[] = [];
    for (let after = null, first = 1; first < 30; first += 1) {
      const { data } = await gateway.query(query, { first, after });
      pages.push(data.keyspace.table.rows.nodes);
      after = data.keyspace.table.rows.pageInfo.endCursor;
    }
    return pages;
  };
  expect(await walk(compiled)).toEqual(await walk(plain));
});

test('mutations, and operations chosen by their name', async () => {
  const query =
    'query A { keyspace(name: "travel") { name } } query B { keyspace(name: "travel") { table(name: "nope") { name } } }';
  const ask = async ({ url, emulator }: RunningGateway, operationName: string) => {
    const headers = { 'content-type': 'application/json', 'x-cassandra-token': emulator.applicationToken };
    const body = JSON.stringify({ query, operationName });
    return (await fetch(url, { method: 'POST', headers, body })).json();
  };
  for (const name of 'AB'.repeat(22)) expect(await ask(compiled, name)).toEqual(await ask(plain, name));
  await expectSame('mutation { createKeyspace(input: { name: "again", ifNotExists: true }) { keyspace { name } } }');
});
