import {
  BudgetExceededError,
  ConflictError,
  DatabaseUnavailableError,
  ForbiddenError,
  InputError,
  NotFoundError,
  NotSupportedError,
  OperationTimeoutError,
  OverloadedError,
  RateLimitedError,
  SourceError,
  UnauthenticatedError,
  UpstreamError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../../datasources/source/errors.ts';
import { InvalidCursorError } from './errors.ts';
import type { ErrorCode } from './types.generated.ts';

/** The one table of failures and their public codes: `extensions.code` of an error, and `WriteError.code`. */
const codes = new Map<unknown, ErrorCode>([
  [UnauthenticatedError, 'UNAUTHENTICATED'],
  [ForbiddenError, 'FORBIDDEN'],
  [NotFoundError, 'NOT_FOUND'],
  [ConflictError, 'CONFLICT'],
  [InputError, 'BAD_USER_INPUT'],
  [InvalidCursorError, 'INVALID_CURSOR'],
  [RateLimitedError, 'RATE_LIMITED'],
  [NotSupportedError, 'NOT_SUPPORTED'],
  [DatabaseUnavailableError, 'DATABASE_UNAVAILABLE'],
  [UpstreamTimeoutError, 'UPSTREAM_TIMEOUT'],
  [OperationTimeoutError, 'UPSTREAM_TIMEOUT'],
  [UpstreamUnavailableError, 'UPSTREAM_UNAVAILABLE'],
  [OverloadedError, 'UPSTREAM_UNAVAILABLE'],
  [UpstreamError, 'UPSTREAM_ERROR'],
  [BudgetExceededError, 'UPSTREAM_BUDGET_EXCEEDED'],
]);

/** What is not a `SourceError` is a fault of ours. */
export function errorCode(error: unknown): ErrorCode {
  return (error instanceof SourceError && codes.get(error.constructor)) || 'INTERNAL_SERVER_ERROR';
}
