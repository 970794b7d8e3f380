/** urql with its normalised cache, Graphcache, which knows our schema. */

import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../../support/gateway.ts';

let gateway: RunningGateway;
let schema: IntrospectionQuery;
let client: Client;
/** What Graphcache complains of: keys that it cannot make, fields that the schema has not. */
let warnings: string[];

beforeAll(async () => {
  gateway = await startGateway({ emulator: { sample: true } });
  schema = (await gateway.query(getIntrospectionQuery())).data;
}, 60_000);
afterAll(() => gateway.close());
beforeEach(() => {
  warnings = [];
  client = createClient();
});

function createClient(): Client {
  const cache = cacheExchange({
    schema,
    // Parts of objects, which have no id of their own.
    keys: { Column: () => null, PrimaryKey: () => null, ClusteringColumn: () => null },
    resolvers: { Table: { rows: relayPagination() }, Collection: { documents: relayPagination() } },
    updates: {
      Mutation: {
        deleteRow(result, _, store) {
          const { deletedId } = result.deleteRow as { deletedId: string | null };
          if (deletedId) store.invalidate({ __typename: 'Row', id: deletedId });
        },
      },
    },
    logger: (_, message) => warnings.push(message),
  });
  const headers = { 'x-cassandra-token': gateway.emulator.applicationToken };
  return new Client({
    url: gateway.url,
    exchanges: [cache, fetchExchange],
    fetchOptions: { headers },
  });
}

const ROWS = gql`
  query Rows($first: Int!, $after: String) {
    keyspace(name: "travel") {
      id
      table(name: "flights") {
        id
        columns { name type }
        primaryKey { partitionKey clusteringKey { name order } }
        rows(key: { origin: "SFO" }, first: $first, after: $after) {
          edges { node { id key } }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }
    }
  }
`;

test('merges pages with relayPagination, without a warning of the cache', async () => {
  const first = await client.query(ROWS, { first: 4 });
  expect(first.error).toBeUndefined();
  const { endCursor } = first.data.keyspace.table.rows.pageInfo;
  const both = await client.query(ROWS, { first: 4, after: endCursor });
  const ids = both.data.keyspace.table.rows.edges.map(({ node }: { node: { id: string } }) => node.id);
  expect(new Set(ids).size).toBe(8);
  expect(warnings).toEqual([]);
});

test('answers from its cache what another query has read, at no cost', async () => {
  const read =
    '{ keyspace(name: "travel") { id table(name: "airports") { id row(key: { iata: "SFO" }) { id values(columns: ["name"]) } } } }';
  await client.query(gql(read), {});
  gateway.clearUpstreamRequests();
  const again = await client.query(gql(`query Again ${read}`), {});
  expect(again.data.keyspace.table.row.values).toEqual({ name: 'San Francisco International' });
  expect(gateway.upstreamRequests()).toEqual([]);
});

test('does not let values of some columns overwrite those of others', async () => {
  const query = gql`
    query Airport($columns: [String!]!) {
      keyspace(name: "travel") { id table(name: "airports") { id row(key: { iata: "SFO" }) { id values(columns: $columns) } } }
    }
  `;
  for (const columns of [['name'], ['city']]) await client.query(query, { columns });
  const cached = await client.query(query, { columns: ['name'] }, { requestPolicy: 'cache-only' });
  expect(cached.data.keyspace.table.row.values).toEqual({ name: 'San Francisco International' });
});

test('drops a deleted row by deletedId', async () => {
  const read = gql`{ keyspace(name: "travel") { id table(name: "airports") { id row(key: { iata: "ZZY" }) { id value(column: "name") } } } }`;
  const create = gql`mutation { createRow(input: { keyspace: "travel", table: "airports", values: { iata: "ZZY", name: "Short-lived" } }) { row { id } } }`;
  expect((await client.mutation(create, {})).error).toBeUndefined();
  const { id } = (await client.query(read, {})).data.keyspace.table.row;
  await client.mutation(gql`mutation Delete($id: ID!) { deleteRow(input: { id: $id }) { deletedId } }`, { id });
  // The cache has no such row any more, and asks again.
  const later = await client.query(read, {});
  expect(later.data.keyspace.table.row).toBeNull();
  expect(warnings).toEqual([]);
});
