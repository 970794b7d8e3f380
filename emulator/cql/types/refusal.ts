/** How the database refuses a statement. */
import { backendError, type ServiceError } from '../../core/service.ts';

/** The statement is wrong, or is wrong for this table. */
export function invalidArgument(detail: string): ServiceError {
  return backendError('INVALID_ARGUMENT', detail);
}

/** A name, an option or a number that the configuration does not allow. */
export function failedPrecondition(detail: string): ServiceError {
  return backendError('FAILED_PRECONDITION', detail);
}

export function notModifiable(keyspace: string): ServiceError {
  return backendError('PERMISSION_DENIED', `${keyspace} keyspace is not user-modifiable.`);
}
