/** How much the gateway bears when upstream is slow, failing or gone, and what it does then. */
export interface ResilienceOptions {
  /** How long an operation may wait for upstream, over all its calls. Changes of a schema have their own time on top. */
  readonly operationTimeoutMs: number;
  /** How often a read that failed in passing is sent again. */
  readonly maxRetries: number;
  /** When upstream asks for a longer wait before the next try, the client is told so instead. */
  readonly maxRetryWaitMs: number;
  /** Calls that may be under way to one host. */
  readonly maxCallsAtOnce: number;
  /** Calls to one host that may wait for their turn; further ones are refused at once. */
  readonly maxCallsWaiting: number;
  /** A host is left alone when more than half of at least so many calls of ten seconds failed. */
  readonly breakerMinCalls: number;
  /** How long it is left alone before one call tries it again. */
  readonly breakerOpenMs: number;
}

export const RESILIENCE_DEFAULTS: ResilienceOptions = {
  operationTimeoutMs: 30_000,
  maxRetries: 2,
  maxRetryWaitMs: 2000,
  maxCallsAtOnce: 64,
  maxCallsWaiting: 1000,
  breakerMinCalls: 20,
  breakerOpenMs: 5000,
};
