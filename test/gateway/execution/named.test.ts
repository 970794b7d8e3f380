/** Named operations, asked repeatedly, with coalescing and without it: always the answer of plain graphql. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';
import { askGateway, CALM, createReference, inOneOrder, type Operation, type Reference } from './reference.ts';

/** One after the other, and as many again at once. */
const TIMES = 2;

let gateways: readonly RunningGateway[];
let reference: Reference;

beforeAll(async () => {
  const options = { emulator: { sample: true }, upstream: CALM };
  gateways = await Promise.all([startGateway(options), startGateway({ ...options, coalesce: true })]);
  reference = createReference(plain());
}, 120_000);
beforeEach(() => {
  for (const { emulator } of gateways) emulator.faults.clear();
});
afterAll(async () => {
  await reference.close();
  await Promise.all(gateways.map((gateway) => gateway.close()));
});

/** The one whose upstream plain graphql asks too. */
function plain(): RunningGateway {
  const [gateway] = gateways;
  if (!gateway) throw new Error('No gateway was started.');
  return gateway;
}

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
  [
    'an input that may hold itself',
    `query ($where: DocumentFilter) { namespace(name: "geology") { collection(name: "earthquakes") {
      documents(first: 2, where: $where) { nodes { documentId } } } } }`,
    { where: { and: [{ path: 'properties.mag', gt: 5 }] } },
  ],
];

async function expectSame(query: string, variables: Record<string, unknown> = {}, operationName?: string) {
  const operation: Operation = { query, variables, ...(operationName !== undefined && { operationName }) };
  const expected = inOneOrder(await reference.answer(operation));
  for (const gateway of gateways) {
    for (let time = 0; time < TIMES; time += 1)
      expect(inOneOrder(await askGateway(gateway, operation))).toEqual(expected);
    const atOnce = await Promise.all(Array.from({ length: TIMES }, () => askGateway(gateway, operation)));
    for (const answer of atOnce) expect(inOneOrder(answer)).toEqual(expected);
  }
  const { data } = JSON.parse(expected.rest);
  return { status: expected.status, data, errors: expected.errors.map((text: string) => JSON.parse(text)) };
}

