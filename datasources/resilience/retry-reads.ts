import { setTimeout as sleep } from 'node:timers/promises';
import { hasCallLeft } from '../http/budget.ts';
import type { HttpClient } from '../http/client.ts';
import { readRetryAfterMs } from '../http/failed-answer.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import type { HttpCall } from '../http/http-call.ts';
import { isConnectionFailure } from '../http/http-failure.ts';
import { isResuming } from '../http/response-errors.ts';
import type { OperationScope } from '../source/source.ts';
import { timeLeftMs } from './operation-time.ts';
import type { ResilienceOptions } from './options.ts';
import { type Outcome, settle, unsettle } from './outcome.ts';

/**
 * What passes: too many calls, no instance. Not 500, which is about the request itself (a batch is halved for it); nor 502, for
 * which Stargate has tried again already; nor 504 and time-outs, which have taken their time and would load a slow upstream
 * further.
 */
const PASSING = new Set([429, 503]);
const FIRST_WAIT_MS = 100;

/**
 * Sends a read again that failed in passing, after a random and growing wait, or the one that upstream asked for. Writes are
 * sent once, because they may have arrived. Each try is a call of the operation's budget.
 */
export function retryReads(
  http: HttpClient,
  { maxRetries, maxRetryWaitMs }: Pick<ResilienceOptions, 'maxRetries' | 'maxRetryWaitMs'>,
): HttpClient {
  async function send<T>(call: HttpCall<T>, scope: OperationScope): Promise<HttpAnswer<T>> {
    if (call.effect !== 'read') return http.send(call, scope);
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await settle(http.send(attempt === 1 ? call : { ...call, attempt }, scope));
      const waitMs = attempt > maxRetries || !isPassing(outcome) ? undefined : waitBefore(outcome, attempt);
      const isWorthIt = waitMs !== undefined && waitMs <= Math.min(maxRetryWaitMs, timeLeftMs(scope));
      if (!isWorthIt || !hasCallLeft(scope)) return unsettle(outcome);
      await pause(waitMs, scope.signal);
    }
  }
  return { ...http, send };
}

/** A database that is being resumed needs minutes: its client is told so. */
function isPassing(outcome: Outcome): boolean {
  if ('error' in outcome) return isConnectionFailure(outcome.error);
  return PASSING.has(outcome.answer.status) && !isResuming(outcome.answer);
}

/** Between nothing and twice as long as the last time, so that clients who failed together do not come back together. */
function waitBefore(outcome: Outcome, attempt: number): number {
  const askedMs = 'answer' in outcome ? readRetryAfterMs(outcome.answer) : undefined;
  return askedMs ?? Math.random() * FIRST_WAIT_MS * 2 ** (attempt - 1);
}

/** Ends early when the client is gone; the next try then says so. */
function pause(durationMs: number, signal: AbortSignal | undefined): Promise<unknown> {
  return sleep(durationMs, undefined, signal && { signal }).catch(() => undefined);
}
