/** What the gateway bears when upstream is slow, failing or gone, and how it stops. */
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
    description: 'How long an operation may wait for upstream in all; changes of a schema are not counted',
  },
  maxRetries: {
    env: 'ASTRA_GRAPHQL_MAX_RETRIES',
    kind: 'integer',
    commands: SERVE,
    default: `${byDefault.maxRetries}`,
    range: [0, 10],
    description: 'How often an upstream read that failed in passing is sent again',
  },
  maxRetryWaitMs: {
    env: 'ASTRA_GRAPHQL_MAX_RETRY_WAIT_MS',
    kind: 'integer',
    commands: SERVE,
    default: `${byDefault.maxRetryWaitMs}`,
    range: POSITIVE,
    description: 'The longest wait before that; where upstream asks for more, the client is told instead',
  },
  maxCallsAtOnce: {
    env: 'ASTRA_GRAPHQL_MAX_UPSTREAM_CALLS_AT_ONCE',
    kind: 'integer',
    commands: SERVE,
    default: `${byDefault.maxCallsAtOnce}`,
    range: POSITIVE,
    description: 'Most upstream calls under way to one host',
  },
  maxCallsWaiting: {
    env: 'ASTRA_GRAPHQL_MAX_UPSTREAM_CALLS_WAITING',
    kind: 'integer',
    commands: SERVE,
    default: `${byDefault.maxCallsWaiting}`,
    range: [0, POSITIVE[1]],
    description: 'Most upstream calls to one host that wait for their turn; further ones are refused',
  },
  breakerMinCalls: {
    env: 'ASTRA_GRAPHQL_BREAKER_MIN_CALLS',
    kind: 'integer',
    commands: SERVE,
    default: `${byDefault.breakerMinCalls}`,
    range: POSITIVE,
    description: 'A host is left alone when more than half of at least so many calls of ten seconds failed',
  },
  breakerOpenMs: {
    env: 'ASTRA_GRAPHQL_BREAKER_OPEN_MS',
    kind: 'integer',
    commands: SERVE,
    default: `${byDefault.breakerOpenMs}`,
    range: POSITIVE,
    description: 'How long it is left alone before one call tries it again',
  },
} as const satisfies Record<string, Setting>;

export const SHUTDOWN_SETTINGS = {
  drainDelayMs: {
    env: 'ASTRA_GRAPHQL_DRAIN_DELAY_MS',
    kind: 'integer',
    commands: SERVE,
    default: '250',
    range: [0, POSITIVE[1]],
    description: 'Asked to stop: how long requests are still taken, while /ready says 503',
  },
  drainTimeoutMs: {
    env: 'ASTRA_GRAPHQL_DRAIN_TIMEOUT_MS',
    kind: 'integer',
    commands: SERVE,
    default: '30000',
    range: POSITIVE,
    description: 'Asked to stop: how long requests under way may take after that',
  },
} as const satisfies Record<string, Setting>;
