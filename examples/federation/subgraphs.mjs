/** Where the subgraphs are. `supergraph.yaml` says the same to rover. */
export const FAVOURITES_PORT = Number(process.env.FAVOURITES_PORT ?? 4001);
export const SUBGRAPHS = [
  {
    name: 'astra',
    url: process.env.GATEWAY_URL ?? 'http://localhost:4000/graphql',
    file: '../../schema.subgraph.graphql',
  },
  { name: 'favourites', url: `http://localhost:${FAVOURITES_PORT}/`, file: 'favourites.graphql' },
];
