/** Values that upstream nests deeper than any server stores them: an error on their field, and the rest of the answer stands. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../support/gateway.ts';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway();
  const { errors } = await gateway.query(`mutation {
    createKeyspace(input: { name: "shop" }) { created }
    createTable(input: { keyspace: "shop", name: "items", primaryKey: { partitionKey: ["id"] }, columns: [{ name: "id", type: "int" }, { name: "v", type: "text" }] }) { created }
    createRow(input: { keyspace: "shop", table: "items", values: { id: 1, v: "a" } }) { created }
    createCollection(input: { namespace: "shop", name: "notes" }) { created }
    createDocument(input: { namespace: "shop", collection: "notes", documentId: "one", data: { a: 1 } }) { created }
    createDocument2: createDocument(input: { namespace: "shop", collection: "notes", documentId: "two", data: { a: 1 } }) { created } }`);
  expect(errors).toBeUndefined();
});

afterAll(() => gateway.close());
afterEach(() => gateway.emulator.faults.clear());

const lists = (depth: number, inner = '') => `${'['.repeat(depth)}${inner}${']'.repeat(depth)}`;
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const READ = `{ namespace(name: "shop") { collection(name: "notes") {
  one: document(documentId: "one") { data } two: document(documentId: "two") { data } documents { nodes { data } } } } }`;

test.each([
  ['lists', lists(100_000)],
  ['objects', objects(100_000)],
  // This one is read with care, number by number.
  ['lists around a long number', lists(100_000, '12345678901234567890')],
  ['just too many lists', lists(501)],
])('a document of %s is an error on its field alone', async (_, data) => {
  const body = `{"documentId":"one","data":${data}}`;
  gateway.emulator.faults.add({ match: { target: /\/notes\/one/ }, fault: { kind: 'answer', status: 200, body } });
  const { data: answer, errors } = await gateway.query(READ);
  expect(errors).toMatchObject([{ path: ['namespace', 'collection', 'one'], extensions: { code: 'UPSTREAM_ERROR' } }]);
  expect(answer.namespace.collection).toMatchObject({ two: { data: { a: 1 } }, documents: { nodes: [{}, {}] } });
});

test.each([lists(100_000), lists(100_000, '12345678901234567890'), objects(501)])(
  'a page with such a document is an error on its field alone (%#)',
  async (data) => {
    const body = `{"data":{"7":${data}}}`;
    gateway.emulator.faults.add({ match: { target: /\/notes\?/ }, fault: { kind: 'answer', status: 200, body } });
    const { data: answer, errors } = await gateway.query(READ);
    expect(errors).toMatchObject([
      { path: ['namespace', 'collection', 'documents'], extensions: { code: 'UPSTREAM_ERROR' } },
    ]);
    expect(answer.namespace.collection).toMatchObject({ one: { data: { a: 1 } }, documents: null });
  },
);

test('what is nested as deep as may be is answered', async () => {
  const body = `{"documentId":"one","data":${objects(499)}}`;
  gateway.emulator.faults.add({ match: { target: /\/notes\/one/ }, fault: { kind: 'answer', status: 200, body } });
  const { data, errors } = await gateway.query(READ);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data.namespace.collection.one.data)).toBe(objects(499));
});

test('a deep cell is an error on its value, and its row stands', async () => {
  const body = `{"count":1,"data":[{"id":1,"v":${lists(100_000)}}]}`;
  gateway.emulator.faults.add({ match: { target: /\/items\?/ }, fault: { kind: 'answer', status: 200, body } });
  const { data, errors } = await gateway.query(
    '{ keyspace(name: "shop") { table(name: "items") { row(key: { id: 1 }) { id: value(column: "id") v: value(column: "v") } } } }',
  );
  expect(data.keyspace.table.row).toEqual({ id: 1, v: null });
  expect(errors).toMatchObject([{ path: ['keyspace', 'table', 'row', 'v'], extensions: { code: 'UPSTREAM_ERROR' } }]);
});

const OVERLOADED = { description: 'overloaded', code: 503 };
const ROW = '{ keyspace(name: "shop") { table(name: "items") { row(key: { id: 1 }) { value(column: "v") } } } }';

test('the error of an overloaded server inside a success is one that a read is tried again for', async () => {
  const fault = { kind: 'answer', status: 200, body: OVERLOADED } as const;
  gateway.emulator.faults.add({ match: { target: /\/items\?/ }, times: 1, fault });
  const { data, errors } = await gateway.query(ROW);
  expect([data.keyspace.table.row, errors]).toEqual([{ value: 'a' }, undefined]);
});

test.each([
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [429, 'RATE_LIMITED'],
  [503, 'UPSTREAM_ERROR'],
  [400, 'UPSTREAM_ERROR'],
  [404, 'UPSTREAM_ERROR'],
  [409, 'UPSTREAM_ERROR'],
  [200, 'UPSTREAM_ERROR'],
])('the error %i inside a success is %s', async (code, expected) => {
  const fault = { kind: 'answer', status: 200, body: { description: 'no', code } } as const;
  gateway.emulator.faults.add({ match: { target: /\/items\?/ }, fault });
  const { data, errors } = await gateway.query(ROW);
  expect([data.keyspace.table.row, errors?.[0]?.extensions.code]).toEqual([null, expected]);
});
