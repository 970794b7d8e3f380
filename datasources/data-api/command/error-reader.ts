/** How the Data API says that a command failed: by the code of an error, and mostly with the status 200. */
import { failure, requestOf } from '../../http/failed-answer.ts';
import { doubtOf, type ErrorReader, type HttpAnswer } from '../../http/http-call.ts';
import { adviceForStatus } from '../../http/operator-advice.ts';
import { isServerFailure, isTransientStatus, statusError, unauthenticated } from '../../http/response-errors.ts';
import { isResuming, resuming } from '../../http/resuming.ts';
import {
  ConflictError,
  DatabaseUnavailableError,
  ForbiddenError,
  InputError,
  NotFoundError,
  NotSupportedError,
  RateLimitedError,
  type SourceError,
  type SourceErrorOptions,
  UpstreamError,
  UpstreamTimeoutError,
} from '../../source/errors.ts';
import { mainFailure, meaningOf } from './error-codes.ts';
import { type ApiFailure, failuresOf, isPartial } from './failure.ts';

export const DATA_API_ERRORS: ErrorReader = {
  toError(answer) {
    if (isResuming(answer)) return resuming(answer);
    const main = mainFailure(failuresOf(answer.text));
    return main ? toError(answer, main) : statusError(answer, undefined);
  },
  isFailure: (body) => failuresOf(body).length > 0 && !isPartial(body),
  codeOf(body) {
    const text = body.includes('"errors"') ? body.toString() : '';
    const code = mainFailure(failuresOf(text))?.code;
    // It becomes a label of metrics and stands in logs: nothing but a word of the API may.
    return code !== undefined && /^[A-Z][A-Z0-9_]{0,63}$/.test(code) ? code : undefined;
  },
  // No command has a success or a fact of such a status.
  isFromApi: () => false,
  claimedStatus: () => null,
  isTransient: (answer) => !isResuming(answer) && (isTransientStatus(answer) || isUnavailable(answer)),
  adviceFor({ isAnonymous }, status, errorCode) {
    if (isAnonymous && status === 401) return 'Sign-in was refused: see user and password.';
    if (errorCode === undefined || status === undefined) return adviceForStatus(status);
    const meaning = meaningOf({ code: errorCode, family: 'REQUEST', scope: '', text: undefined });
    return ADVICE[meaning] ?? (isServerCode(errorCode) ? adviceForStatus(500) : undefined);
  },
  isHostFailure: (answer) =>
    !isResuming(answer) && (isServerFailure(answer) || isUnavailable(answer) || isTimeout(answer)),
};

const ADVICE: Readonly<Partial<Record<SourceError['code'], string>>> = {
  UNAUTHENTICATED: 'The token was refused: the client needs a token that has not expired.',
  FORBIDDEN: 'The token was refused: the client needs one that may do this.',
  UPSTREAM_TIMEOUT: 'The database behind the Data API was too slow: see its load, or ask for less at a time.',
  DATABASE_UNAVAILABLE: 'The Data API cannot reach its database, or the database is not serving.',
};

/** Codes that say of themselves that the server failed. */
function isServerCode(code: string): boolean {
  return /^(INTERNAL_SERVER_ERROR|UNEXPECTED_.*|FAILED_.*|CORRUPTED_.*)$/.test(code);
}

/** The error for one failure of an answer, such as that of one document. */
export function toError(answer: HttpAnswer, failed: ApiFailure): SourceError {
  const { code, text } = failed;
  const options = failure(answer);
  // What a server says of a sign-in may repeat its credentials.
  const said = answer.call.isAnonymous ? undefined : text;
  const message = said ?? `The Data API refused ${requestOf(answer)} (${code}).`;
  switch (meaningOf(failed)) {
    case 'UNAUTHENTICATED':
      return unauthenticated(answer);
    case 'FORBIDDEN':
      return new ForbiddenError(`The token may not do this (${requestOf(answer)}).`, options);
    case 'NOT_FOUND':
      return new NotFoundError(message, options);
    case 'CONFLICT':
      return new ConflictError(message, failure(answer, /^FAILED_/.test(code)));
    case 'NOT_SUPPORTED':
      return new NotSupportedError(message, options);
    case 'BAD_USER_INPUT':
      return new InputError(message, options);
    case 'RATE_LIMITED':
      return new RateLimitedError('Upstream asks to slow down. Try again in a moment.', failure(answer, true));
    case 'UPSTREAM_TIMEOUT':
      return new UpstreamTimeoutError(
        `The database did not answer in time to ${requestOf(answer)} (${code}).${doubtOf(answer.call)}`,
        failure(answer, answer.call.effect === 'read'),
      );
    case 'DATABASE_UNAVAILABLE':
      return new DatabaseUnavailableError(
        `The Data API cannot reach the database (${code} at ${requestOf(answer)}). Send the operation again later.`,
        failure(answer, answer.call.effect === 'read'),
      );
    default:
      return new UpstreamError(
        `The Data API failed with ${code || 'an error'} at ${requestOf(answer)}.`,
        withCause(answer),
      );
  }
}

/** What a server says of its own failures may name hosts: it is the cause, for the log alone. */
function withCause(answer: HttpAnswer): SourceErrorOptions {
  if (answer.call.isAnonymous) return failure(answer);
  return { ...failure(answer), cause: { description: answer.text.slice(0, 1000) } };
}

function isUnavailable(answer: HttpAnswer): boolean {
  return hasMeaning(answer, 'DATABASE_UNAVAILABLE');
}

function isTimeout(answer: HttpAnswer): boolean {
  return hasMeaning(answer, 'UPSTREAM_TIMEOUT');
}

function hasMeaning(answer: HttpAnswer, meaning: SourceError['code']): boolean {
  if (answer.success) return false;
  const main = mainFailure(failuresOf(answer.text));
  return main !== undefined && meaningOf(main) === meaning;
}