test.each(QUERIES)('%s', async (_, query, variables) => {
  const { data } = await plain().query(`{ ${airports('id')} }`);
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

describe('variables and fragments that executors read in other ways', () => {
  test('a fragment is there although its first spread is skipped', async () => {
    const query =
      'query ($b: Boolean!) { keyspace(name: "travel") { ...F @skip(if: $b) ...F name } } fragment F on Keyspace { databaseId }';
    for (const b of [true, false]) {
      const { data } = await expectSame(query, { b });
      expect(data.keyspace).toEqual({ databaseId: expect.any(String), name: 'travel' });
    }
  });

  test('a condition whose variable is absent is left out', async () => {
    const query = `query ($from: CqlValue, $to: CqlValue) { keyspace(name: "travel") { table(name: "flights") {
      rows(key: { origin: "SFO" }, where: [{ column: "day", gte: $from, lt: $to }], first: 1) { nodes { key } } } } }`;
    const { data, errors } = await expectSame(query, { from: '2000-01-01' });
    expect(errors).toEqual([]);
    expect(data.keyspace.table.rows.nodes).toHaveLength(1);
    const { errors: refused } = await expectSame(query, { from: '2000-01-01', to: null });
    expect(refused[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test('a filter whose only condition is absent is refused', async () => {
    const query = `query ($v: JSON) { namespace(name: "geology") { collection(name: "earthquakes") {
      documents(where: { path: "felt", eq: $v }, first: 1) { nodes { documentId } } } } }`;
    const { errors } = await expectSame(query);
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect((await expectSame(query, { v: null })).errors).toEqual([]);
  });

  test('a variable that is required and missing is status 400', async () => {
    const query = `query ($n: Int!) { ${airports('rows(first: $n) { nodes { key } }')} }`;
    for (const variables of [{}, { n: null }, { n: 'many' }]) {
      const { status, errors, data } = await expectSame(query, variables);
      expect([status, errors[0].extensions.code, data]).toEqual([400, 'BAD_USER_INPUT', undefined]);
    }
  });

  test('null where null may not stand is the fault of the client', async () => {
    const query = 'query ($s: Boolean = true) { database { keyspaces(includeSystem: $s) { name } } }';
    const { status, errors, data } = await expectSame(query, { s: null });
    expect([status, data]).toEqual([200, { database: { keyspaces: null } }]);
    expect(errors[0].message).toBe('Argument "includeSystem" of non-null type "Boolean!" must not be null.');
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });
});

test('upstream failures have their codes, paths and calls', async () => {
  for (const { emulator } of gateways)
    emulator.faults.add({ match: { target: /flights/ }, fault: { kind: 'answer', status: 503 } });
  const query = `{ ${airports(`rows(first: 2) { nodes { key relatedRows(table: "flights", key: [{ column: "origin", from: "iata" }]) { nodes { key } } } }`)} }`;
  const { errors } = await expectSame(query);
  expect(errors).toHaveLength(2);
  expect(errors[0].extensions.upstream).toMatchObject({ status: 503 });
});

test('what an operation reads is the same, at the same cost', async () => {
  const query = `{ ${airports('rows(first: 20) { nodes { value(column: "city") relatedRow(table: "airports", key: [{ column: "iata", from: "iata" }]) { value(column: "name") } } }')} }`;
  const targetsOf = async (ask: () => Promise<unknown>) => {
    plain().clearUpstreamRequests();
    await ask();
    return plain()
      .upstreamRequests()
      .map(({ target }) => target);
  };
  await askGateway(plain(), { query });
  await reference.answer({ query });
  const expected = await targetsOf(() => reference.answer({ query }));
  expect(expected.length).toBeGreaterThan(1);
  for (let time = 0; time < TIMES; time += 1)
    expect(await targetsOf(() => askGateway(plain(), { query }))).toEqual(expected);
});

test('variables that are others each time', async () => {
  const query = `query ($first: Int, $after: String) { ${airports('rows(first: $first, after: $after) { nodes { key } pageInfo { endCursor } }')} }`;
  for (let after = null, first = 1; first < 30; first += 1) {
    const operation = { query, variables: { first, after } };
    const expected = await reference.answer(operation);
    for (const gateway of gateways) expect(await askGateway(gateway, operation)).toEqual(expected);
    after = JSON.parse(expected.text).data.keyspace.table.rows.pageInfo.endCursor;
  }
});

test('operations chosen by their name', async () => {
  const query = `query A { keyspace(name: "travel") { name } } query B { ${airports('name')} }`;
  const answers = [];
  for (const name of ['A', 'B', 'A']) answers.push((await expectSame(query, {}, name)).data.keyspace);
  expect(answers).toEqual([{ name: 'travel' }, { table: { name: 'airports' } }, { name: 'travel' }]);
});

test('mutations run one after the other, in their order', async () => {
  const [create, update, remove] = [
    'createRow(input: { keyspace: "travel", table: "airports", values: { iata: "ZZZ", city: "one" } }) { created row { value(column: "city") } }',
    'updateRow(input: { keyspace: "travel", table: "airports", key: { iata: "ZZZ" }, values: { city: "two" } }) { row { value(column: "city") } }',
    'deleteRow(input: { keyspace: "travel", table: "airports", key: { iata: "ZZZ" } }) { deletedId }',
  ];
  const operation = { query: `mutation { c: ${create} b: ${update} again: ${create} a: ${remove} }` };
  const expected = inOneOrder(await reference.answer(operation));
  expect(Object.entries(JSON.parse(expected.rest).data)).toMatchObject([
    ['c', { created: true, row: { value: 'one' } }],
    ['b', { row: { value: 'two' } }],
    ['again', null],
    ['a', { deletedId: expect.any(String) }],
  ]);
  for (const gateway of gateways)
    for (let time = 0; time < 3; time += 1) expect(inOneOrder(await askGateway(gateway, operation))).toEqual(expected);
});
