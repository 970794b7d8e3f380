/** Address, actions and verbosity of the process. */
import { ALL, BOTH, SERVE, type Setting } from './setting.ts';

export const PROCESS_SETTINGS = {
  port: {
    env: 'ASTRA_GRAPHQL_PORT',
    flag: 'port',
    kind: 'integer',
    commands: BOTH,
    defaultOf: { serve: '4000', emulate: '8090' },
    range: [0, 65_535],
    description: 'Port to listen on; default 4000 for serve and 8090 for emulate, 0 for any free port',
  },
  host: {
    env: 'ASTRA_GRAPHQL_HOST',
    flag: 'host',
    kind: 'text',
    commands: BOTH,
    default: '127.0.0.1',
    description: 'Address to listen on',
  },
  workers: {
    env: 'ASTRA_GRAPHQL_WORKERS',
    flag: 'workers',
    kind: 'text',
    commands: SERVE,
    default: '1',
    description: 'Processes that share the port, so that GraphQL is answered on several cores; auto: one for each core',
  },
  metricsPort: {
    env: 'ASTRA_GRAPHQL_METRICS_PORT',
    kind: 'integer',
    commands: SERVE,
    range: [0, 65_535],
    description: 'Port of /metrics alone, which the port of GraphQL then does not answer; default the port of GraphQL',
  },
  printSchema: {
    env: 'ASTRA_GRAPHQL_PRINT_SCHEMA',
    flag: 'print-schema',
    kind: 'switch',
    commands: SERVE,
    default: 'false',
    description: 'Print the GraphQL schema and stop',
  },
  checkConfig: {
    env: 'ASTRA_GRAPHQL_CHECK_CONFIG',
    flag: 'check-config',
    kind: 'switch',
    commands: SERVE,
    default: 'false',
    description: 'Check the settings, the data folder, the port and the trusted documents, and stop',
  },
  compression: {
    env: 'ASTRA_GRAPHQL_COMPRESSION',
    kind: 'switch',
    commands: SERVE,
    default: 'true',
    description: 'Compress answers from 1 kB on with br or gzip for clients that accept it; those of mutations never',
  },
  quiet: {
    env: 'ASTRA_GRAPHQL_QUIET',
    flag: 'quiet',
    kind: 'switch',
    commands: [...ALL, 'copy', 'schema'],
    default: 'false',
    description: 'Log only faults and failed upstream calls, not each request; show no progress',
  },
  schemaClient: {
    env: 'ASTRA_GRAPHQL_SCHEMA_CLIENT',
    flag: 'client',
    kind: 'choice',
    commands: ['schema'],
    choices: ['apollo', 'urql', 'relay'],
    description:
      "Print what a client's cache needs to know of a typed graph: Apollo's type policies (apollo), Graphcache's keys (urql) or relay.config.json (relay)",
  },
  readToken: {
    env: 'ASTRA_GRAPHQL_READ_TOKEN',
    kind: 'secret',
    commands: ['serve', 'schema', 'infer'],
    description:
      "Token with which schema, relations, infer and --check-config read the database; default the gateway's own, which a self-hosted upstream has not",
  },
} as const satisfies Record<string, Setting>;
