/** Errors of the database behind the services of a Stargate, which pass on its gRPC status. */
import { failure, requestOf } from '../../http/failed-answer.ts';
import { doubtOf, type HttpAnswer } from '../../http/http-call.ts';
import { rateLimited, timedOut } from '../../http/response-errors.ts';
import { InputError, type SourceError, UpstreamError, UpstreamUnavailableError } from '../../source/errors.ts';

/**
 * The error for a gRPC status that says more than the HTTP status which a service makes of it; `undefined` for others:
 * ABORTED, INTERNAL, UNKNOWN and CANCELLED are failures like any 500, and UNIMPLEMENTED is a 501.
 */
export function grpcError(answer: HttpAnswer, grpcStatus: string | null): SourceError | undefined {
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
 * Whether the data to be read or written does not fit one message between a service and the database: 4 MiB unless the server
 * is configured otherwise. The other meaning of the status is that the database has too much to do.
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
