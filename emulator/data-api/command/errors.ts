/** Errors and warnings of the Data API: they stand inside an answer whose status is 200, but for those about tokens. */
import { randomUUID } from 'node:crypto';
import type { Json, JsonObject } from '../../shared/json.ts';

export type Family = 'REQUEST' | 'SERVER';
export type Scope =
  | ''
  | 'DOCUMENT'
  | 'FILTER'
  | 'UPDATE'
  | 'PROJECTION'
  | 'SORT'
  | 'SCHEMA'
  | 'SECURITY'
  | 'WARNING'
  | 'DATABASE';

export interface CommandError {
  readonly family: Family;
  readonly scope: Scope;
  readonly errorCode: string;
  readonly title: string;
  readonly message: string;
  /** Ids of the documents, or keys of the rows, that failed. */
  readonly documentIds?: readonly Json[];
}

/** Ends a command: the errors, and the status that stands beside them where there is one. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly errors: readonly CommandError[];
  readonly status: JsonObject | undefined;
  /** HTTP; anything but 200 is for requests that never became a command. */
  readonly httpStatus: number;

  constructor(
    errors: readonly CommandError[],
    { status, httpStatus = 200 }: { status?: JsonObject; httpStatus?: number } = {},
  ) {
    super(errors[0]?.message ?? '');
    this.errors = errors;
    this.status = status;
    this.httpStatus = httpStatus;
  }
}

/** The client is at fault. @param title - derived from the code where it is left out */
export function refused(scope: Scope, errorCode: string, message: string, title = titleOf(errorCode)): CommandFailure {
  return new CommandFailure([{ family: 'REQUEST', scope, errorCode, title, message }]);
}

/** The server, or the database below it, reports a fault of its own. */
export function failed(scope: '' | 'DATABASE', errorCode: string, message: string): CommandFailure {
  return new CommandFailure([{ family: 'SERVER', scope, errorCode, title: titleOf(errorCode), message }]);
}

/** The database below refuses a query that the Data API took. */
export function invalidQuery(problem: string): CommandFailure {
  return failed('DATABASE', 'INVALID_DATABASE_QUERY', `The database refused the query: ${problem}`);
}

/** A field of the command is missing or has a value that it must not have. */
export function invalidField(field: string, value: string, problem: string): CommandError {
  return {
    family: 'REQUEST',
    scope: '',
    errorCode: 'COMMAND_FIELD_VALUE_INVALID',
    title: 'Command field value invalid',
    message: `Command field '${field}' value ${value} not valid: ${problem}.\n\nResend command with valid value.`,
  };
}

/** The JSON does not have the form that the command has. */
export function structureMismatch(problem: string): CommandFailure {
  const message = `Request is valid JSON but has a structural mismatch: ${problem}.\n\nResend request with valid structure.`;
  return refused('', 'REQUEST_STRUCTURE_MISMATCH', message, 'Request structure not valid');
}

/** An error as it is printed, with an id of its own. */
export function errorJson({ family, scope, errorCode, title, message, documentIds }: CommandError): JsonObject {
  return new Map<string, Json>([
    ['id', randomUUID()],
    ['family', family],
    ['scope', scope],
    ['errorCode', errorCode],
    ['title', title],
    ['message', message],
    ...(documentIds?.length ? [['documentIds', [...documentIds]] satisfies [string, Json]] : []),
  ]);
}

/** What stands in `status.warnings`. */
export function warning(errorCode: string, message: string): JsonObject {
  return errorJson({ family: 'REQUEST', scope: 'WARNING', errorCode, title: titleOf(errorCode), message });
}

function titleOf(errorCode: string): string {
  const words = errorCode.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
