/** Parts of errors about an answer. */
import type { FailedCall } from '../source/errors.ts';
import { failedCall, type HttpAnswer, nameCall } from './http-call.ts';

/** Options for an error about an answer. */
export function failure(answer: HttpAnswer, retryable = false): { call: FailedCall } {
  const { status, durationMs } = answer;
  return { call: failedCall(answer.call, { status, retryable, durationMs }) };
}

export function requestOf({ call }: HttpAnswer): string {
  return nameCall(call);
}

/** What the header `Retry-After` says, in seconds or as a date; `undefined` without one that can be read. */
export function readRetryAfterMs(answer: HttpAnswer): number | undefined {
  const value = answer.header('retry-after')?.trim();
  if (!value) return undefined;
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}
