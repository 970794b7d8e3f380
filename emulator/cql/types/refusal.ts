/** The errors of the database for statements. */
import { backendError, type ServiceError } from '../../core/service.ts';

/** The statement is invalid, in itself or for this table. */
export function invalidArgument(detail: string): ServiceError {
  return backendError('INVALID_ARGUMENT', detail);
}

/** A name, an option or a number is not allowed. */
export function failedPrecondition(detail: string): ServiceError {
  return backendError('FAILED_PRECONDITION', detail);
}

export function notModifiable(keyspace: string): ServiceError {
  return backendError('PERMISSION_DENIED', `${keyspace} keyspace is not user-modifiable.`);
}
