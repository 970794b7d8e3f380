/** One row under two spellings: it has one id, and bulk mutations refuse it before anything is written. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Graph, openGraph } from '../support/graph.ts';

let graph: Graph;
const PRICES = { keyspace: 'shop', table: 'prices' };
const COSTS = { keyspace: 'shop', table: 'costs' };
const CREATE = `mutation ($input: CreateRowsInput!) {
  createRows(input: $input) { results { created row { id } error { code message } } } }`;
const UPDATE = `mutation ($input: UpdateRowsInput!) {
  updateRows(input: $input) { results { row { id } error { code message } } } }`;
const DELETE =
  'mutation ($input: DeleteRowsInput!) { deleteRows(input: $input) { results { deletedId error { code } } } }';

const SPELLINGS = [
  { shop: 1, price: '1.5', money: { amount: '2', unit: 'EUR' } },
  { shop: 2, price: '1.5', money: { amount: '2', unit: 'EUR' } },
  { shop: '1', price: '1.50', money: { unit: 'EUR', amount: '2.0' } },
];

beforeAll(async () => {
  graph = await openGraph();
  await graph.data(`mutation {
    createKeyspace(input: {name: "shop"}) { created }
    createUserDefinedType(input: {keyspace: "shop", name: "money", fields: [{name: "amount", type: "decimal"}, {name: "unit", type: "text"}]}) { created }
    prices: createTable(input: {
      keyspace: "shop", name: "prices", columns: [
        {name: "shop", type: "int"}, {name: "price", type: "decimal"}, {name: "money", type: "frozen<money>"}, {name: "n", type: "int"}],
      primaryKey: {partitionKey: ["shop"], clusteringKey: [{name: "price"}, {name: "money"}]}
    }) { created }
    costs: createTable(input: {
      keyspace: "shop", name: "costs", columns: [{name: "cost", type: "decimal"}, {name: "n", type: "int"}],
      primaryKey: {partitionKey: ["cost"]}
    }) { created }
    notes: createCollection(input: {namespace: "shop", name: "notes"}) { created }
  }`);
}, 60_000);
afterAll(() => graph.close());

describe('a key given twice, the second time in another spelling', () => {
  test.each([
    ['createRows', CREATE, { rows: SPELLINGS }],
    ['updateRows', UPDATE, { rows: SPELLINGS.map((key) => ({ key, values: { n: 1 } })) }],
    ['deleteRows', DELETE, { keys: SPELLINGS }],
  ])('is refused by %s with both places', async (_, mutation, items) => {
    const { errors, codes, calls } = await graph.run(mutation, { input: { ...PRICES, ...items } });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toMatch(/"1\.5".* twice, at 0 and 2 \(there as .*"1\.50"/);
    expect(calls.filter(({ target }) => target.startsWith('/v2/keyspaces'))).toEqual([]);
  });

  test('is refused with little of a long one', async () => {
    const documentIds = ['x'.repeat(50_000), 'x'.repeat(50_000)];
    const { errors } = await graph.run(
      'mutation ($input: DeleteDocumentsInput!) { deleteDocuments(input: $input) { results { index } } }',
      { input: { namespace: 'shop', collection: 'notes', documentIds } },
    );
    expect(errors[0]?.message).toContain('twice, at 0 and 1');
    expect(errors[0]?.message.length).toBeLessThan(300);
  });

  test('is refused by createDocuments and deleteDocuments', async () => {
    const documents = [{ id: 5 }, { id: 'x' }, { id: '5' }];
    const at = { namespace: 'shop', collection: 'notes' };
    const created = await graph.run(
      'mutation ($input: CreateDocumentsInput!) { createDocuments(input: $input) { results { index } } }',
      { input: { ...at, idPath: 'id', documents } },
    );
    expect(created.codes).toEqual(['BAD_USER_INPUT']);
    expect(created.errors[0]?.message).toContain('"5": those at 0 and 2');
    const deleted = await graph.run(
      'mutation ($input: DeleteDocumentsInput!) { deleteDocuments(input: $input) { results { index } } }',
      { input: { ...at, documentIds: ['5', 'x', '5'] } },
    );
    expect(deleted.errors[0]?.message).toContain('"5" twice, at 0 and 2');
    expect([...created.calls, ...deleted.calls].filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

test('one row has one id in all spellings, and two rows have two', async () => {
  const [first, , other] = SPELLINGS;
  const idOf = async (key: unknown) => {
    const { keyspace } = (await graph.data(
      `query ($key: RowKey!) { keyspace(name: "shop") { table(name: "prices") { row(key: $key) { id } } } }`,
      { key },
    )) as { keyspace: { table: { row: { id: string } } } };
    return keyspace.table.row.id;
  };
  const { createRows } = (await graph.data(CREATE, { input: { ...PRICES, rows: [first] } })) as {
    createRows: { results: { row: { id: string } }[] };
  };
  const id = createRows.results[0]?.row.id;
  expect([await idOf(first), await idOf(other)]).toEqual([id, id]);
  const node = await graph.data('query ($id: ID!) { node(id: $id) { ... on Row { key } } }', { id });
  expect(node).toEqual({ node: { key: first } });
  const { deleteRows } = await graph.data(DELETE, { input: { ...PRICES, keys: [other] } });
  expect(deleteRows).toMatchObject({ results: [{ deletedId: id, error: null }] });

  const costs = await graph.run(CREATE, { input: { ...COSTS, rows: [{ cost: '1.5' }, { cost: '1.50' }] } });
  const results = (costs.data.createRows as { results: { created: boolean; row: { id: string } }[] }).results;
  expect(results).toMatchObject([{ created: true }, { created: true }]);
  expect(results[0]?.row.id).not.toBe(results[1]?.row.id);
});

test('key columns among the values may be spelled as they were read', async () => {
  const [key, , values] = SPELLINGS;
  const run = await graph.run(UPDATE, { input: { ...PRICES, rows: [{ key, values: { ...values, n: 3 } }] } });
  expect(run.data.updateRows).toMatchObject({ results: [{ error: null }] });
  const changed = await graph.run(UPDATE, {
    input: { ...PRICES, rows: [{ key, values: { ...values, price: '1.51', n: 3 } }] },
  });
  expect(changed.data.updateRows).toMatchObject({ results: [{ error: { code: 'BAD_USER_INPUT' } }] });
});
