/** Many rows at once: each ends for itself, and looking for them is one batch. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Graph, openGraph } from '../support/graph.ts';

let graph: Graph;
const AT = { keyspace: 'shop', table: 'items' };
const CREATE = `mutation ($input: CreateRowsInput!) {
  createRows(input: $input) { results { index created row { id key } error { code message } } }
}`;
const UPDATE = `mutation ($input: UpdateRowsInput!) {
  updateRows(input: $input) { results { index row { values } error { code } } }
}`;
const DELETE = `mutation ($input: DeleteRowsInput!) {
  deleteRows(input: $input) { results { index deletedId error { code } } }
}`;

beforeAll(async () => {
  graph = await openGraph({ limits: { maxItems: 50 } });
  await graph.data(`mutation {
    createKeyspace(input: {name: "shop"}) { created }
    createTable(input: {
      keyspace: "shop", name: "items", columns: [{name: "id", type: "int"}, {name: "name", type: "text"}],
      primaryKey: {partitionKey: ["id"]}
    }) { created }
  }`);
}, 60_000);

afterAll(() => graph.close());

test('createRows tells for each row how it ended', async () => {
  const rows = [
    { id: 1, name: 'tea' },
    { id: 2, colour: 'red' },
    { id: 3, name: 'salt' },
  ];
  expect((await graph.run(CREATE, { input: { ...AT, rows } })).data.createRows).toEqual({
    results: [
      { index: 0, created: true, row: { id: expect.any(String), key: { id: 1 } }, error: null },
      {
        index: 1,
        created: false,
        row: null,
        error: { code: 'BAD_USER_INPUT', message: expect.stringContaining('colour') },
      },
      { index: 2, created: true, row: { id: expect.any(String), key: { id: 3 } }, error: null },
    ],
  });
  const again = await graph.run(CREATE, { input: { ...AT, rows: [{ id: 1 }, { id: 4, name: 'milk' }] } });
  expect(again.data.createRows).toMatchObject({
    results: [{ error: { code: 'CONFLICT' } }, { created: true, error: null }],
  });
  const kept = await graph.run(CREATE, { input: { ...AT, rows: [{ id: 1 }], ifNotExists: true } });
  expect(kept.data.createRows).toMatchObject({ results: [{ created: false, row: { key: { id: 1 } }, error: null }] });
});

test('createRows looks for all rows in one request', async () => {
  const rows = Array.from({ length: 20 }, (_, id) => ({ id: id + 100, name: 'tea' }));
  const { calls } = await graph.run(CREATE, { input: { ...AT, rows } });
  const onRows = calls.filter(({ target }) => target.startsWith('/v2/keyspaces'));
  expect(onRows.filter(({ method }) => method === 'GET')).toHaveLength(1);
  expect(onRows.filter(({ method }) => method === 'POST')).toHaveLength(20);
});

test('too many rows and the same row twice are refused before any is written', async () => {
  const many = Array.from({ length: 51 }, (_, id) => ({ id }));
  const tooMany = await graph.run(CREATE, { input: { ...AT, rows: many } });
  expect(tooMany.errors).toMatchObject([{ message: expect.stringContaining('51') }]);
  const twice = await graph.run(CREATE, { input: { ...AT, rows: [{ id: 8 }, { id: 9 }, { id: '8' }] } });
  expect(twice.codes).toEqual(['BAD_USER_INPUT']);
  expect(twice.calls.filter(({ method }) => method === 'POST')).toEqual([]);
});

test('updateRows and deleteRows tell for each row how it ended', async () => {
  await graph.run(CREATE, { input: { ...AT, rows: [{ id: 21, name: 'tea' }] } });
  const rows = [
    { key: { id: 21 }, values: { name: 'milk' } },
    { key: { id: 22 }, values: {} },
  ];
  expect((await graph.run(UPDATE, { input: { ...AT, rows } })).data.updateRows).toEqual({
    results: [
      { index: 0, row: { values: { id: 21, name: 'milk' } }, error: null },
      { index: 1, row: null, error: { code: 'BAD_USER_INPUT' } },
    ],
  });
  const keys = [{ id: 21 }, { id: 22 }, { name: 'x' }];
  expect((await graph.run(DELETE, { input: { ...AT, keys } })).data.deleteRows).toEqual({
    results: [
      { index: 0, deletedId: expect.any(String), error: null },
      { index: 1, deletedId: null, error: { code: 'NOT_FOUND' } },
      { index: 2, deletedId: null, error: { code: 'BAD_USER_INPUT' } },
    ],
  });
  const missing = await graph.run(DELETE, { input: { ...AT, keys: [{ id: 22 }], ifExists: true } });
  expect(missing.data.deleteRows).toEqual({ results: [{ index: 0, deletedId: null, error: null }] });
});
