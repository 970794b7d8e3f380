/** Variables arrive as they were sent: numbers with all their digits or refused, and names that every object has. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GraphQLAnswer, type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ coalesce: true });
  const columns = ['decimal', 'varint', 'bigint', 'int', 'double', 'float', 'text', 'timestamp'];
  const { errors } = await gateway.query(
    `mutation ($columns: [ColumnInput!]!) {
      createKeyspace(input: { name: "exact" }) { created }
      createTable(input: { keyspace: "exact", name: "numbers", primaryKey: { partitionKey: ["id"] }, columns: $columns }) { created }
      keyed: createTable(input: { keyspace: "exact", name: "keyed", primaryKey: { partitionKey: ["k"] }, columns: [{ name: "k", type: "decimal" }] }) { created }
      createCollection(input: { namespace: "exact", name: "notes" }) { created } }`,
    { columns: [{ name: 'id', type: 'int' }, ...columns.map((type) => ({ name: `a_${type}`, type }))] },
  );
  expect(errors).toBeUndefined();
}, 60_000);
afterAll(() => gateway.close());

/** @param variables - JSON text, which no client may spell anew */
async function post(query: string, variables: string, more = ''): Promise<GraphQLAnswer> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${gateway.emulator.applicationToken}` };
  const body = `{"query":${JSON.stringify(query)},"variables":${variables}${more}}`;
  return (await (await fetch(gateway.url, { method: 'POST', headers, body })).json()) as GraphQLAnswer;
}

async function get(query: string, variables: string): Promise<GraphQLAnswer> {
  const url = `${gateway.url}?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(variables)}`;
  const headers = { authorization: `Bearer ${gateway.emulator.applicationToken}` };
  return (await (await fetch(url, { headers })).json()) as GraphQLAnswer;
}

const REPLACE = `mutation ($values: RowValues!, $id: CqlValue) {
  updateRow(input: { keyspace: "exact", table: "numbers", key: { id: $id }, values: $values }) { row { values } } }`;
let nextId = 0;

async function store(column: string, number: string): Promise<{ stored: unknown; message: string | undefined }> {
  nextId += 1;
  const { data, errors } = await post(REPLACE, `{"id":${nextId},"values":{"a_${column}":${number}}}`);
  return { stored: data?.updateRow?.row?.values[`a_${column}`], message: errors?.[0]?.message };
}

const THIRTY_DIGITS = '123456789012345678901234567890';
const LONG_FRACTION = '0.1000000000000000055511151231257827';

describe('numbers of columns', () => {
  test.each([
    ['decimal', LONG_FRACTION, LONG_FRACTION],
    ['decimal', '1.50', '1.50'],
    ['decimal', '1.0', '1.0'],
    ['decimal', '1e-400', '1E-400'],
    ['int', '541.0', 541],
    ['bigint', '9007199254740991', '9007199254740991'],
    ['double', '0.1', 0.1],
    ['double', '1.0', 1],
    ['double', '100000000000000000000', 100000000000000000000],
    ['double', '"Infinity"', 'Infinity'],
    ['float', '"NaN"', 'NaN'],
    ['varint', `"${THIRTY_DIGITS}"`, THIRTY_DIGITS],
  ])('%s: %s is stored as it is', async (column, number, expected) => {
    expect(await store(column, number)).toEqual({ stored: expected, message: undefined });
  });

  test.each([
    ['double', '1e400'],
    ['double', '-1e400'],
    ['float', '1e39'],
    ['varint', THIRTY_DIGITS],
    ['decimal', THIRTY_DIGITS],
    ['bigint', '9007199254740993'],
    ['int', '1e400'],
    ['text', '1.50'],
    ['text', THIRTY_DIGITS],
    ['timestamp', '1e400'],
  ])('%s: %s is refused, with its digits', async (column, number) => {
    const { stored, message } = await store(column, number);
    expect(stored).toBeUndefined();
    expect(message).toContain(number === '1e39' ? '1e' : number);
  });

  test('keys that differ in digits behind those of a double, or in a last zero, are two', async () => {
    const create = `mutation ($k: CqlValue) { createRow(input: { keyspace: "exact", table: "keyed", values: { k: $k } }) { created row { key } } }`;
    const spellings = [LONG_FRACTION, '0.1', '0.10'];
    for (const k of spellings) {
      expect((await post(create, `{"k":${k}}`)).data).toEqual({ createRow: { created: true, row: { key: { k } } } });
    }
    const read = `query ($key: RowKey!) { keyspace(name: "exact") { table(name: "keyed") { row(key: $key) { key } } } }`;
    // Together: coalescing must not take them for one.
    const answers = await Promise.all(
      spellings.flatMap((k) => [post(read, `{"key":{"k":${k}}}`), get(read, `{"key":{"k":${k}}}`)]),
    );
    expect(answers.map(({ data }) => data.keyspace.table.row.key.k)).toEqual(spellings.flatMap((k) => [k, k]));
  });

  test('a filter compares with all digits', async () => {
    const read = `query ($where: [ColumnFilter!]) { keyspace(name: "exact") { table(name: "keyed") { rows(where: $where) { nodes { key } } } } }`;
    const { data, errors } = await post(read, `{"where":[{"column":"k","in":[0.10,${LONG_FRACTION}]}]}`);
    if (errors) expect(errors[0]?.message).toContain('cannot be sent exactly');
    else expect(data.keyspace.table.rows.nodes).toHaveLength(2);
    const one = await post(read, `{"where":[{"column":"k","eq":0.10}]}`);
    expect(one.data.keyspace.table.rows.nodes).toEqual([{ key: { k: '0.10' } }]);
  });
});

describe('numbers in documents', () => {
  const write = `mutation ($id: ID, $data: JSON!) { createDocument(input: { namespace: "exact", collection: "notes", documentId: $id, data: $data }) { document { data } } }`;

  test.each(['1e400', THIRTY_DIGITS, LONG_FRACTION, '9007199254740993', '1e-400'])('%s is refused', async (number) => {
    for (const data of [`{"n":${number}}`, `{"a":[{"n":${number}}]}`]) {
      const { errors } = await post(write, `{"id":"refused","data":${data}}`);
      expect(errors?.[0]?.message).toContain(`The number ${number} cannot be carried exactly`);
    }
  });

  test('what a double holds is stored', async () => {
    const { data } = await post(write, '{"id":"doubles","data":{"n":[0.1,1.0,1.50,1e2,-1.5e-7,"NaN","1e400"]}}');
    expect(data.createDocument.document.data).toEqual({ n: [0.1, 1, 1.5, 100, -1.5e-7, 'NaN', '1e400'] });
  });

  test('a filter is refused alike', async () => {
    const find = `query ($where: DocumentFilter) { namespace(name: "exact") { collection(name: "notes") { documents(where: $where) { nodes { documentId } } } } }`;
    for (const operator of ['"eq":1e400', `"in":[1,${THIRTY_DIGITS}]`, `"gt":${LONG_FRACTION}`]) {
      const { errors } = await post(find, `{"where":{"path":"n","and":[{"path":"m",${operator}}]}}`);
      expect(errors?.[0]?.message).toContain('cannot be carried exactly');
    }
    expect((await post(find, '{"where":{"path":"n.[0]","eq":0.10}}')).errors).toBeUndefined();
  });
});

describe('numbers of GraphQL itself', () => {
  const first = `query ($first: Int) { keyspace(name: "exact") { table(name: "keyed") { rows(first: $first) { nodes { key } } } } }`;

  test.each(['1', '1.0', '1e0', '10e-1'])('first: %s', async (number) => {
    for (const send of [post, get]) {
      expect((await send(first, `{"first":${number}}`)).data.keyspace.table.rows.nodes).toHaveLength(1);
    }
  });

  test.each(['1e400', THIRTY_DIGITS, '1.00000000000000000001', '1.5'])('first: %s is refused', async (number) => {
    for (const send of [post, get]) {
      expect((await send(first, `{"first":${number}}`)).errors?.[0]?.message).toContain(number);
    }
  });

  test.each(['1e400', '60.5', THIRTY_DIGITS])('a time to live of %s is refused', async (number) => {
    const input = `{"input":{"namespace":"exact","collection":"notes","data":{},"ttlSeconds":${number}}}`;
    const { errors } = await post(
      `mutation ($input: CreateDocumentInput!) { createDocument(input: $input) { created } }`,
      input,
    );
    expect(errors?.[0]?.message).toContain(number);
  });

  test('a long number is no id and no text', async () => {
    const node = await post('query ($id: ID!) { node(id: $id) { id } }', `{"id":${THIRTY_DIGITS}}`);
    expect(node.errors?.[0]?.message).toContain(THIRTY_DIGITS);
    const named = await post('query ($name: String!) { keyspace(name: $name) { name } }', `{"name":${THIRTY_DIGITS}}`);
    expect(named.errors?.[0]?.message).toContain(THIRTY_DIGITS);
  });

  test('members beside the variables may hold any number', async () => {
    const { data } = await post('{ __typename }', '{}', ',"extensions":{"n":1e400},"other":[1.50,[[1e400]]]');
    expect(data).toEqual({ __typename: 'Query' });
  });

  test('what is nested too deeply is refused, whatever numbers it holds', async () => {
    const deep = `${'['.repeat(100_000)}1.50${']'.repeat(100_000)}`;
    const { errors } = await post('{ __typename }', '{}', `,"other":${deep}`);
    expect(errors?.[0]?.message ?? '').not.toContain('valid JSON');
    expect((await post('{ __typename }', `{"a":${deep}}`)).errors?.[0]?.message).toMatch(/levels|nested/);
  });
});

const ODD_NAMES = Object.getOwnPropertyNames(Object.prototype);

describe('names that every object has', () => {
  const write = (name: string, type: string) =>
    `mutation ($${name}: ${type}) { createDocument(input: { namespace: "exact", collection: "notes", data: { ${name}: $${name}, list: [$${name}] } }) { document { data } } }`;
  const members = (name: string, value: unknown) => Object.fromEntries([[name, value]]);

  test.each(ODD_NAMES)('$%s is a variable like any other', async (name) => {
    for (const value of ['text', 5, { a: 1 }, null]) {
      const { data, errors } = await gateway.query(write(name, 'JSON'), members(name, value));
      expect(errors).toBeUndefined();
      expect(data.createDocument.document.data).toEqual(
        Object.fromEntries([
          [name, value],
          ['list', [value]],
        ]),
      );
    }
    const defaulted = await gateway.query(write(name, 'String = "d"'));
    expect(defaulted.data.createDocument.document.data).toEqual(
      Object.fromEntries([
        [name, 'd'],
        ['list', ['d']],
      ]),
    );
  });

  test.each(ODD_NAMES)('$%s without a value is missing', async (name) => {
    const missing = await gateway.query(write(name, 'JSON'));
    expect(missing.errors?.[0]?.message).toContain(`$${name}`);
    const required = await gateway.query(write(name, 'JSON!'));
    expect(required.errors?.[0]?.message).toContain(`$${name}`);
    const optional = `query ($${name}: String, $${name}2: Int) { keyspace(name: "exact") { table(name: "keyed") { rows(where: [], after: $${name}, first: $${name}2) { nodes { key } } } } }`;
    expect((await gateway.query(optional)).errors).toBeUndefined();
    const nested = `mutation ($${name}: ID) { createDocument(input: { namespace: "exact", collection: "notes", data: { a: 1 }, documentId: $${name} }) { created } }`;
    expect(await gateway.query(nested)).toEqual({ data: { createDocument: { created: true } } });
  });

  test('one variable is not read through another', async () => {
    const query = `mutation ($__proto__: JSON, $a: ID) { createDocument(input: { namespace: "exact", collection: "notes", documentId: $a, data: { p: $__proto__ } }) { document { documentId data } } }`;
    const { data } = await gateway.query(query, members('__proto__', { a: 'inherited' }));
    expect(data.createDocument.document.data).toEqual({ p: { a: 'inherited' } });
    expect(data.createDocument.document.documentId).not.toBe('inherited');
  });

  test.each(ODD_NAMES)('%s is an alias like any other', async (name) => {
    const answer = await gateway.query(`{ ${name}: keyspace(name: "exact") { ${name}: name } }`);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data)).toBe(`{"${name}":{"${name}":"exact"}}`);
  });

  test.each(ODD_NAMES)('an operation and a fragment may be called %s', async (name) => {
    const query = `query ${name} { keyspace(name: "exact") { ...${name} } } fragment ${name} on Keyspace { name }`;
    const answer = await gateway.query(query);
    expect(answer.data).toEqual({ keyspace: { name: 'exact' } });
  });
});
