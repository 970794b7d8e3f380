/** Keeps hosts from being overrun, and callers from waiting for hosts that fail. Each host has a guard of its own. */

import { isTooLarge } from '../http/backend-errors.ts';
import type { HttpClient } from '../http/client.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { failedCall, type HttpCall } from '../http/http-call.ts';
import { isConnectionFailure } from '../http/http-failure.ts';
import { isResuming } from '../http/response-errors.ts';
import {
  OperationTimeoutError,
  OverloadedError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../source/errors.ts';
import type { OperationScope, UpstreamPressure } from '../source/source.ts';
import { type Breaker, createBreaker, type Verdict } from './breaker.ts';
import { isUnending, timeLeftMs } from './operation-time.ts';
import type { ResilienceOptions } from './options.ts';
import { type Outcome, settle, unsettle } from './outcome.ts';
import { createTurnstile, LineTooLongError, type Turnstile, WaitTooLongError } from './turnstile.ts';

export interface GuardedClient extends HttpClient {
  pressure(): UpstreamPressure;
}

interface HostGuard {
  readonly breaker: Breaker;
  readonly turnstile: Turnstile;
}

/** What clients are told to wait when calls are refused because too many wait already. */
const OVERLOAD_WAIT_MS = 1000;

/**
 * @throws UpstreamUnavailableError - at once, while a host is left alone
 * @throws OverloadedError - at once, when too many calls wait for a host, unless it is work that is carried through
 * @throws OperationTimeoutError - when the operation's time ends while its call waits
 */
export function guardHosts(http: HttpClient, options: ResilienceOptions): GuardedClient {
  const guards = new Map<string, HostGuard>();
  /** By base URL, of which a host may have several. */
  const found = new Map<string, HostGuard>();

  function guardOf({ baseUrl }: HttpCall): HostGuard {
    const guard = found.get(baseUrl) ?? guardOfHost(new URL(baseUrl).host);
    found.set(baseUrl, guard);
    return guard;
  }

  function guardOfHost(host: string): HostGuard {
    const known = guards.get(host);
    if (known) return known;
    const turnstile = createTurnstile(options.maxCallsAtOnce, options.maxCallsWaiting);
    const guard = { breaker: createBreaker(judge, options), turnstile };
    guards.set(host, guard);
    return guard;
  }

  async function send<T>(call: HttpCall<T>, scope: OperationScope): Promise<HttpAnswer<T>> {
    const { breaker, turnstile } = guardOf(call);
    const waitMs = breaker.waitMs();
    if (waitMs > 0) throw leftAlone(call, waitMs);
    return unsettle(await breaker.run(() => settle(takeTurn(turnstile, call, scope))));
  }

  async function takeTurn<T>(turnstile: Turnstile, call: HttpCall<T>, scope: OperationScope): Promise<HttpAnswer<T>> {
    const patienceMs = Math.max(0, timeLeftMs(scope));
    // Begun work has few calls at a time; refused here, it would be left half done.
    await turnstile.enter(patienceMs, scope.signal, isUnending(scope)).catch((error) => refuse(call, error));
    try {
      return await http.send(call, scope);
    } finally {
      turnstile.leave();
    }
  }

  return { ...http, send, pressure: () => measure([...guards.values()]) };
}

/**
 * A time-out of the operation, a line too long, a client that left, a missing token: none of them is the host's doing. Nor is
 * that a page does not fit one message.
 */
function judge(outcome: Outcome): Verdict {
  if ('error' in outcome) {
    const isItsDoing = outcome.error instanceof UpstreamTimeoutError || isConnectionFailure(outcome.error);
    return isItsDoing ? 'failing' : 'unclear';
  }
  const { answer } = outcome;
  const isRefusal = answer.status < 500 || answer.status === 501 || isResuming(answer) || isTooLarge(answer);
  return isRefusal ? 'well' : 'failing';
}

function leftAlone(call: HttpCall, retryAfterMs: number): UpstreamUnavailableError {
  return new UpstreamUnavailableError(
    `Upstream has failed too often, and is left alone for a moment: ${call.method} ${call.route} was not sent.`,
    { call: unsent(call), retryAfterMs },
  );
}

/** @throws what the caller is to see in place of an error of the turnstile */
function refuse(call: HttpCall, error: unknown): never {
  const request = `${call.method} ${call.route}`;
  if (error instanceof LineTooLongError) {
    throw new OverloadedError(`Too many calls wait for upstream: ${request} was not sent.`, {
      call: unsent(call),
      retryAfterMs: OVERLOAD_WAIT_MS,
    });
  }
  if (!(error instanceof WaitTooLongError)) throw error;
  throw new OperationTimeoutError(
    `The operation has used up its time while ${request} waited for its turn; it was not sent.`,
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
    callsUnderWay: guards.reduce((sum, { turnstile }) => sum + turnstile.inside, 0),
    callsWaiting: guards.reduce((sum, { turnstile }) => sum + turnstile.waiting, 0),
    breakers,
  };
}
