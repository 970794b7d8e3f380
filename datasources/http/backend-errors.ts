/** Errors of the database behind the services of a Stargate, which tell its gRPC status. */
import {
  InputError,
  RateLimitedError,
  type SourceError,
  UpstreamError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../source/errors.ts';
import { failure, readRetryAfterMs, requestOf } from './failed-answer.ts';
import type { HttpAnswer } from './http-answer.ts';
import { doubtOf } from './http-call.ts';
import type { Complaint } from './response-text.ts';

/**
 * The error for a gRPC status that says more than the HTTP status which a service makes of it; `undefined` for others:
 * ABORTED, INTERNAL, UNKNOWN and CANCELLED are failures like any 500, and UNIMPLEMENTED is a 501.
 */
export function backendError(answer: HttpAnswer, { grpcStatus }: Complaint): SourceError | undefined {
  switch (grpcStatus) {
    case 'UNAVAILABLE':
      return new UpstreamUnavailableError(
        `The database behind the service, or too many of its nodes, could not be reached: ${requestOf(answer)}.${doubtOf(answer.call)}`,
        failure(answer, answer.call.effect === 'read'),
      );
    case 'DEADLINE_EXCEEDED':
      return timedOut(answer);
    case 'RESOURCE_EXHAUSTED':
      return isTooLarge(answer) ? tooLarge(answer) : rateLimited(answer);
    default:
      return undefined;
  }
}

/**
 * Whether what was to be read or written does not fit one message between a service and the database: 4 MiB unless the server
 * is told otherwise. The other meaning of the status is that the database has too much to do.
 */
export function isTooLarge({ status, text }: HttpAnswer): boolean {
  return status >= 500 && /RESOURCE_EXHAUSTED.*message.*(exceeds|larger|too large|too big)/is.test(text);
}

const ITEM_TOO_LARGE = 'one item is larger than a message';

/** Whether it is the error of a read that even its smallest page was larger than upstream can send. */
export function isItemTooLarge(error: unknown): boolean {
  return error instanceof UpstreamError && error.cause === ITEM_TOO_LARGE;
}

/** Sent again, it would be as large. */
function tooLarge(answer: HttpAnswer): SourceError {
  const message = 'the 4 MiB that the server carries in one message';
  return answer.call.effect === 'read'
    ? new UpstreamError(
        `The answer to ${requestOf(answer)} is larger than ${message}, even for one item. Select fewer columns or fields.`,
        { ...failure(answer), cause: ITEM_TOO_LARGE },
      )
    : new InputError(
        `The data is larger than ${message} (${requestOf(answer)}). Write less at a time.`,
        failure(answer),
      );
}

export function rateLimited(answer: HttpAnswer): SourceError {
  const retryAfterMs = readRetryAfterMs(answer);
  const wait = retryAfterMs === undefined ? 'a moment' : `${Math.ceil(retryAfterMs / 1000)} s`;
  return new RateLimitedError(`Upstream asks to slow down. Try again in ${wait}.`, {
    ...failure(answer, true),
    retryAfterMs,
  });
}

export function timedOut(answer: HttpAnswer): SourceError {
  return new UpstreamTimeoutError(
    `The database did not answer in time to ${requestOf(answer)} (${answer.status}).${doubtOf(answer.call)}`,
    failure(answer, answer.call.effect === 'read'),
  );
}
