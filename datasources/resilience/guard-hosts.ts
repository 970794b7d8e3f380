/** Each host has a bulkhead, which bounds its load, and a circuit breaker, which spares callers the wait for a host that fails. */
import type { HttpClient } from '../http/client.ts';
import { failedCall, type HttpAnswer, type HttpCall, nameCall } from '../http/http-call.ts';
import { isConnectionFailure } from '../http/http-failure.ts';
import type { Api } from '../source/errors.ts';
import {
  OperationTimeoutError,
  OverloadedError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../source/errors.ts';
import type { BreakerChange, OperationScope, UpstreamPressure } from '../source/source.ts';
import { type Bulkhead, createBulkhead, QueueFullError, QueueTimeoutError } from './bulkhead.ts';
import { type CircuitBreaker, createCircuitBreaker, type Verdict } from './circuit-breaker.ts';
import { isUnending, timeLeftMs } from './operation-time.ts';
import type { ResilienceOptions } from './options.ts';
import { type Outcome, settle, unsettle } from './outcome.ts';

export interface GuardedClient extends HttpClient {
  pressure(): UpstreamPressure;
}

interface HostGuard {
  readonly breaker: CircuitBreaker<Outcome>;
  readonly bulkhead: Bulkhead;
  readonly apis: Set<Api>;
}

/** The `retryAfterMs` of calls that are refused because the queue is full. */
const OVERLOAD_WAIT_MS = 1000;

/**
 * @throws UpstreamUnavailableError - at once, while the circuit breaker of the host is open
 * @throws OverloadedError - at once, when the queue of the host is full, unless the operation is in work without a deadline
 * @throws OperationTimeoutError - when the operation's time ends while its call is queued
 */
export function guardHosts(
  http: HttpClient,
  options: ResilienceOptions,
  onBreaker: (change: BreakerChange) => void = () => {},
): GuardedClient {
  const guards = new Map<string, HostGuard>();
  /** By base URL, of which a host may have several. */
  const byBaseUrl = new Map<string, HostGuard>();

  function guardOf({ baseUrl, api }: HttpCall): HostGuard {
    const guard = byBaseUrl.get(baseUrl) ?? guardOfHost(new URL(baseUrl).host);
    guard.apis.add(api);
    byBaseUrl.set(baseUrl, guard);
    return guard;
  }

  function guardOfHost(host: string): HostGuard {
    const known = guards.get(host);
    if (known) return known;
    const bulkhead = createBulkhead(options.maxCallsAtOnce, options.maxCallsWaiting);
    const apis = new Set<Api>();
    const breaker = createCircuitBreaker(judge, options, (state) => {
      onBreaker({ apis: [...apis].sort(), state, ...(state === 'open' && { retryAfterMs: options.breakerOpenMs }) });
    });
    const guard = { breaker, bulkhead, apis };
    guards.set(host, guard);
    return guard;
  }

  async function send<T>(call: HttpCall<T>, scope: OperationScope): Promise<HttpAnswer<T>> {
    const { breaker, bulkhead } = guardOf(call);
    const waitMs = breaker.waitMs();
    if (waitMs > 0) throw breakerOpen(call, waitMs);
    return unsettle(await breaker.run(() => settle(sendWithin(bulkhead, call, scope))));
  }

  async function sendWithin<T>(bulkhead: Bulkhead, call: HttpCall<T>, scope: OperationScope): Promise<HttpAnswer<T>> {
    const maxWaitMs = Math.max(0, timeLeftMs(scope));
    // Writes that have begun make few calls at a time; refused here, they would be left half done.
    await bulkhead.acquire(maxWaitMs, scope.signal, isUnending(scope)).catch((error) => throwRefusal(call, error));
    try {
      return await http.send(call, scope);
    } finally {
      bulkhead.release();
    }
  }

  return { ...http, send, pressure: () => measure([...guards.values()]) };
}

/**
 * A timeout of the operation, a full queue, a client that left and a missing token say nothing of the host. What an answer
 * says of it, its back end knows.
 */
function judge(outcome: Outcome): Verdict {
  if ('error' in outcome) {
    const isHostFailure = outcome.error instanceof UpstreamTimeoutError || isConnectionFailure(outcome.error);
    return isHostFailure ? 'failing' : 'unknown';
  }
  const { answer } = outcome;
  return answer.call.errors.isHostFailure(answer) ? 'failing' : 'healthy';
}

function breakerOpen(call: HttpCall, retryAfterMs: number): UpstreamUnavailableError {
  return new UpstreamUnavailableError(
    `Circuit breaker open for this host, which failed too often: ${nameCall(call)} was not sent. Retry in ${Math.ceil(retryAfterMs / 1000)} s.`,
    { call: unsent(call), retryAfterMs },
  );
}

/** @throws the error for the caller instead of one of the bulkhead */
function throwRefusal(call: HttpCall, error: unknown): never {
  const request = nameCall(call);
  if (error instanceof QueueFullError) {
    throw new OverloadedError(
      `The queue for this host is full: ${request} was not sent. Retry in ${OVERLOAD_WAIT_MS / 1000} s.`,
      {
        call: unsent(call),
        retryAfterMs: OVERLOAD_WAIT_MS,
      },
    );
  }
  if (!(error instanceof QueueTimeoutError)) throw error;
  throw new OperationTimeoutError(
    `The operation used up its time while ${request} was queued; it was not sent. Ask for less at a time, or try again.`,
    { call: unsent(call) },
  );
}

function unsent(call: HttpCall) {
  return failedCall(call, { status: undefined, retryable: true, durationMs: undefined });
}

function measure(guards: readonly HostGuard[]): UpstreamPressure {
  const breakers = { closed: 0, open: 0, 'half-open': 0 };
  for (const { breaker } of guards) breakers[breaker.state] += 1;
  return {
    callsActive: guards.reduce((sum, { bulkhead }) => sum + bulkhead.active, 0),
    callsQueued: guards.reduce((sum, { bulkhead }) => sum + bulkhead.queued, 0),
    breakers,
  };
}
