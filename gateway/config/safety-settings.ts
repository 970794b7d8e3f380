/** Hosts, schema privacy and headers. */
import { BOTH, SERVE, type Setting, type ValuesOf } from './setting.ts';

export const SAFETY_SETTINGS = {
  production: {
    env: 'ASTRA_GRAPHQL_PRODUCTION',
    kind: 'switch',
    commands: SERVE,
    default: 'false',
    description: 'Use the production defaults; settings that are given keep their value',
  },
  allowedHosts: {
    env: 'ASTRA_GRAPHQL_ALLOWED_HOSTS',
    flag: 'allowed-hosts',
    kind: 'list',
    commands: BOTH,
    description:
      'Host names to answer beside those of loopback, such as api.example.com, *.example.com or *; default none on loopback, elsewhere any',
  },
  introspection: {
    env: 'ASTRA_GRAPHQL_INTROSPECTION',
    kind: 'switch',
    commands: SERVE,
    default: 'true',
    inProduction: 'false',
    description: 'Answer introspection queries',
  },
  suggestions: {
    env: 'ASTRA_GRAPHQL_SUGGESTIONS',
    kind: 'switch',
    commands: SERVE,
    default: 'true',
    inProduction: 'false',
    description: 'Let errors about unknown names suggest known ones: Did you mean …?',
  },
  securityHeaders: {
    env: 'ASTRA_GRAPHQL_SECURITY_HEADERS',
    kind: 'switch',
    commands: SERVE,
    default: 'true',
    description:
      'Send headers that forbid browsers to cache answers, guess their type, frame them or send their address as referrer',
  },
  statusProfile: {
    env: 'ASTRA_GRAPHQL_STATUS_PROFILE',
    kind: 'choice',
    commands: SERVE,
    choices: ['2025', '2026'],
    default: '2025',
    description:
      'HTTP status by GraphQL over HTTP of 2025, or by the draft of 2026: 422 when refused, 294 when partial',
  },
} as const satisfies Record<string, Setting>;

/** Whether the schema can be introspected, and whether errors suggest names. */
export type Privacy = Pick<ValuesOf<typeof SAFETY_SETTINGS>, 'introspection' | 'suggestions'>;
export type StatusProfile = ValuesOf<typeof SAFETY_SETTINGS>['statusProfile'];
