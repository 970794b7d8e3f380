import { SourceError } from '../../datasources/source/errors.ts';

/** A cursor that this graph did not make, that was altered, or that belongs to a list with other arguments. */
export class InvalidCursorError extends SourceError {
  override readonly name = 'InvalidCursorError';
}
