/** Pages that grow together, and a row that leaves the cache when it is deleted. Run `npm start` here while the gateway runs. */
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

const token = process.env.GATEWAY_TOKEN;
const client = new ApolloClient({
  link: new HttpLink({
    uri: process.env.GATEWAY_URL ?? 'http://localhost:4000/graphql',
    headers: token ? { 'X-Cassandra-Token': token } : {},
  }),
  cache: new InMemoryCache({
    // Objects have ids; all that is to say is which arguments of a list make it another list.
    typePolicies: {
      Table: { fields: { rows: relayStylePagination(['key', 'where', 'sort']) } },
      Collection: { fields: { documents: relayStylePagination(['where']) } },
    },
  }),
});

const DEPARTURES = gql`
  query Departures($after: String) {
    keyspace(name: "travel") {
      id
      table(name: "flights") {
        id
        rows(key: { origin: "SFO" }, first: 3, after: $after) {
          edges { node { id key } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`;

const departures = client.watchQuery({ query: DEPARTURES });
const subscription = departures.subscribe(() => {});
const { data } = await client.query({ query: DEPARTURES });
await departures.fetchMore({ variables: { after: data.keyspace.table.rows.pageInfo.endCursor } });
const { edges } = client.readQuery({ query: DEPARTURES }).keyspace.table.rows;
subscription.unsubscribe();
console.log(`${edges.length} departures after two pages`);

const created = await client.mutate({
  mutation: gql`mutation {
    createRow(input: { keyspace: "travel", table: "airports", values: { iata: "ZZA", name: "Made up" } }) {
      row { id value(column: "name") }
    }
  }`,
});
const { row } = created.data.createRow;
console.log('created', row.value);

await client.mutate({
  mutation: gql`mutation Delete($id: ID!) { deleteRow(input: { id: $id }) { deletedId } }`,
  variables: { id: row.id },
  update: (cache, answer) => cache.evict({ id: `Row:${answer.data.deleteRow.deletedId}` }),
});
console.log('in the cache afterwards:', `Row:${row.id}` in client.cache.extract());
