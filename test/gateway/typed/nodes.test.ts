/** Rows by their ids in a typed graph, and where the graph of a keyspace is. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openShop, type Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.ask('/shop', '{ __typename }');
}, 60_000);
afterAll(() => shop.close());
beforeEach(() => shop.gateway.clearUpstreamRequests());

async function itemIds(): Promise<readonly string[]> {
  const { data } = await shop.ask('/shop', '{ items(first: 100) { nodes { nodeId } } }');
  shop.gateway.clearUpstreamRequests();
  return data.items.nodes.map(({ nodeId }: { nodeId: string }) => nodeId);
}

test('a hundred nodes of one table are read together, in their order', async () => {
  const nodeIds = await itemIds();
  const query = 'query ($nodeIds: [ID!]!) { nodes(nodeIds: $nodeIds) { __typename nodeId ... on items { label } } }';
  const { data, errors } = await shop.ask('/shop', query, { nodeIds: nodeIds.toReversed() });
  expect(errors).toBeUndefined();
  expect(data.nodes.map(({ nodeId }: { nodeId: string }) => nodeId)).toEqual(nodeIds.toReversed());
  expect(data.nodes[0]).toMatchObject({ __typename: 'items', label: expect.stringMatching(/^Item \d+$/) });
  expect(shop.gateway.upstreamRequests()).toHaveLength(1);
});

test('ids of the universal graph serve, and those of other objects do not', async () => {
  const { data } = await shop.gateway.query(`{ keyspace(name: "shop") { id table(name: "orders") {
    row(key: { customer: "ann", at: 2 }) { id } } } }`);
  const { id: row } = data.keyspace.table.row;
  const answer = await shop.ask(
    '/shop',
    `{ order: node(nodeId: "${row}") { ... on orders { customer total } } other: node(nodeId: "${data.keyspace.id}") { nodeId } }`,
  );
  expect(answer.data).toEqual({ order: { customer: 'ann', total: '2' }, other: null });
  expect(answer.errors).toMatchObject([
    { path: ['other'], message: expect.stringMatching(/id of a Keyspace, and a Row/) },
  ]);
});

test('a row that is gone is null, and one of another keyspace is refused before any call', async () => {
  const { data } = await shop.ask('/shop', '{ orders_by_key(customer: "ann", at: 1) { nodeId } }');
  await shop.gateway.query(
    'mutation { createKeyspace(input: { name: "cellar" }) { created } deleteRow(input: { keyspace: "shop", table: "orders", key: { customer: "ann", at: 1 } }) { deletedId } }',
  );
  const query = `{ node(nodeId: "${data.orders_by_key.nodeId}") { nodeId } }`;
  expect(await shop.ask('/shop', query)).toEqual({ status: 200, data: { node: null } });
  await shop.ask('/cellar', '{ __typename }');
  shop.gateway.clearUpstreamRequests();
  expect((await shop.ask('/cellar', query)).errors?.[0]?.message).toMatch(/something in "shop".*"cellar"/);
  expect(shop.gateway.upstreamRequests()).toEqual([]);
});

test('more ids than a request may have are refused', async () => {
  const nodeIds = Array.from({ length: 101 }, () => 'a');
  const { errors } = await shop.ask('/shop', 'query ($nodeIds: [ID!]!) { nodes(nodeIds: $nodeIds) { nodeId } }', {
    nodeIds,
  });
  expect(errors?.[0]?.message).toMatch(/"nodeIds" holds 101 ids: at most 100/);
});

test('the universal graph tells the path of each keyspace', async () => {
  const { data } = await shop.gateway.query('{ database { databaseId keyspaces { name typedEndpoint } } }');
  const found = data.database.keyspaces.find(({ name }: { name: string }) => name === 'shop');
  expect(found.typedEndpoint).toBe('/graphql/shop');
  expect(await shop.ask('/shop', '{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
});
