/** How clients are served. */
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
  receipt: {
    env: 'ASTRA_GRAPHQL_RECEIPT',
    kind: 'switch',
    commands: SERVE,
    description:
      'Tell clients that send X-Astra-Receipt: true what their operation cost upstream; true on the embedded upstream while it listens on loopback, else false',
  },
  coalesce: {
    env: 'ASTRA_GRAPHQL_COALESCE',
    kind: 'switch',
    commands: SERVE,
    default: 'false',
    description: 'Let identical queries under way at the same time, of the same token, share one execution',
  },
  subgraph: {
    env: 'ASTRA_GRAPHQL_SUBGRAPH',
    kind: 'switch',
    commands: SERVE,
    default: 'false',
    description: 'Serve an Apollo Federation 2 subgraph, for a router to put together with others',
  },
  typePrefix: {
    env: 'ASTRA_GRAPHQL_TYPE_PREFIX',
    kind: 'text',
    commands: SERVE,
    description: 'In a subgraph: what the names of all types begin with, such as Astra',
  },
} as const satisfies Record<string, Setting>;
