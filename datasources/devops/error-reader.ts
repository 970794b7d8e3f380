/** How the DevOps API says that a call failed. */
import { failure, requestOf } from '../http/failed-answer.ts';
import type { ErrorReader, HttpAnswer } from '../http/http-call.ts';
import { adviceForStatus } from '../http/operator-advice.ts';
import { isServerFailure, isTransientStatus, statusError } from '../http/response-errors.ts';
import { messageOf, parseBody, toClientText } from '../http/response-text.ts';
import { ConflictError, type SourceError, UnauthenticatedError } from '../source/errors.ts';

export const DEVOPS_ERRORS: ErrorReader = {
  toError(answer) {
    const text = toClientText(messageOf(parseBody(answer.text)));
    if (answer.status === 401 && !answer.call.isAnonymous) return refusedToken(answer);
    return answer.status === 409 ? busyDatabase(answer, text) : statusError(answer, text);
  },
  // It has no one form for its failures.
  isFromApi: ({ text }) => text.trim() === '' || isJson(text),
  claimedStatus: () => null,
  isTransient: isTransientStatus,
  adviceFor({ isAnonymous }, status) {
    if (status !== 401 && status !== 403) return adviceForStatus(status);
    return isAnonymous
      ? 'Sign-in was refused: see client id and secret.'
      : 'The token was refused: the client needs an application token (AstraCS:…) whose role allows it.';
  },
  isHostFailure: isServerFailure,
};

function isJson(text: string): boolean {
  return parseBody(text) !== null || text.trim() === 'null';
}

function refusedToken(answer: HttpAnswer): SourceError {
  return new UnauthenticatedError(
    `The DevOps API refused ${requestOf(answer)}: the token is not valid (any more), or its role lacks the permission.`,
    failure(answer),
  );
}

function busyDatabase(answer: HttpAnswer, text: string | undefined): SourceError {
  const fallback =
    'The state of the database does not allow this now. Look at its status, and try again when it is ACTIVE.';
  return new ConflictError(text ?? fallback, failure(answer, true));
}
