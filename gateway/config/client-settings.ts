/** How clients are served. */
import { SERVE, SERVE_AND_SCHEMA, type Setting, type ValuesOf } from './setting.ts';

export const CLIENT_SETTINGS = {
  serveWithoutToken: {
    env: 'ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN',
    kind: 'switch',
    commands: SERVE,
    description:
      "Serve clients without a token with the gateway's own; default true on the embedded upstream while it listens on loopback, else false",
  },
  acceptAuthorization: {
    env: 'ASTRA_GRAPHQL_ACCEPT_AUTHORIZATION',
    kind: 'switch',
    commands: SERVE,
    description:
      'Accept the header Authorization: Bearer as a token; default true, false in a subgraph, where the router uses it',
  },
  relations: {
    env: 'ASTRA_GRAPHQL_RELATIONS',
    flag: 'relations',
    kind: 'list',
    commands: SERVE_AND_SCHEMA,
    description:
      'Files with the edges of typed graphs and what describes documents, or folders of .graphql files; the sample data brings its own',
  },
  corsOrigins: {
    env: 'ASTRA_GRAPHQL_CORS_ORIGINS',
    kind: 'list',
    commands: SERVE,
    description:
      'Origins of other web pages that may send requests; on the embedded upstream those of loopback may while it listens there',
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
      'Add the upstream cost of an operation to answers for clients that send X-Astra-Receipt: true; default true on the embedded upstream while it listens on loopback, else false',
  },
  coalesce: {
    env: 'ASTRA_GRAPHQL_COALESCE',
    kind: 'switch',
    commands: SERVE,
    default: 'false',
    description: 'Coalesce requests: identical queries in flight with the same token share one execution',
  },
  executor: {
    env: 'ASTRA_GRAPHQL_EXECUTOR',
    kind: 'choice',
    commands: SERVE,
    choices: ['prepared', 'graphql-js'],
    default: 'prepared',
    description:
      'What executes operations: prepared, which works out once what does not depend on data, or graphql-js; answers are the same',
  },
  subgraph: {
    env: 'ASTRA_GRAPHQL_SUBGRAPH',
    flag: 'subgraph',
    kind: 'switch',
    commands: SERVE_AND_SCHEMA,
    default: 'false',
    description: 'Serve an Apollo Federation 2 subgraph, for a router to compose with others',
  },
  typePrefix: {
    env: 'ASTRA_GRAPHQL_TYPE_PREFIX',
    flag: 'type-prefix',
    kind: 'text',
    commands: SERVE_AND_SCHEMA,
    description:
      'In a subgraph: prefix of all type names, such as Astra; in typed graphs {keyspace} stands for the keyspace, and root fields have it too',
  },
  names: {
    env: 'ASTRA_GRAPHQL_NAMES',
    flag: 'names',
    kind: 'choice',
    commands: SERVE_AND_SCHEMA,
    choices: ['exact', 'camel'],
    default: 'exact',
    description: 'Names in typed graphs: as in CQL, or in camel case (videosByUser, type VideosByUser)',
  },
} as const satisfies Record<string, Setting>;

export type ExecutorName = ValuesOf<typeof CLIENT_SETTINGS>['executor'];
