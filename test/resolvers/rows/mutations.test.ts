/** Single rows: created, replaced, changed and deleted, whatever upstream does by itself. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Graph, openGraph } from '../support/graph.ts';

let graph: Graph;
const AT = { keyspace: 'shop', table: 'orders' };
const key = { customer: 'ada', number: 1 };

beforeAll(async () => {
  graph = await openGraph();
  await graph.data(`mutation {
    createKeyspace(input: {name: "shop"}) { created }
    orders: createTable(input: {
      keyspace: "shop", name: "orders",
      columns: [
        {name: "customer", type: "text"}, {name: "number", type: "int"}, {name: "address", type: "text", isStatic: true},
        {name: "item", type: "text"}, {name: "amount", type: "bigint"}
      ],
      primaryKey: {partitionKey: ["customer"], clusteringKey: [{name: "number"}]}
    }) { created }
    views: createTable(input: {
      keyspace: "shop", name: "views", columns: [{name: "page", type: "text"}, {name: "seen", type: "counter"}],
      primaryKey: {partitionKey: ["page"]}
    }) { created }
  }`);
}, 60_000);

afterAll(() => graph.close());

beforeEach(async () => {
  await graph.data('mutation ($input: DeleteRowRangeInput!) { deleteRowRange(input: $input) { deletedKeyPrefix } }', {
    input: { ...AT, keyPrefix: { customer: 'ada' }, ifExists: true },
  });
});

const CREATE = 'mutation ($input: CreateRowInput!) { createRow(input: $input) { created row { id key values } } }';
const REPLACE = 'mutation ($input: ReplaceRowInput!) { replaceRow(input: $input) { row { id values } } }';
const UPDATE = 'mutation ($input: UpdateRowInput!) { updateRow(input: $input) { row { id key values } } }';
const DELETE = 'mutation ($input: DeleteRowInput!) { deleteRow(input: $input) { deletedId } }';

const create = (values: object, more: object = {}) => graph.run(CREATE, { input: { ...AT, values, ...more } });

async function createdId(values: object): Promise<string> {
  const { data } = await create(values);
  return (data.createRow as { row: { id: string } }).row.id;
}

test('createRow writes a row once', async () => {
  const values = { ...key, item: 'tea', amount: '9007199254740993' };
  expect((await create(values)).data.createRow).toMatchObject({
    created: true,
    row: { key, values: { ...values, address: null } },
  });
  expect((await create({ ...key, item: 'milk' })).codes).toEqual(['CONFLICT']);
  expect((await create({ ...key, item: 'milk' }, { ifNotExists: true })).data.createRow).toMatchObject({
    created: false,
    row: { values: { item: 'tea' } },
  });
});

test('createRow reads only what is selected', async () => {
  const query = 'mutation ($input: CreateRowInput!) { createRow(input: $input) { row { id key tableName } } }';
  const { calls } = await graph.run(query, { input: { ...AT, values: { ...key, item: 'tea' } } });
  expect(calls.filter(({ target }) => target.startsWith('/v2/keyspaces'))).toMatchObject([
    { method: 'GET' },
    { method: 'POST' },
  ]);
});

test('createRow names what is wrong', async () => {
  expect((await create({ ...key, colour: 'red' })).errors).toMatchObject([
    { message: expect.stringContaining('colour'), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect((await create({ customer: 'ada' })).errors).toMatchObject([
    { message: expect.stringContaining('number'), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect((await graph.run(CREATE, { input: { ...AT, table: 'nosuch', values: key } })).codes).toEqual(['NOT_FOUND']);
  const counter = { keyspace: 'shop', table: 'views', values: { page: 'a', seen: '1' } };
  expect((await graph.run(CREATE, { input: counter })).codes).toEqual(['BAD_USER_INPUT']);
});

test('replaceRow clears what is not given, and takes the key columns back', async () => {
  const id = await createdId({ ...key, item: 'tea', amount: '1', address: 'Main Street' });
  expect((await graph.run(REPLACE, { input: { id, values: { ...key, item: 'milk' } } })).data.replaceRow).toEqual({
    row: { id, values: { ...key, address: 'Main Street', amount: null, item: 'milk' } },
  });
  const moved = await graph.run(REPLACE, { input: { id, values: { number: 2, item: 'milk' } } });
  expect(moved.codes).toEqual(['BAD_USER_INPUT']);
});

test('replaceRow creates a row, and leaves one without values', async () => {
  expect((await graph.run(REPLACE, { input: { ...AT, key, values: {} } })).data.replaceRow).toMatchObject({
    row: { values: { ...key, item: null } },
  });
});

test('updateRow changes only what is given', async () => {
  await create({ ...key, item: 'tea', amount: '1' });
  expect((await graph.run(UPDATE, { input: { ...AT, key, values: { amount: '2' } } })).data.updateRow).toMatchObject({
    row: { values: { item: 'tea', amount: '2' } },
  });
  expect((await graph.run(UPDATE, { input: { ...AT, key, values: {} } })).codes).toEqual(['BAD_USER_INPUT']);
});

test('updateRow sets static columns by a leading key, and by a whole one', async () => {
  await create({ ...key, item: 'tea' });
  const partition = { customer: 'ada' };
  const byPart = await graph.run(UPDATE, { input: { ...AT, key: partition, values: { address: 'Main Street' } } });
  expect(byPart.data.updateRow).toMatchObject({
    row: {
      key: { customer: 'ada', number: null },
      values: { customer: 'ada', number: null, address: 'Main Street', item: null },
    },
  });
  const byWhole = await graph.run(UPDATE, { input: { ...AT, key, values: { address: 'High Street' } } });
  expect(byWhole.data.updateRow).toMatchObject({ row: { values: { ...key, item: 'tea', address: 'High Street' } } });
  const regular = await graph.run(UPDATE, { input: { ...AT, key: partition, values: { item: 'milk' } } });
  expect(regular.codes).toEqual(['BAD_USER_INPUT']);
});

test('updateRow adds to counters', async () => {
  const input = { keyspace: 'shop', table: 'views', key: { page: 'home' }, values: { seen: '2' } };
  await graph.run(UPDATE, { input });
  expect((await graph.run(UPDATE, { input })).data.updateRow).toMatchObject({ row: { values: { seen: '4' } } });
});

test('deleteRow deletes one row, and tells when there is none', async () => {
  const id = await createdId({ ...key, item: 'tea' });
  expect((await graph.run(DELETE, { input: { id } })).data.deleteRow).toEqual({ deletedId: id });
  expect((await graph.run(DELETE, { input: { id } })).codes).toEqual(['NOT_FOUND']);
  expect((await graph.run(DELETE, { input: { ...AT, key, ifExists: true } })).data.deleteRow).toEqual({
    deletedId: null,
  });
});

test('deleteRow refuses a part of a key, both ways and no way', async () => {
  const part = await graph.run(DELETE, { input: { ...AT, key: { customer: 'ada' } } });
  expect(part.errors).toMatchObject([
    { message: expect.stringContaining('deleteRowRange'), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect((await graph.run(DELETE, { input: { id: 'x', ...AT, key } })).codes).toEqual(['BAD_USER_INPUT']);
  expect((await graph.run(DELETE, { input: { id: 'x' } })).codes).toEqual(['BAD_USER_INPUT']);
  expect((await graph.run(DELETE, { input: {} })).codes).toEqual(['BAD_USER_INPUT']);
});

test('deleteRowRange deletes what begins with a key', async () => {
  await create({ ...key, item: 'tea' });
  await create({ ...key, number: 2, item: 'milk' });
  await create({ customer: 'bob', number: 1, item: 'salt' }, { ifNotExists: true });
  const query = `mutation ($input: DeleteRowRangeInput!) {
    deleteRowRange(input: $input) { deletedKeyPrefix table { rows { nodes { key } } } }
  }`;
  const input = { ...AT, keyPrefix: { customer: 'ada' } };
  expect((await graph.run(query, { input })).data.deleteRowRange).toEqual({
    deletedKeyPrefix: { customer: 'ada' },
    table: { rows: { nodes: [{ key: { customer: 'bob', number: 1 } }] } },
  });
  expect((await graph.run(query, { input })).codes).toEqual(['NOT_FOUND']);
  expect((await graph.run(query, { input: { ...AT, keyPrefix: { number: 1 } } })).codes).toEqual(['BAD_USER_INPUT']);
  expect((await graph.run(query, { input: { ...AT, keyPrefix: {} } })).codes).toEqual(['BAD_USER_INPUT']);
});
