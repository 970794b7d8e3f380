import { SourceError } from '../../datasources/source/errors.ts';

/** The status of a command that could not do its work. */
export const FAILED = 1;

/** Ends a command with a status of its own. The message is for the operator. */
export class ExitError extends Error {
  override readonly name = 'ExitError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What upstream failed with, as the end of the command; anything else as it is. */
export function toExitError(error: unknown): unknown {
  return error instanceof SourceError ? new ExitError(error.message, FAILED) : error;
}
