/** Bad input of every kind gets an error on its own field, with a documented code, naming the value and the cure. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ emulator: { sample: true } });
  const answer = await gateway.query(`mutation {
    createTable(input: { keyspace: "travel", name: "typed", primaryKey: { partitionKey: ["id"], clusteringKey: [{ name: "at" }] }, columns: [
      { name: "id", type: "int" }, { name: "at", type: "int" }, { name: "small", type: "tinyint" }, { name: "tags", type: "set<text>" }] }) { created }
    createCollection(input: { namespace: "travel", name: "notes" }) { created }
    createDocument(input: { namespace: "travel", collection: "notes", documentId: "one", data: { a: 5, list: [1] } }) { created } }`);
  expect(answer.errors).toBeUndefined();
}, 60_000);

afterAll(() => gateway.close());

interface Case {
  readonly what: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
  readonly code?: string;
  readonly says: readonly string[];
}

const airports = (fields: string) => `{ keyspace(name: "travel") { table(name: "airports") { ${fields} } } }`;
const typed = (fields: string) => `{ keyspace(name: "travel") { table(name: "typed") { ${fields} } } }`;
const notes = (fields: string) => `{ namespace(name: "travel") { collection(name: "notes") { ${fields} } } }`;

const cases: readonly Case[] = [
  {
    what: 'an unknown column',
    query: airports('row(key: { iata: "SFO" }) { value(column: "runway") }'),
    says: ['"runway"', 'iata'],
  },
  { what: 'a key with a missing column', query: typed('row(key: { id: 1 }) { id }'), says: ['"at"', '"id"'] },
  {
    what: 'a key with an extra column',
    query: airports('row(key: { iata: "SFO", city: "x" }) { id }'),
    says: ['"city"', '"iata"'],
  },
  { what: 'an empty key object', query: airports('rows(key: {}) { nodes { id } }'), says: ['"iata"'] },
  {
    what: 'a value that does not fit its type',
    query: typed('row(key: { id: "abc", at: 1 }) { id }'),
    says: ['"id"', 'int', '"abc"'],
  },
  {
    what: 'an integer out of range',
    query: typed('row(key: { id: 2147483648, at: 1 }) { id }'),
    says: ['"id"', '2147483648', '2147483647'],
  },
  {
    what: 'a filter on a column without an index',
    query: airports('rows(where: [{ column: "city", eq: "x" }]) { nodes { id } }'),
    says: ['"city"', 'createIndex'],
  },
  {
    what: 'a filter without an operator',
    query: airports('rows(where: [{ column: "state" }]) { nodes { id } }'),
    says: ['"state"', 'eq'],
  },
  {
    what: 'a filter with null',
    query: airports('rows(where: [{ column: "state", eq: null }]) { nodes { id } }'),
    says: ['"state"', 'null'],
  },
  { what: 'first below 1', query: airports('rows(first: 0) { nodes { id } }'), says: ['"first"', '0', '1000'] },
  { what: 'first over the maximum', query: airports('rows(first: 1001) { nodes { id } }'), says: ['1001', '1000'] },
  {
    what: 'a forged cursor',
    query: airports('rows(after: "nonsense") { nodes { id } }'),
    code: 'INVALID_CURSOR',
    says: ['"nonsense"', 'endCursor'],
  },
  {
    what: 'a sort by a column that is no clustering column',
    query: typed('rows(key: { id: 1 }, sort: [{ column: "small" }]) { nodes { id } }'),
    says: ['"small"', 'at'],
  },
  { what: 'a forged id', query: '{ node(id: "bm9uc2Vuc2U") { id } }', says: ['"bm9uc2Vuc2U"'] },
  {
    what: 'a path with an unclosed bracket',
    query: notes('document(documentId: "one") { value(path: "a.[2") }'),
    says: ['a.[2', '"[2]"'],
  },
  {
    what: 'a path with wildcards where one place is meant',
    query: notes('document(documentId: "one") { value(path: "a.*") }'),
    says: ['"a.*"'],
  },
  {
    what: 'a document filter without an operator',
    query: notes('documents(where: { path: "a" }) { nodes { id } }'),
    says: ['"a"', 'eq'],
  },
  { what: 'a document filter that is empty', query: notes('documents(where: {}) { nodes { id } }'), says: ['{}'] },
  { what: 'a document that is no object', query: create('data: 5'), says: ['object'] },
  {
    what: 'a document with a member that cannot be stored',
    query: create('data: $data'),
    variables: { data: { "it's": 1 } },
    says: ["it's"],
  },
  { what: 'a batch with one id twice', query: batch('[{ key: "x" }, { key: "x" }]'), says: ['"x"'] },
  { what: 'a batch with a document without an id', query: batch('[{ key: "x" }, { other: 1 }]'), says: ['key'] },
  {
    what: 'a write through a value of another type',
    query:
      'mutation { replaceDocument(input: { namespace: "travel", collection: "notes", documentId: "one", path: "a.b", data: 1 }) { document { id } } }',
    says: ['5', '"b"'],
  },
  {
    what: 'deleteRow with a part of a key',
    query: 'mutation { deleteRow(input: { keyspace: "travel", table: "typed", key: { id: 1 } }) { deletedId } }',
    says: ['"at"', 'deleteRowRange'],
  },
  {
    what: 'a null inside a list',
    query:
      'mutation { createRow(input: { keyspace: "travel", table: "typed", values: { id: 1, at: 1, tags: ["a", null] } }) { created } }',
    says: ['"tags"', 'null'],
  },
  {
    what: 'a tinyint out of range',
    query:
      'mutation { createRow(input: { keyspace: "travel", table: "typed", values: { id: 1, at: 1, small: 128 } }) { created } }',
    says: ['"small"', '128', '127'],
  },
  {
    what: 'a related row whose source column does not exist',
    query: airports(
      'row(key: { iata: "SFO" }) { relatedRow(table: "airports", key: [{ column: "iata", from: "nope" }]) { id } }',
    ),
    says: ['"nope"'],
  },
  {
    what: 'a related row whose columns do not make a key',
    query: airports(
      'row(key: { iata: "SFO" }) { relatedRow(table: "flights", key: [{ column: "origin", from: "iata" }]) { id } }',
    ),
    says: ['day', 'destination'],
  },
  {
    what: 'a related table that does not exist',
    query: airports(
      'row(key: { iata: "SFO" }) { relatedRow(table: "nope", key: [{ column: "iata", from: "iata" }]) { id } }',
    ),
    says: ['"nope"', 'airports'],
  },
  {
    what: 'a part of a related key with both from and value',
    query: airports(
      'row(key: { iata: "SFO" }) { relatedRow(table: "airports", key: [{ column: "iata", from: "iata", value: "x" }]) { id } }',
    ),
    says: ['"from"', '"value"'],
  },
  {
    what: 'a table that is made twice',
    query:
      'mutation { createTable(input: { keyspace: "travel", name: "typed", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }] }) { created } }',
    code: 'CONFLICT',
    says: ['"typed"', 'ifNotExists'],
  },
  {
    what: 'a table that is deleted and was not there',
    query: 'mutation { deleteTable(input: { keyspace: "travel", table: "nope" }) { deletedId } }',
    code: 'NOT_FOUND',
    says: ['"nope"'],
  },
  {
    what: 'a table name that is too long',
    query: `mutation { createTable(input: { keyspace: "travel", name: "${'x'.repeat(60)}", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }] }) { created } }`,
    says: ['60', '48'],
  },
  {
    what: 'a document for a collection that does not exist',
    query: create('data: { a: 1 }', 'nope'),
    code: 'NOT_FOUND',
    says: ['"nope"', 'createCollection'],
  },
  {
    what: 'a database id that is no UUID',
    query: '{ database(databaseId: "evil.example.com") { name } }',
    says: ['evil.example.com', 'UUID'],
  },
  { what: 'no token', query: airports('name'), headers: {}, code: 'UNAUTHENTICATED', says: ['Authorization'] },
  {
    what: 'a wrong token',
    query: airports('name'),
    headers: { 'x-cassandra-token': 'nonsense' },
    code: 'UNAUTHENTICATED',
    says: ['token'],
  },
  {
    what: 'a number in a variable that JSON has rounded',
    query: create('data: $data'),
    variables: { data: { n: 2 ** 53 + 2 } },
    says: ['9007199254740994', 'string'],
  },
];

describe('bad input', () => {
  for (const { what, query, variables, headers, code = 'BAD_USER_INPUT', says } of cases) {
    test(`${what}`, async () => {
      const { errors } = await gateway.query(query, variables, headers);
      expect(errors, JSON.stringify(errors)).toHaveLength(1);
      expect(errors?.[0]?.extensions.code, errors?.[0]?.message).toBe(code);
      for (const text of says) expect(errors?.[0]?.message).toContain(text);
      if (!variables) expect(errors?.[0]?.path).toBeDefined();
    });
  }
});

test('an unknown keyspace, table, row, namespace, collection and document are null without an error', async () => {
  const answer = await gateway.query(`{
    a: keyspace(name: "nope") { name } b: keyspace(name: "travel") { table(name: "nope") { name } }
    c: keyspace(name: "travel") { table(name: "airports") { row(key: { iata: "???" }) { id } } }
    d: namespace(name: "nope") { name } e: namespace(name: "travel") { collection(name: "nope") { name } }
    f: namespace(name: "travel") { collection(name: "notes") { document(documentId: "nope") { id } } }
    g: database(databaseId: "99999999-0000-4000-8000-000000000000") { name } }`);
  expect(answer).toEqual({
    data: {
      a: null,
      b: { table: null },
      c: { table: { row: null } },
      d: null,
      e: { collection: null },
      f: { collection: { document: null } },
      g: null,
    },
  });
});

test('a cursor of another list is refused', async () => {
  const { data } = await gateway.query(airports('rows(first: 2) { pageInfo { endCursor } }'));
  const { endCursor } = data.keyspace.table.rows.pageInfo;
  const { errors } = await gateway.query(typed(`rows(after: "${endCursor}") { nodes { id } }`));
  expect(errors?.[0]?.extensions.code).toBe('INVALID_CURSOR');
});

test('what can be read stands beside what cannot', async () => {
  const { data, errors } = await gateway.query(
    airports('name row(key: { nope: 1 }) { id } rows(first: 1) { nodes { key } }'),
  );
  expect(data.keyspace.table).toMatchObject({ name: 'airports', row: null, rows: { nodes: [{}] } });
  expect(errors?.map(({ path }) => path)).toEqual([['keyspace', 'table', 'row']]);
});

function create(data: string, collection = 'notes'): string {
  const variables = data.includes('$data') ? '($data: JSON!)' : '';
  return `mutation ${variables} { createDocument(input: { namespace: "travel", collection: "${collection}", ${data} }) { created } }`;
}

function batch(documents: string): string {
  return `mutation { createDocuments(input: { namespace: "travel", collection: "notes", idPath: "key", documents: ${documents} }) { results { documentId error { message } } } }`;
}
