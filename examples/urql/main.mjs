/** A normalised cache that answers again without a request. Run `npm start` here while the gateway runs. */
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';

const token = process.env.GATEWAY_TOKEN;
let requests = 0;
const client = new Client({
  url: process.env.GATEWAY_URL ?? 'http://localhost:4000/graphql',
  exchanges: [
    cacheExchange({
      resolvers: { Table: { rows: relayPagination() }, Collection: { documents: relayPagination() } },
      updates: {
        Mutation: {
          deleteRow: (result, _, cache) => cache.invalidate({ __typename: 'Row', id: result.deleteRow.deletedId }),
        },
      },
    }),
    fetchExchange,
  ],
  // urql asks by GET. A GET needs a header that no foreign web page can send: a token, or this one.
  fetchOptions: { headers: token ? { 'X-Cassandra-Token': token } : { 'Apollo-Require-Preflight': 'true' } },
  fetch: (...request) => {
    requests++;
    return fetch(...request);
  },
});

const AIRPORT = gql`
  query Airport($columns: [String!]) {
    keyspace(name: "travel") { id table(name: "airports") { id row(key: { iata: "SFO" }) { id values(columns: $columns) } } }
  }
`;

for (const columns of [['name'], ['city'], ['name']]) {
  const { data, error } = await client.query(AIRPORT, { columns });
  if (error) throw error;
  console.log(data.keyspace.table.row.values);
}
console.log(`${requests} requests`);
