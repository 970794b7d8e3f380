import { Environment, Network, RecordSource, Store } from 'relay-runtime';

const url = process.env.GATEWAY_URL ?? 'http://localhost:4000/graphql/travel';
const token = process.env.GATEWAY_TOKEN;

export const environment = new Environment({
  network: Network.create(async ({ text }, variables) => {
    const headers = { 'Content-Type': 'application/json', ...(token && { 'X-Cassandra-Token': token }) };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: text, variables }) });
    return response.json();
  }),
  store: new Store(new RecordSource()),
  // The runtime would look for `id`, which is a column like any other here.
  getDataID: (record: { readonly nodeId?: unknown }) => record.nodeId,
});
