/** How the REST, Document and auth APIs of a Stargate say that a call failed. */
import { failure, requestOf } from '../../http/failed-answer.ts';
import type { ErrorReader, HttpAnswer } from '../../http/http-call.ts';
import { adviceForStatus } from '../../http/operator-advice.ts';
import { forbidden, isServerFailure, isTransientStatus, statusError } from '../../http/response-errors.ts';
import { isResuming, resuming } from '../../http/resuming.ts';
import { InputError, type SourceError } from '../../source/errors.ts';
import { type Complaint, readComplaint, readErrorCode } from './complaint.ts';
import { grpcError, isTooLarge } from './grpc-errors.ts';

export const STARGATE_ERRORS: ErrorReader = {
  toError(answer) {
    const complaint = readComplaint(answer.text);
    return grpcError(answer, complaint.grpcStatus) ?? stargateError(answer, complaint);
  },
  isFromApi: ({ status, text }) => readErrorCode(text) === status,
  claimedStatus: readErrorCode,
  // A database that resumes takes minutes, so the error asks the client to wait.
  isTransient: (answer) => isTransientStatus(answer) && !isResuming(answer),
  adviceFor({ isAnonymous }, status) {
    if (status !== 401 && status !== 403) return adviceForStatus(status);
    return isAnonymous
      ? 'Sign-in was refused: see user and password.'
      : 'The token was refused: the client needs a token that has not expired.';
  },
  isHostFailure: (answer) => isServerFailure(answer) && !isResuming(answer) && !isTooLarge(answer),
};

function stargateError(answer: HttpAnswer, complaint: Complaint): SourceError {
  const request = requestOf(answer);
  if (isResuming(answer)) return resuming(answer);
  switch (answer.status) {
    case 401:
      return isMissingPermission(complaint) && !answer.call.isAnonymous
        ? forbidden(answer, complaint.text)
        : statusError(answer, complaint.text);
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
    default:
      return statusError(answer, complaint.text);
  }
}

/** Stargate says 401 both for a token that it does not know and for a permission that is missing. */
function isMissingPermission({ grpcStatus, text }: Complaint): boolean {
  return grpcStatus === 'PERMISSION_DENIED' || (text?.startsWith('Unauthorized ') ?? false);
}
