/** Of Hive Gateway: `hive-gateway supergraph` reads it. The token is for one of the subgraphs alone. */
export const gatewayConfig = {
  supergraph: './supergraph.graphql',
  propagateHeaders: {
    fromClientToSubgraphs: ({ request, subgraphName }) =>
      subgraphName === 'astra' ? { 'x-cassandra-token': request.headers.get('x-cassandra-token') ?? undefined } : {},
  },
};
