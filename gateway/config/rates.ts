/** How often a client may come. */
import { POSITIVE_OR_OFF, SERVE, type Setting } from './setting.ts';

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
    description: 'How many proxies stand in front and add to X-Forwarded-For, which says the address of a client',
  },
} as const satisfies Record<string, Setting>;
