/** A database of Astra that was hibernated: the first call wakes it up, and it answers 503 until it is awake, whatever API is called. */
import { DatabaseUnavailableError, type SourceError } from '../source/errors.ts';
import { failure, readRetryAfterMs } from './failed-answer.ts';
import type { HttpAnswer } from './http-call.ts';

/** Astra does not say how long it takes to resume a database; mostly it is a minute or two. */
const RESUMING_MS = 60_000;

export function isResuming({ status, text }: HttpAnswer): boolean {
  return status === 503 && /resum|hibernat|park|suspend/i.test(text);
}

export function resuming(answer: HttpAnswer): SourceError {
  const retryAfterMs = readRetryAfterMs(answer) ?? RESUMING_MS;
  return new DatabaseUnavailableError(
    `The database was hibernated and is being resumed. Send the operation again in ${Math.ceil(retryAfterMs / 1000)} s.`,
    { ...failure(answer, true), retryAfterMs },
  );
}
