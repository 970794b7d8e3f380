import { setTimeout as sleep } from 'node:timers/promises';
import { hasCallLeft } from '../http/budget.ts';
import type { HttpClient } from '../http/client.ts';
import { readRetryAfterMs } from '../http/failed-answer.ts';
import type { HttpAnswer, HttpCall } from '../http/http-call.ts';
import { isConnectionFailure } from '../http/http-failure.ts';
import type { OperationScope } from '../source/source.ts';
import { timeLeftMs } from './operation-time.ts';
import type { ResilienceOptions } from './options.ts';
import { type Outcome, settle, unsettle } from './outcome.ts';

const FIRST_WAIT_MS = 100;

/**
 * Retries a read after a transient failure: after a random and growing wait, or the one that upstream asked for. Writes are
 * sent once, because they may have arrived. Each attempt is a call of the operation's budget.
 */
export function retryReads(
  http: HttpClient,
  { maxRetries, maxRetryWaitMs }: Pick<ResilienceOptions, 'maxRetries' | 'maxRetryWaitMs'>,
): HttpClient {
  async function send<T>(call: HttpCall<T>, scope: OperationScope): Promise<HttpAnswer<T>> {
    if (call.effect !== 'read') return http.send(call, scope);
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await settle(http.send(attempt === 1 ? call : { ...call, attempt }, scope));
      const waitMs = attempt > maxRetries || !isTransient(outcome) ? undefined : waitBefore(outcome, attempt);
      const isWorthIt = waitMs !== undefined && waitMs <= Math.min(maxRetryWaitMs, timeLeftMs(scope));
      if (!isWorthIt || !hasCallLeft(scope)) return unsettle(outcome);
      await pause(waitMs, scope.signal);
    }
  }
  return { ...http, send };
}

/** Which answers are transient failures, their back end knows. A timeout is none: it would load a slow upstream further. */
function isTransient(outcome: Outcome): boolean {
  return 'error' in outcome
    ? isConnectionFailure(outcome.error)
    : outcome.answer.call.errors.isTransient(outcome.answer);
}

/** Random, up to twice as long as for the last attempt, so that clients who failed together do not come back together. */
function waitBefore(outcome: Outcome, attempt: number): number {
  const askedMs = 'answer' in outcome ? readRetryAfterMs(outcome.answer) : undefined;
  return askedMs ?? Math.random() * FIRST_WAIT_MS * 2 ** (attempt - 1);
}

/** Ends early when the client is gone; the next attempt then says so. */
function pause(durationMs: number, signal: AbortSignal | undefined): Promise<unknown> {
  return sleep(durationMs, undefined, signal && { signal }).catch(() => undefined);
}
