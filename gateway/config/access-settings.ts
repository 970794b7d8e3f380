/** Rates of requests, and which GraphQL documents are executed. */
import { POSITIVE_OR_OFF, SERVE, type Setting, type ValuesOf } from './setting.ts';

export const RATE_SETTINGS = {
  requestsPerToken: {
    env: 'ASTRA_GRAPHQL_REQUESTS_PER_TOKEN',
    kind: 'integer',
    commands: SERVE,
    default: '0',
    inProduction: '6000',
    range: POSITIVE_OR_OFF,
    description: 'Most requests per minute with the same token; 0 for any number',
  },
  requestsPerAddress: {
    env: 'ASTRA_GRAPHQL_REQUESTS_PER_ADDRESS',
    kind: 'integer',
    commands: SERVE,
    default: '0',
    inProduction: '30000',
    range: POSITIVE_OR_OFF,
    description: 'Most requests per minute from the same address; 0 for any number',
  },
  signInsPerAddress: {
    env: 'ASTRA_GRAPHQL_SIGN_INS_PER_ADDRESS',
    kind: 'integer',
    commands: SERVE,
    default: '30',
    range: POSITIVE_OR_OFF,
    description: 'Most sign-ins per minute from the same address; 0 for any number',
  },
  trustedProxies: {
    env: 'ASTRA_GRAPHQL_TRUSTED_PROXIES',
    kind: 'integer',
    commands: SERVE,
    default: '0',
    range: [0, 10],
    description: 'How many proxies in front append an address to X-Forwarded-For',
  },
} as const satisfies Record<string, Setting>;

/** Each per minute; 0 for any number. */
export type Rates = Omit<ValuesOf<typeof RATE_SETTINGS>, 'trustedProxies'>;

export const DOCUMENT_SETTINGS = {
  trustedDocuments: {
    env: 'ASTRA_GRAPHQL_TRUSTED_DOCUMENTS',
    kind: 'list',
    commands: SERVE,
    description:
      'Manifests of trusted documents, or folders of .graphql files; those of a typed graph behind its name, such as travel=app.json',
  },
  trustedDocumentsMode: {
    env: 'ASTRA_GRAPHQL_TRUSTED_DOCUMENTS_MODE',
    kind: 'choice',
    commands: SERVE,
    choices: ['off', 'log', 'only'],
    default: 'only',
    description: 'With trusted documents: off, log other documents, or execute trusted ones only',
  },
  apqDocuments: {
    env: 'ASTRA_GRAPHQL_APQ_DOCUMENTS',
    kind: 'integer',
    commands: SERVE,
    default: '0',
    range: POSITIVE_OR_OFF,
    description: 'How many documents to cache for clients that send a hash (automatic persisted queries); 0 for none',
  },
} as const satisfies Record<string, Setting>;
