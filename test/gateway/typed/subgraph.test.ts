/** Typed graphs as subgraphs: what they tell a composer, and rows to which other subgraphs refer. */
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ITEMS, openShop, type Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop({ subgraph: { typePrefix: '{keyspace}_' } });
  await shop.ask('/shop', '{ __typename }');
}, 60_000);
afterAll(() => shop.close());
beforeEach(() => shop.gateway.clearUpstreamRequests());

const ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  __typename ... on shop_items { id label } ... on shop_orders { customer at total } } }`;

test('a hundred references are one upstream call', async () => {
  const representations = ITEMS.map(({ id }) => ({ __typename: 'shop_items', id }));
  const { data, errors } = await shop.ask('/shop', ENTITIES, { representations });
  expect(errors).toBeUndefined();
  expect(data._entities).toEqual(ITEMS.map((item) => ({ __typename: 'shop_items', ...item })));
  expect(shop.gateway.upstreamRequests()).toHaveLength(1);
});

test('a hundred references by nodeId and by key together are one call too', async () => {
  const { data: all } = await shop.ask('/shop', '{ shop_items(first: 100) { nodes { id nodeId } } }');
  shop.gateway.clearUpstreamRequests();
  const representations = all.shop_items.nodes.map(({ id, nodeId }: { id: number; nodeId: string }) =>
    id % 2 === 0 ? { __typename: 'shop_items', nodeId } : { __typename: 'shop_items', id, label: 'of another graph' },
  );
  const { data, errors } = await shop.ask('/shop', ENTITIES, { representations });
  expect(errors).toBeUndefined();
  expect(data._entities.map(({ label }: { label: string }) => label)).toEqual(
    all.shop_items.nodes.map(({ id }: { id: number }) => `Item ${id}`),
  );
  expect(shop.gateway.upstreamRequests()).toHaveLength(1);
});

test('each reference fails alone, before a call for it', async () => {
  const representations = [
    { __typename: 'shop_orders', customer: 'ann', at: 2 },
    { __typename: 'shop_orders', customer: 'ann' },
    { __typename: 'shop_orders', customer: 'ann', at: 99 },
    { __typename: 'orders', customer: 'ann', at: 1 },
    { __typename: 'shop_items', id: 'one' },
  ];
  const { data, errors = [] } = await shop.ask('/shop', ENTITIES, { representations });
  expect(data._entities).toEqual([
    { __typename: 'shop_orders', customer: 'ann', at: 2, total: '2' },
    ...[null, null, null, null],
  ]);
  expect(errors.map(({ path, message }) => [path?.[1], message]).sort()).toEqual([
    [1, 'A reference to shop_orders needs "nodeId", or else all fields of its key: "at" is missing.'],
    [3, expect.stringMatching(/"__typename" is "orders": it must be one of shop_items, shop_orders/)],
    [4, expect.stringMatching(/"id".*"one"|one.*id/)],
  ]);
});

test('a composer is told of keys and of what may be shared', async () => {
  const { data } = await shop.ask('/shop', '{ _service { sdl } }');
  const { sdl } = data._service;
  expect(() => parse(sdl)).not.toThrow();
  expect(sdl).toContain('@link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])');
  expect(sdl).toContain('type shop_orders @key(fields: "nodeId") @key(fields: "customer at") {');
  expect(sdl).toContain('type shop_items @key(fields: "nodeId") @key(fields: "id") {');
  expect(sdl).toContain('type shop_PageInfo @shareable {');
  expect(sdl).not.toMatch(/\bNode\b|node\(|_Any|_service/);
});

test('reads and writes have the names of the subgraph', async () => {
  const written = await shop.ask(
    '/shop',
    'mutation { shop_create_items(input: { id: 500, label: "new" }) { row { __typename id label } } }',
  );
  expect(written.data).toEqual({ shop_create_items: { row: { __typename: 'shop_items', id: 500, label: 'new' } } });
  await shop.ask('/shop', 'mutation { shop_delete_items(input: { id: 500 }) { deletedId } }');
});
