/** Rows by the nearness of their vectors, over a Data API. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Graph, openGraph } from '../support/graph.ts';

let graph: Graph;
const inPlaces = (fields: string) => `{ keyspace(name: "maps") { table(name: "places") { ${fields} } } }`;
const near = (args: string, fields = 'edges { similarity node { value(column: "id") } }') =>
  inPlaces(`rows(near: {column: "at", vector: [1, 0]}${args}) { ${fields} }`);

beforeAll(async () => {
  graph = await openGraph({ api: 'data', limits: { maxFirst: 20 } });
  await graph.data(`mutation {
    createKeyspace(input: {name: "maps"}) { created }
    createTable(input: {keyspace: "maps", name: "places", primaryKey: {partitionKey: ["id"]}, columns: [
      {name: "id", type: "int"}, {name: "kind", type: "text"}, {name: "name", type: "text"}, {name: "at", type: "vector<float, 2>"}
    ]}) { created }
    at: createIndex(input: {keyspace: "maps", table: "places", column: "at", metric: COSINE}) { created }
    kind: createIndex(input: {keyspace: "maps", table: "places", column: "kind"}) { created }
    createRows(input: {keyspace: "maps", table: "places", rows: [
      {id: 1, kind: "axis", at: [0, 1]}, {id: 2, kind: "axis", at: [1, 0]}, {id: 3, kind: "other", at: [1, 1]}, {id: 4, kind: "axis"}
    ]}) { results { error { message } } }
  }`);
  // The definitions are known from here on.
  await graph.data(inPlaces('name indexes { name }'));
}, 60_000);

afterAll(() => graph.close());

describe('the nearest rows', () => {
  test('come first, with their similarity, in one call', async () => {
    const { data, errors, calls } = await graph.run(near(', first: 2'));
    expect(errors).toEqual([]);
    expect(data).toEqual({
      keyspace: {
        table: {
          rows: {
            edges: [
              { similarity: 1, node: { value: 2 } },
              { similarity: expect.closeTo(0.8535, 3), node: { value: 3 } },
            ],
          },
        },
      },
    });
    expect(calls).toHaveLength(1);
  });

  test('that two fields search for alike are one call', async () => {
    const { calls, errors } = await graph.run(
      inPlaces(`one: rows(near: {column: "at", vector: [0, 1]}) { nodes { value(column: "kind") } }
        two: rows(near: {column: "at", vector: [0, 1]}) { nodes { value(column: "id") } }`),
    );
    expect([errors, calls.length]).toEqual([[], 1]);
  });

  test('can be narrowed by an indexed column, and by the partition key', async () => {
    const ids = 'nodes { value(column: "id") }';
    const { keyspace: narrowed } = await graph.data(near(', where: [{column: "kind", eq: "axis"}]', ids));
    expect(narrowed).toEqual({ table: { rows: { nodes: [{ value: 2 }, { value: 1 }] } } });
    const { keyspace: one } = await graph.data(near(', key: {id: 3}', ids));
    expect(one).toEqual({ table: { rows: { nodes: [{ value: 3 }] } } });
  });

  test('are one page, whose cursors lead nowhere', async () => {
    const page = 'edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
    const { keyspace } = await graph.data(near(', first: 2', page));
    const { edges, pageInfo } = (keyspace as { table: { rows: { edges: { cursor: string }[]; pageInfo: object } } })
      .table.rows;
    expect(pageInfo).toEqual({
      ...{ hasNextPage: false, hasPreviousPage: false },
      ...{ startCursor: edges[0]?.cursor, endCursor: edges[1]?.cursor },
    });
    const { codes, calls } = await graph.run(inPlaces(`rows(after: "${edges[0]?.cursor}") { nodes { id } }`));
    expect([codes, calls.length]).toEqual([['INVALID_CURSOR'], 0]);
  });

  test('are none, without a call, where a list of values is empty', async () => {
    const { data, calls } = await graph.run(near(', where: [{column: "id", in: []}]', 'nodes { id }'));
    expect([data, calls.length]).toEqual([{ keyspace: { table: { rows: { nodes: [] } } } }, 0]);
  });

  test('have no similarity in a list that is not sorted by it', async () => {
    const { keyspace } = await graph.data(inPlaces('rows(first: 1) { edges { similarity } }'));
    expect(keyspace).toEqual({ table: { rows: { edges: [{ similarity: null }] } } });
  });
});

describe('without a call it is refused', () => {
  test.each([
    ['a page after', near(', after: "x"'), /"after" cannot be given/],
    ['a sort', near(', sort: [{column: "id"}]'), /"sort" cannot be given/],
    ['first of 0', near(', first: 0'), /"first" is 0.* from 1 to 20/],
    ['first beyond the maximum', near(', first: 21'), /"first" is 21.*20 \(ASTRA_GRAPHQL_MAX_FIRST\)/],
    [
      'another dimension',
      inPlaces('rows(near: {column: "at", vector: [1]}) { nodes { id } }'),
      /has 1 numbers.*"at" have 2/,
    ],
    ['an empty vector', inPlaces('rows(near: {column: "at", vector: []}) { nodes { id } }'), /empty/],
    [
      'a number beyond floats',
      inPlaces('rows(near: {column: "at", vector: [1e39, 0]}) { nodes { id } }'),
      /1e\+39 at 0/,
    ],
    ['infinity', inPlaces('rows(near: {column: "at", vector: [0, 1e400]}) { nodes { id } }'), /Infinity at 1/],
    [
      'a column of another type',
      inPlaces('rows(near: {column: "kind", vector: [1]}) { nodes { id } }'),
      /type text.*: at\./,
    ],
    ['an unknown column', inPlaces('rows(near: {column: "where", vector: [1]}) { nodes { id } }'), /no column "where"/],
  ])('%s', async (_, query, message) => {
    const { codes, errors, calls } = await graph.run(query);
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toMatch(message);
    expect(calls).toHaveLength(0);
  });

  test('a column without an index', async () => {
    const { codes, errors, calls } = await graph.run(near(', where: [{column: "name", eq: "x"}]'));
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toMatch(/"name".*index/);
    expect(calls.length).toBeLessThanOrEqual(1);
  });
});
