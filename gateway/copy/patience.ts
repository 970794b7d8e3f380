/** Repeats work that failed for a reason that may pass, after growing waits. */
import { setTimeout as sleep } from 'node:timers/promises';
import { SourceError, type SourceErrorCode } from '../../datasources/source/errors.ts';

export interface Patience {
  /** How often work is tried in all. */
  readonly attempts: number;
  /** Each further wait is twice as long. Where upstream asks for more, that counts. */
  readonly firstWaitMs: number;
}

/** Half a minute in all. */
export const PATIENCE: Patience = { attempts: 7, firstWaitMs: 500 };

/** A copy that was told to stop, and has stopped. */
export class CopyStoppedError extends Error {
  override readonly name = 'CopyStoppedError';
}

/** A hibernated database takes a minute or two to resume. */
const LONGEST_WAIT_MS = 120_000;

const PASSING: ReadonlySet<SourceErrorCode> = new Set<SourceErrorCode>([
  'RATE_LIMITED',
  'DATABASE_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_ERROR',
]);

const OF_THE_ITEM: ReadonlySet<SourceErrorCode> = new Set<SourceErrorCode>([
  'BAD_USER_INPUT',
  'NOT_SUPPORTED',
  'CONFLICT',
]);

/** Whether the same work may succeed when it is done again. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof SourceError)) return false;
  return PASSING.has(error.code) || (error.code === 'CONFLICT' && error.call?.retryable === true);
}

/** Whether the failure is one of what was to be written, so that other things may be written all the same. */
export function isOfTheItem(error: unknown): error is SourceError {
  return error instanceof SourceError && OF_THE_ITEM.has(error.code) && !mayPass(error);
}

/**
 * @param signal - ends a wait
 * @throws CopyStoppedError - when it is aborted
 * @throws the last failure
 */
export async function withPatience<T>(
  work: () => Promise<T>,
  { attempts, firstWaitMs }: Patience,
  signal: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !mayPass(error)) throw error;
      const askedMs = error instanceof SourceError ? (error.retryAfterMs ?? 0) : 0;
      const waitMs = Math.min(LONGEST_WAIT_MS, Math.max(askedMs, firstWaitMs * 2 ** (attempt - 1)));
      await sleep(waitMs, undefined, { signal }).catch(() => {
        throw new CopyStoppedError();
      });
    }
  }
}
