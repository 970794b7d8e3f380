/** Described documents of a subgraph: their keys, and documents to which other subgraphs refer, on both back ends. */
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { prefixOf } from '../../../schema/federation/type-prefix.ts';
import { readRelations } from '../../../schema/relations/read-relations.ts';
import { openShop, type Shop } from './shop.ts';

const SDL = `schema @keyspace(name: "shop")
type note @collection(name: "notes") {
  text: String
  item: items @related(key: { id: "item" })
}
extend type items { note: note @related(collection: "notes", id: "label") }
`;

const COUNT = 100;
const ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  __typename ... on shop_note { documentId text item { label } } } }`;

describe.each(['stargate', 'data'] as const)('over the API %s', (api) => {
  let shop: Shop;
  const nodeIds: string[] = [];
  beforeAll(async () => {
    const { relations, problems } = readRelations([{ name: 'r.graphql', text: SDL }]);
    expect(problems).toEqual([]);
    shop = await openShop({ api, gateway: { relations }, subgraph: { typePrefix: '{keyspace}_' } });
    const documents = Array.from({ length: COUNT }, (_, n) => ({ id: `n${n}`, text: `note ${n}`, item: n }));
    const { errors, data } = await shop.gateway.query(
      `mutation ($documents: [${prefixOf('{keyspace}_')}JSON!]!) {
        createCollection(input: { namespace: "shop", name: "notes" }) { created }
        createDocuments(input: { namespace: "shop", collection: "notes", documents: $documents, idPath: "id" }) { results { document { id } error { message } } }
      }`,
      { documents },
    );
    expect(errors).toBeUndefined();
    nodeIds.push(...data.createDocuments.results.map(({ document }: { document: { id: string } }) => document.id));
    await shop.ask('/shop', '{ __typename }');
  }, 60_000);
  afterAll(() => shop.close());
  beforeEach(() => shop.gateway.clearUpstreamRequests());

  const calls = () => shop.gateway.upstreamRequests().filter(({ target }) => /notes|items/.test(target)).length;

  test('a hundred references by nodeId and by id are read together', async () => {
    const representations = nodeIds.map((nodeId, n) =>
      n % 2 === 0 ? { __typename: 'shop_note', nodeId } : { __typename: 'shop_note', documentId: `n${n}`, text: 'no' },
    );
    const { data, errors } = await shop.ask('/shop', ENTITIES, { representations });
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual(
      nodeIds.map((_, n) => ({
        ...{ __typename: 'shop_note', documentId: `n${n}`, text: `note ${n}`, item: { label: `Item ${n}` } },
      })),
    );
    // A Data API finds a hundred documents at once, and fifty rows; a Document API reads documents one by one.
    expect(calls()).toBe(api === 'stargate' ? COUNT + 1 : 1 + 2);
  });

  test('each reference fails alone, before a call for it', async () => {
    const { data: rows } = await shop.ask('/shop', '{ shop_items(first: 1) { nodes { nodeId } } }');
    shop.gateway.clearUpstreamRequests();
    const { data, errors = [] } = await shop.ask('/shop', ENTITIES, {
      representations: [
        { __typename: 'shop_note', documentId: 'n1' },
        { __typename: 'shop_note', text: 'note 1' },
        { __typename: 'shop_note', nodeId: rows.shop_items.nodes[0].nodeId },
        { __typename: 'shop_note', documentId: 'none' },
      ],
    });
    expect(data._entities).toMatchObject([{ documentId: 'n1' }, null, null, null]);
    expect(errors.map(({ path, message }) => [path?.[1], message]).sort()).toEqual([
      [1, 'A reference to shop_note needs "nodeId" or "documentId".'],
      [2, expect.stringMatching(/is the id of a Row, and a Document is needed/)],
    ]);
  });

  test('a composer is told of their keys', async () => {
    const { data } = await shop.ask('/shop', '{ _service { sdl } }');
    expect(() => parse(data._service.sdl)).not.toThrow();
    expect(data._service.sdl).toContain('type shop_note @key(fields: "nodeId") @key(fields: "documentId") {');
  });
});

test('many nodes of both kinds have the ids of the universal graph, and are read together', async () => {
  const { relations } = readRelations([{ name: 'r.graphql', text: SDL }]);
  const shop = await openShop({ api: 'data', gateway: { relations } });
  const { errors, data } = await shop.gateway.query(`mutation {
    createCollection(input: { namespace: "shop", name: "notes" }) { created }
    a: createDocument(input: { namespace: "shop", collection: "notes", documentId: "a", data: { text: "A" } }) { document { id } }
    b: createDocument(input: { namespace: "shop", collection: "notes", documentId: "b", data: { text: "B" } }) { document { id } }
  }`);
  expect(errors).toBeUndefined();
  const [{ nodeId }] = (await shop.ask('/shop', '{ items(first: 1) { nodes { nodeId } } }')).data.items.nodes;
  shop.gateway.clearUpstreamRequests();
  const nodeIds = [data.a.document.id, nodeId, data.b.document.id];
  const answer = await shop.ask(
    '/shop',
    'query ($nodeIds: [ID!]!) { nodes(nodeIds: $nodeIds) { __typename nodeId ... on note { text } ... on items { label } } }',
    { nodeIds },
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data.nodes).toMatchObject([
    { __typename: 'note', nodeId: nodeIds[0], text: 'A' },
    { __typename: 'items', nodeId: nodeIds[1] },
    { __typename: 'note', nodeId: nodeIds[2], text: 'B' },
  ]);
  expect(shop.gateway.upstreamRequests()).toHaveLength(2);
  await shop.close();
}, 60_000);
