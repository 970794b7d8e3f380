/** Addresses, token and timeouts of the upstream. */
import { POSITIVE, SERVE, type Setting } from './setting.ts';

export const UPSTREAM_SETTINGS = {
  apiEndpoint: {
    env: 'ASTRA_DB_API_ENDPOINT',
    kind: 'url',
    commands: SERVE,
    description: 'Astra: endpoint of the default database, https://{id}-{region}.apps.astra.datastax.com',
  },
  databaseId: {
    env: 'ASTRA_DB_ID',
    kind: 'text',
    commands: SERVE,
    description: 'Astra: id of the default database, instead of its endpoint',
  },
  region: {
    env: 'ASTRA_DB_REGION',
    kind: 'text',
    commands: SERVE,
    description: 'Astra: region of the default database, with its id',
  },
  astraApi: {
    env: 'ASTRA_DB_API',
    kind: 'choice',
    commands: SERVE,
    choices: ['data', 'stargate'],
    default: 'data',
    description:
      'Astra: what serves the default database, its Data API (data) or the REST and Document APIs of old (stargate)',
  },
  applicationToken: {
    env: 'ASTRA_DB_APPLICATION_TOKEN',
    kind: 'secret',
    commands: SERVE,
    description: "Astra: the gateway's own token; used only if ASTRA_GRAPHQL_SERVE_WITHOUT_TOKEN is true",
  },
  devopsUrl: {
    env: 'ASTRA_DEVOPS_URL',
    kind: 'url',
    commands: SERVE,
    default: 'https://api.astra.datastax.com',
    description: 'Astra: base URL of the DevOps API',
  },
  allowedOrigins: {
    env: 'ASTRA_ALLOWED_ORIGINS',
    kind: 'list',
    commands: SERVE,
    description: "Astra: origins besides Astra's own to which tokens may be sent",
  },
  stargateName: {
    env: 'STARGATE_NAME',
    kind: 'text',
    commands: SERVE,
    default: 'stargate',
    description: 'Self-hosted Stargate: name of its database in the graph',
  },
  stargateRestUrl: {
    env: 'STARGATE_REST_URL',
    kind: 'url',
    commands: SERVE,
    description: 'Self-hosted Stargate: base URL of the REST API, such as http://localhost:8082',
  },
  stargateDocumentUrl: {
    env: 'STARGATE_DOCUMENT_URL',
    kind: 'url',
    commands: SERVE,
    description: 'Self-hosted Stargate: base URL of the Document API, such as http://localhost:8180',
  },
  stargateAuthUrl: {
    env: 'STARGATE_AUTH_URL',
    kind: 'url',
    commands: SERVE,
    description: 'Self-hosted Stargate: base URL of the auth API, such as http://localhost:8081',
  },
  dataApiUrl: {
    env: 'DATA_API_URL',
    kind: 'url',
    commands: SERVE,
    description: 'Self-hosted Data API, of HCD or DSE 6.9: its base URL, such as http://localhost:8181',
  },
  dataApiName: {
    env: 'DATA_API_NAME',
    kind: 'text',
    commands: SERVE,
    default: 'data-api',
    description: 'Self-hosted Data API: name of its database in the graph',
  },
  allowFiltering: {
    env: 'ASTRA_GRAPHQL_ALLOW_FILTERING',
    kind: 'switch',
    commands: SERVE,
    default: 'false',
    description: 'Data API: send filters on columns without an index, for which the database reads the whole table',
  },
  upstreamTimeoutMs: {
    env: 'ASTRA_GRAPHQL_UPSTREAM_TIMEOUT_MS',
    kind: 'integer',
    commands: SERVE,
    default: '10000',
    range: POSITIVE,
    description: 'Timeout of an upstream call in milliseconds',
  },
  schemaTimeoutMs: {
    env: 'ASTRA_GRAPHQL_SCHEMA_TIMEOUT_MS',
    kind: 'integer',
    commands: SERVE,
    default: '60000',
    range: POSITIVE,
    description: 'Timeout of an upstream call that changes a schema, in milliseconds',
  },
} as const satisfies Record<string, Setting>;
