/** Typed graphs over HTTP: where they are served, whom, and from which definitions. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({ receipt: true });
  const { errors } = await gateway.query(`mutation {
    createKeyspace(input: { name: "shop" }) { created }
    createTable(input: { keyspace: "shop", name: "orders", columns: [
      { name: "customer", type: "text" }, { name: "at", type: "timestamp" }, { name: "total", type: "decimal" }
    ], primaryKey: { partitionKey: ["customer"], clusteringKey: [{ name: "at", order: DESC }] } }) { created }
    createRows(input: { keyspace: "shop", table: "orders", rows: [
      { customer: "ann", at: "2026-01-01T00:00:00Z", total: "1.50" }, { customer: "ann", at: "2026-01-02T00:00:00Z", total: "2" }
    ] }) { results { error { message } } }
  }`);
  expect(errors).toBeUndefined();
});
afterAll(() => gateway.close());

async function ask(path: string, query: string, headers?: Readonly<Record<string, string>>) {
  const token = { authorization: `Bearer ${gateway.emulator.applicationToken}` };
  const response = await fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(headers ?? token) },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, ...(await response.json()) };
}

test('a keyspace has a graph of its own, at its name and at that of its database', async () => {
  const query = '{ orders(where: { customer: { eq: "ann" } }) { nodes { at total } pageInfo { hasNextPage } } }';
  const nodes = [
    { at: '2026-01-02T00:00:00Z', total: '2' },
    { at: '2026-01-01T00:00:00Z', total: '1.50' },
  ];
  const data = { orders: { nodes, pageInfo: { hasNextPage: false } } };
  for (const path of ['/shop', `/${gateway.emulator.defaultDatabaseId}/shop`, '/default/shop', '/shop/']) {
    expect(await ask(path, query)).toEqual({ status: 200, data });
  }
});

test('the id of a row is that of the universal graph', async () => {
  const typed = await ask('/shop', '{ orders_by_key(customer: "ann", at: "2026-01-01T00:00:00Z") { nodeId } }');
  const { data } = await gateway.query(
    '{ keyspace(name: "shop") { table(name: "orders") { row(key: { customer: "ann", at: "2026-01-01T00:00:00Z" }) { id } } } }',
  );
  expect(typed.data.orders_by_key.nodeId).toBe(data.keyspace.table.row.id);
});

describe('without a schema', () => {
  test('an unknown keyspace is 404, and the answer names those that there are', async () => {
    const { status, errors } = await ask('/nowhere', '{ __typename }');
    expect(status).toBe(404);
    expect(errors[0]).toMatchObject({ extensions: { code: 'NOT_FOUND' }, message: expect.stringContaining('shop') });
  });

  test('a request without a token, or with a wrong one, is 401, introspection too', async () => {
    for (const headers of [{}, { authorization: 'Bearer AstraCS:wrong' }]) {
      const { status, errors } = await ask('/shop', '{ __schema { queryType { name } } }', headers);
      expect(status).toBe(401);
      expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});

test('a table that is made or dropped in this process is there, or gone, at once', async () => {
  expect((await ask('/shop', '{ notes { nodes { id } } }')).errors[0].message).toMatch(/Cannot query field "notes"/);
  await gateway.query(
    `mutation { createTable(input: { keyspace: "shop", name: "notes", columns: [{ name: "id", type: "int" }], primaryKey: { partitionKey: ["id"] } }) { created } }`,
  );
  expect(await ask('/shop', '{ notes { nodes { id } } }')).toEqual({ status: 200, data: { notes: { nodes: [] } } });
  await gateway.query(`mutation { deleteTable(input: { keyspace: "shop", table: "notes" }) { deletedId } }`);
  expect((await ask('/shop', '{ notes { nodes { id } } }')).errors[0].message).toMatch(/Cannot query field "notes"/);
  const changes = gateway.logLines.filter(({ event }) => event === 'schema').flatMap(({ changes: each }) => each);
  expect(changes).toContain('added notes');
  expect(changes).toContain('breaking: notes was removed.');
});
