/** Client, retries, queue and circuit breaker of upstream calls; how the process stops. */
import { RESILIENCE_DEFAULTS } from '../../datasources/resilience/options.ts';
import { POSITIVE, SERVE, type Setting } from './setting.ts';

const byDefault = RESILIENCE_DEFAULTS;

export const RESILIENCE_SETTINGS = {
  operationTimeoutMs: {
    env: 'ASTRA_GRAPHQL_OPERATION_TIMEOUT_MS',
    kind: 'integer',
    commands: SERVE,
    default: `${byDefault.operationTimeoutMs}`,
    range: POSITIVE,
    description: 'Milliseconds that an operation may wait for upstream in total, without schema changes',
  },
  maxRetries: {
    env: 'ASTRA_GRAPHQL_MAX_RETRIES',
    kind: 'integer',
    commands: SERVE,
    default: `${byDefault.maxRetries}`,
    range: [0, 10],
    description: 'Retries of an upstream read after a transient failure',
  },
  maxRetryWaitMs: {
    env: 'ASTRA_GRAPHQL_MAX_RETRY_WAIT_MS',
    kind: 'integer',
    commands: SERVE,
    default: `${byDefault.maxRetryWaitMs}`,
    range: POSITIVE,
    description:
      'Longest wait in milliseconds before a retry; if upstream asks for more, the client gets the error and retryAfterMs',
  },
  maxCallsAtOnce: {
    env: 'ASTRA_GRAPHQL_MAX_UPSTREAM_CALLS_AT_ONCE',
    kind: 'integer',
    commands: SERVE,
    default: `${byDefault.maxCallsAtOnce}`,
    range: POSITIVE,
    description: 'Most active upstream calls per host; further ones are queued',
  },
  maxCallsWaiting: {
    env: 'ASTRA_GRAPHQL_MAX_UPSTREAM_CALLS_WAITING',
    kind: 'integer',
    commands: SERVE,
    default: `${byDefault.maxCallsWaiting}`,
    range: [0, POSITIVE[1]],
    description: 'Most queued upstream calls per host; further ones are refused',
  },
  breakerMinCalls: {
    env: 'ASTRA_GRAPHQL_BREAKER_MIN_CALLS',
    kind: 'integer',
    commands: SERVE,
    default: `${byDefault.breakerMinCalls}`,
    range: POSITIVE,
    description:
      'Fewest calls in ten seconds for the circuit breaker of a host to open; it opens when more than half of them failed',
  },
  breakerOpenMs: {
    env: 'ASTRA_GRAPHQL_BREAKER_OPEN_MS',
    kind: 'integer',
    commands: SERVE,
    default: `${byDefault.breakerOpenMs}`,
    range: POSITIVE,
    description: 'Milliseconds that the circuit breaker stays open before one call probes the host',
  },
  httpClient: {
    env: 'ASTRA_GRAPHQL_HTTP_CLIENT',
    kind: 'choice',
    commands: SERVE,
    choices: ['node', 'node-fetch'],
    default: byDefault.httpClient,
    description:
      'What sends upstream calls: the HTTP client of Node, or node-fetch, which takes more than twice its time',
  },
} as const satisfies Record<string, Setting>;

export const SHUTDOWN_SETTINGS = {
  drainDelayMs: {
    env: 'ASTRA_GRAPHQL_DRAIN_DELAY_MS',
    kind: 'integer',
    commands: SERVE,
    default: '250',
    range: [0, POSITIVE[1]],
    description: 'At shutdown: milliseconds that new requests are still accepted, while /ready answers 503',
  },
  drainTimeoutMs: {
    env: 'ASTRA_GRAPHQL_DRAIN_TIMEOUT_MS',
    kind: 'integer',
    commands: SERVE,
    default: '30000',
    range: POSITIVE,
    description: 'At shutdown: milliseconds that active requests may take after that',
  },
} as const satisfies Record<string, Setting>;
