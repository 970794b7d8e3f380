/** Turns answers that report a failure into source errors: what the error readers of the back ends have in common. */

import {
  ConflictError,
  ForbiddenError,
  InputError,
  NotFoundError,
  RateLimitedError,
  type SourceError,
  UnauthenticatedError,
  UpstreamError,
  UpstreamTimeoutError,
} from '../source/errors.ts';
import { failure, readRetryAfterMs, requestOf } from './failed-answer.ts';
import { doubtOf, type HttpAnswer } from './http-call.ts';

/** What a success holds. @throws SourceError - for a failure */
export function contentOf<T>(answer: HttpAnswer<T>): T {
  if (!answer.success) throw answerError(answer);
  return answer.success.value;
}

/** The error for an answer that is no success. A 404 becomes a `NotFoundError`: callers who mean `null` look first. */
export function answerError(answer: HttpAnswer): SourceError {
  return answer.call.errors.toError(answer);
}

/**
 * The error for a status, whatever the body is.
 *
 * @param text - what the API says of the failure, fit for the client
 */
export function statusError(answer: HttpAnswer, text: string | undefined): SourceError {
  const request = requestOf(answer);
  switch (answer.status) {
    case 400:
    case 422:
      return new InputError(text ?? `Upstream refused ${request} as invalid and did not say why.`, failure(answer));
    case 401:
      return unauthenticated(answer);
    case 403:
      return forbidden(answer, text);
    case 404:
      return new NotFoundError(text ?? `What ${request} names does not exist.`, failure(answer));
    case 409:
      return new ConflictError(text ?? 'It exists already.', failure(answer));
    case 413:
      return new InputError(`The data is too large for one request to upstream (${request}).`, failure(answer));
    case 414:
      return new InputError(
        `Keys and filters are too long for one request to upstream (${request}). Use fewer or shorter ones.`,
        failure(answer),
      );
    case 429:
      return rateLimited(answer);
    case 504:
      return timedOut(answer);
    case 507:
      return new UpstreamError(
        `Upstream's store is full, so ${request} has written nothing. Free space there.`,
        failure(answer),
      );
    default:
      return failed(answer);
  }
}

/** The token is not valid; of a sign-in, the credentials. */
export function unauthenticated(answer: HttpAnswer): SourceError {
  const message = answer.call.isAnonymous
    ? 'The credentials are not correct.'
    : 'The token is not valid, or not any more. Send a current one.';
  return new UnauthenticatedError(message, failure(answer));
}

export function forbidden(answer: HttpAnswer, text: string | undefined): SourceError {
  return new ForbiddenError(
    `The token may not do this (${requestOf(answer)})${text ? `: ${text}` : '.'}`,
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

/** What a server says of its own failures may name hosts: it is the cause, for the log alone, and not even there at a sign-in. */
function failed(answer: HttpAnswer): SourceError {
  const { status, call, text } = answer;
  const retryable = call.effect === 'read' && isServerFailure(answer);
  return new UpstreamError(`Upstream failed with status ${status} at ${requestOf(answer)}.`, {
    ...failure(answer, retryable),
    ...(!call.isAnonymous && { cause: { description: text.slice(0, 1000) } }),
  });
}

/** A status of 500 and more, except 501: that one is about the request. */
export function isServerFailure({ status }: HttpAnswer): boolean {
  return status >= 500 && status !== 501;
}

/**
 * Too many calls, or no instance. Not 500, which is about the request itself; nor 502, after which services have tried again
 * already; nor 504, which has taken its time and would load a slow upstream further.
 */
export function isTransientStatus({ status }: HttpAnswer): boolean {
  return status === 429 || status === 503;
}
