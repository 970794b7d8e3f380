/** How clients are received. */
import { SERVE, type Setting } from './setting.ts';

export const CLIENT_SETTINGS = {
  serveWithoutToken: {
    env: 'ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN',
    kind: 'switch',
    commands: SERVE,
    description:
      "Serve clients without a token with the gateway's own; true on the embedded upstream while it listens on loopback, else false",
  },
  acceptAuthorization: {
    env: 'ASTRA_GRAPHQL_ACCEPT_AUTHORIZATION',
    kind: 'switch',
    commands: SERVE,
    description:
      'Take the header Authorization: Bearer as a token; true, but false in a subgraph, where a router uses it for itself',
  },
  corsOrigins: {
    env: 'ASTRA_GRAPHQL_CORS_ORIGINS',
    kind: 'list',
    commands: SERVE,
    description: 'Origins of web pages elsewhere that may ask the gateway',
  },
  graphiql: {
    env: 'ASTRA_GRAPHQL_GRAPHIQL',
    kind: 'switch',
    commands: SERVE,
    default: 'true',
    inProduction: 'false',
    description: 'Answer browsers at /graphql with GraphiQL',
  },
} as const satisfies Record<string, Setting>;
