/** Turns answers that report a failure into source errors. */

import {
  ConflictError,
  DatabaseUnavailableError,
  ForbiddenError,
  InputError,
  NotFoundError,
  type SourceError,
  UnauthenticatedError,
  UpstreamError,
} from '../source/errors.ts';
import { backendError, rateLimited, timedOut } from './backend-errors.ts';
import { failure, readRetryAfterMs, requestOf } from './failed-answer.ts';
import type { HttpAnswer } from './http-answer.ts';
import { type Complaint, readComplaint } from './response-text.ts';

/** Astra does not say how long it takes to resume a database; mostly it is a minute or two. */
const RESUMING_MS = 60_000;

/** What a success holds. @throws SourceError - for a failure */
export function contentOf<T>(answer: HttpAnswer<T>): T {
  if (!answer.success) throw answerError(answer);
  return answer.success.value;
}

/**
 * The error for an answer whose status is not 2xx. A 404 becomes a `NotFoundError`: callers who mean `null` look first.
 */
export function answerError(answer: HttpAnswer): SourceError {
  const complaint = readComplaint(answer);
  return backendError(answer, complaint) ?? statusError(answer, complaint);
}

function statusError(answer: HttpAnswer, complaint: Complaint): SourceError {
  const request = requestOf(answer);
  switch (answer.status) {
    case 400:
    case 422:
      return new InputError(
        complaint.text ?? `Upstream refused ${request} as invalid and did not say why.`,
        failure(answer),
      );
    case 401:
      return refusedToken(answer, complaint);
    case 403:
      return forbidden(answer, complaint);
    case 404:
      return new NotFoundError(complaint.text ?? `What ${request} names does not exist.`, failure(answer));
    case 409:
      return conflict(answer, complaint);
    case 413:
      return new InputError(
        `The data is too large: upstream takes about 10 MiB in one request (${request}).`,
        failure(answer),
      );
    case 414:
      return new InputError(
        `Keys and filters are too long: upstream takes 4,096 bytes of request line (${request}). Use fewer or shorter ones.`,
        failure(answer),
      );
    case 429:
      return rateLimited(answer);
    case 503:
      return unavailable(answer, complaint);
    case 504:
      return timedOut(answer);
    case 507:
      return new UpstreamError(
        `Upstream's store is full, so ${request} has written nothing. Free space there.`,
        failure(answer),
      );
    default:
      return failed(answer, complaint);
  }
}

/** Upstream says 401 both for a token that it does not know and for a permission that is missing. */
function refusedToken(answer: HttpAnswer, complaint: Complaint): SourceError {
  const { api, method, route, isAnonymous } = answer.call;
  if (api === 'auth' || isAnonymous) {
    return new UnauthenticatedError('The credentials are not correct.', failure(answer));
  }
  if (api === 'devops') {
    return new UnauthenticatedError(
      `The DevOps API refused ${method} ${route}: the token is not valid (any more), or its role lacks the permission.`,
      failure(answer),
    );
  }
  if (complaint.grpcStatus === 'PERMISSION_DENIED' || complaint.text?.startsWith('Unauthorized '))
    return forbidden(answer, complaint);
  return new UnauthenticatedError('The token is not valid, or not any more. Send a current one.', failure(answer));
}

function forbidden(answer: HttpAnswer, complaint: Complaint): SourceError {
  const detail = complaint.text ? `: ${complaint.text}` : '.';
  return new ForbiddenError(
    `The token may not do this (${answer.call.method} ${answer.call.route})${detail}`,
    failure(answer),
  );
}

function conflict(answer: HttpAnswer, complaint: Complaint): SourceError {
  const isBusyDatabase = answer.call.api === 'devops';
  const fallback = isBusyDatabase
    ? 'The state of the database does not allow this now. Look at its status, and try again when it is ACTIVE.'
    : 'It exists already.';
  return new ConflictError(complaint.text ?? fallback, failure(answer, isBusyDatabase));
}

/** Whether a database says that it was hibernated: it wakes up by being called, and answers so meanwhile. */
export function isResuming({ status, text }: HttpAnswer): boolean {
  return status === 503 && /resum|hibernat|park|suspend/i.test(text);
}

function unavailable(answer: HttpAnswer, complaint: Complaint): SourceError {
  if (!isResuming(answer)) return failed(answer, complaint);
  const retryAfterMs = readRetryAfterMs(answer) ?? RESUMING_MS;
  return new DatabaseUnavailableError(
    `The database was hibernated and is being resumed. Send the operation again in ${Math.ceil(retryAfterMs / 1000)} s.`,
    { ...failure(answer, true), retryAfterMs },
  );
}

/** What a server says of its own failures may name hosts: it is kept as the cause, for the log alone. */
function failed(answer: HttpAnswer, complaint: Complaint): SourceError {
  const { status, call } = answer;
  const retryable = call.effect === 'read' && status >= 500 && status !== 501;
  return new UpstreamError(`Upstream failed with status ${status} at ${call.method} ${call.route}.`, {
    ...failure(answer, retryable),
    cause: { description: complaint.rawText.slice(0, 1000) },
  });
}
