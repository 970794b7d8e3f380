import type { HttpClientName } from '../http/transport.ts';

/** Limits for when upstream is slow, failing or gone. */
export interface ResilienceOptions {
  /** How long an operation may wait for upstream, over all its calls. Changes of a schema have their own time on top. */
  readonly operationTimeoutMs: number;
  /** How often a read is retried after a transient failure. */
  readonly maxRetries: number;
  /** When upstream asks for a longer wait before a retry, the read fails with `retryAfterMs` instead. */
  readonly maxRetryWaitMs: number;
  /** Calls in flight to one host. */
  readonly maxCallsAtOnce: number;
  /** Calls in the queue of one host; further ones are refused at once. */
  readonly maxCallsWaiting: number;
  /** The circuit breaker of a host opens when more than half of at least so many calls of ten seconds failed. */
  readonly breakerMinCalls: number;
  /** How long a circuit breaker stays open before one call tries the host again. */
  readonly breakerOpenMs: number;
  /** On other platforms than Node it has no effect. */
  readonly httpClient: HttpClientName;
}

export const RESILIENCE_DEFAULTS: ResilienceOptions = {
  operationTimeoutMs: 30_000,
  maxRetries: 2,
  maxRetryWaitMs: 2000,
  maxCallsAtOnce: 64,
  maxCallsWaiting: 1000,
  breakerMinCalls: 20,
  breakerOpenMs: 5000,
  httpClient: 'node',
};
