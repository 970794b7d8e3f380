import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, type Harness, openHarness } from './harness.ts';

let harness: Harness;

beforeAll(async () => {
  harness = await openHarness();
  const place = await harness.collection('books', { vector: { dimension: 2 } });
  const documents = [
    { _id: 'a', title: 'One', tags: ['x', 'y'], price: 2.5, $vector: [0, 1] },
    { _id: 7, title: null, sold: true },
  ];
  await harness.command(place, { insertMany: { documents } });
});

afterAll(() => harness.close());

async function rest(path: string): Promise<Record<string, unknown>> {
  const headers = { 'X-Cassandra-Token': harness.emulator.applicationToken };
  return (await (await fetch(`${harness.base}/rest${path}`, { headers })).json()) as Record<string, unknown>;
}

describe('the table of a collection', () => {
  it('has the columns of the real server', async () => {
    const { data } = await rest('/v2/schemas/keyspaces/shop/tables/books');
    const { columnDefinitions, primaryKey } = data as {
      columnDefinitions: { name: string; typeDefinition: string }[];
      primaryKey: object;
    };
    const types = Object.fromEntries(columnDefinitions.map(({ name, typeDefinition }) => [name, typeDefinition]));
    expect(types).toMatchObject({
      doc_json: 'text',
      exist_keys: 'set<text>',
      query_dbl_values: 'map<text, decimal>',
      tx_id: 'timeuuid',
    });
    expect(primaryKey).toEqual({ partitionKey: ['key'], clusteringKey: [] });
  });

  it('shows its documents as rows', async () => {
    const { data, count } = await rest(
      '/v2/keyspaces/shop/books/rows?fields=key,doc_json,array_size,query_bool_values',
    );
    expect(count).toBe(2);
    expect(data).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          key: [1, 'a'],
          doc_json: expect.stringContaining('"title":"One"'),
          array_size: { tags: 2 },
        }),
        expect.objectContaining({ key: [2, '7'], query_bool_values: { sold: 1 } }),
      ]),
    );
  });

  it('finds them by its indexes, page by page', async () => {
    const where = encodeURIComponent(JSON.stringify({ array_contains: { $contains: 'tags Sy' } }));
    const found = await rest(`/v2/keyspaces/shop/books?where=${where}&fields=key`);
    expect(found.data).toEqual([{ key: [1, 'a'] }]);
    const first = await rest('/v2/keyspaces/shop/books/rows?page-size=1&fields=key');
    const state = encodeURIComponent(String(first.pageState));
    const second = await rest(`/v2/keyspaces/shop/books/rows?page-size=1&fields=key&page-state=${state}`);
    expect([first.data, second.data]).toEqual([[{ key: [1, 'a'] }], [{ key: [2, '7'] }]]);
  });

  it('is no collection of the Document API, and is not written to by the REST API', async () => {
    const { description } = await rest('/v2/namespaces/shop/collections/books');
    expect(description).toMatch(/not a Documents collection/);
    const headers = { 'X-Cassandra-Token': harness.emulator.applicationToken, 'Content-Type': 'application/json' };
    const body = JSON.stringify({ key: [1, 'b'], doc_json: '{}' });
    const answer = await fetch(`${harness.base}/rest/v2/keyspaces/shop/books`, { method: 'POST', headers, body });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('write it through the Data API'),
    ]);
  });

  it('is told from a table by commands and lists', async () => {
    const { status } = await harness.command('/shop', { findCollections: {} });
    expect(status).toEqual({ collections: ['books'] });
    expect(codes(await harness.command('/shop/books', { listIndexes: {} }))).toEqual([
      '/UNSUPPORTED_COLLECTION_COMMAND',
    ]);
  });
});
