/** Lists, pages, edits and deletes rows of a typed graph. Run `npm start` here while the gateway runs. */
import { type AnyVariables, Client, fetchExchange, type TypedDocumentNode } from '@urql/core';
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env';

const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { LocalDate: string; LocalTime: string };
}>();

const token = process.env.GATEWAY_TOKEN;
const client = new Client({
  url: process.env.GATEWAY_URL ?? 'http://localhost:4000/graphql/travel',
  // A query by GET needs a header that no foreign web page can send.
  preferGetMethod: false,
  exchanges: [fetchExchange],
  fetchOptions: { headers: token ? { 'X-Cassandra-Token': token } : {} },
});

async function ask<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data | undefined> {
  const { data, error } = await client.query(document, variables);
  if (error) throw error;
  return data;
}

const FLIGHTS = graphql(`
  query Flights($where: flights_filter!, $after: String) {
    flights(where: $where, first: 4, after: $after) {
      nodes {
        day
        departure
        destination
        delay_minutes
        to {
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const CREATE = graphql(`
  mutation Create($input: flights_input!) {
    create_flights(input: $input) {
      created
    }
  }
`);

const UPDATE = graphql(`
  mutation Update($input: flights_update!) {
    update_flights(input: $input) {
      row {
        delay_minutes
      }
    }
  }
`);

const DELETE = graphql(`
  mutation Delete($key: flights_key!) {
    delete_flights(input: $key) {
      deletedId
    }
  }
`);

const where = { origin: { eq: 'SFO' }, day: { gte: '2001-01-02' } };
const first = await ask(FLIGHTS, { where });
const next = await ask(FLIGHTS, { where, after: first?.flights?.pageInfo.endCursor });
for (const { day, departure, to } of [...(first?.flights?.nodes ?? []), ...(next?.flights?.nodes ?? [])]) {
  console.log(day, departure, 'to', to?.name);
}

const key = { origin: 'SFO', day: '2030-01-01', departure: '12:00:00', destination: 'HNL' };
const created = await client.mutation(CREATE, { input: key });
const again = await client.mutation(CREATE, { input: key });
const [conflict] = again.error?.graphQLErrors ?? [];
console.log('created', created.data?.create_flights?.created, 'and again', conflict?.extensions.code);
const updated = await client.mutation(UPDATE, { input: { key, set: { delay_minutes: 5 } } });
console.log('late', updated.data?.update_flights?.row?.delay_minutes);
const deleted = await client.mutation(DELETE, { key });
console.log('deleted', typeof deleted.data?.delete_flights?.deletedId);
