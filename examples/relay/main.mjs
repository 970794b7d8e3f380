/** Pages of a connection, an object by its id, and a record that is deleted. Run `npm start` here while the gateway runs. */
import relay from 'relay-runtime';
import fragment from './__generated__/flights_table.graphql.js';
import createMutation from './__generated__/flightsCreateMutation.graphql.js';
import deleteMutation from './__generated__/flightsDeleteMutation.graphql.js';
import nodeQuery from './__generated__/flightsNodeQuery.graphql.js';
import pageQuery from './__generated__/flightsPageQuery.graphql.js';
import query from './__generated__/flightsQuery.graphql.js';

const { Environment, Network, RecordSource, Store, commitMutation, fetchQuery } = relay;
const url = process.env.GATEWAY_URL ?? 'http://localhost:4000/graphql';
const token = process.env.GATEWAY_TOKEN;

const environment = new Environment({
  network: Network.create(async ({ text }, variables) => {
    const headers = { 'Content-Type': 'application/json', ...(token && { 'X-Cassandra-Token': token }) };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: text, variables }) });
    return response.json();
  }),
  store: new Store(new RecordSource()),
});

/** What a component with this fragment would be given. */
function readFlights() {
  const { data } = environment.lookup(operation.fragment);
  return environment.lookup(relay.getSingularSelector(fragment, data.keyspace.table)).data;
}

const variables = { key: { origin: 'SFO' } };
const operation = relay.createOperationDescriptor(relay.getRequest(query), variables);
environment.retain(operation);
await fetchQuery(environment, query, variables).toPromise();
const { id, rows } = readFlights();
console.log(`${rows.edges.length} flights`);

await fetchQuery(environment, pageQuery, { ...variables, id, first: 3, after: rows.pageInfo.endCursor }).toPromise();
const { edges } = readFlights().rows;
console.log(`${edges.length} flights after the second page`);

const { node } = await fetchQuery(environment, nodeQuery, { id: edges[5].node.id }).toPromise();
console.log(`${node.__typename} to ${node.values.destination} by its id`);

const mutate = (mutation, given) =>
  new Promise((onCompleted, onError) => {
    commitMutation(environment, { mutation, variables: given, onCompleted, onError });
  });
const values = { origin: 'SFO', day: '2030-01-01', departure: '12:00:00', destination: 'HNL' };
const { createRow } = await mutate(createMutation, { values });
await mutate(deleteMutation, { id: createRow.row.id });
console.log('in the store afterwards:', environment.getStore().getSource().get(createRow.row.id));
