/** Refusals of schema commands that come after the command itself has been found right: `{"ok":0}` stands beside them. */

import { ServiceError } from '../../../core/service.ts';
import { JsonNumber } from '../../../shared/json.ts';
import { type CommandAnswer, okAnswer } from '../../command/command.ts';
import { CommandFailure, failed, refused } from '../../command/errors.ts';

const NOT_OK = new Map([['ok', new JsonNumber('0')]]);

/** How a refusal of the database is reported. */
export interface Report {
  readonly scope: 'DATABASE' | 'SCHEMA';
  readonly errorCode: string;
}

export const INVALID_QUERY: Report = { scope: 'DATABASE', errorCode: 'INVALID_DATABASE_QUERY' };
export const DRIVER_ERROR: Report = { scope: 'DATABASE', errorCode: 'UNEXPECTED_DRIVER_ERROR' };
/** Where the statement cannot even be read. */
export const UNSUPPORTED_QUERY: Report = { scope: 'DATABASE', errorCode: 'UNSUPPORTED_DATABASE_QUERY' };

/** The same errors, with the status. */
export function late({ errors }: CommandFailure): CommandFailure {
  return new CommandFailure(errors, { status: NOT_OK });
}

/** Runs a change of the schema. */
export function changed(change: () => void, report: Report = INVALID_QUERY): CommandAnswer {
  try {
    change();
  } catch (error) {
    if (error instanceof ServiceError) throw late(reported(report, `The database refuses: ${error.detail}`));
    throw error;
  }
  return okAnswer();
}

export function reported({ scope, errorCode }: Report, message: string): CommandFailure {
  return scope === 'DATABASE' ? failed(scope, errorCode, message) : refused(scope, errorCode, message);
}
