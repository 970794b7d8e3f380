/** Errors of the DevOps API: `{"errors":[{"ID":…,"message":…}]}`, one or more (section 1.2). */
import { json, type Reply } from '../../core/service.ts';
import { ERROR_IDS } from './assumptions.ts';

export interface Problem {
  readonly id: number;
  readonly message: string;
}

/** An error answer of the DevOps API. */
export class DevopsError extends Error {
  override readonly name = 'DevopsError';
  readonly status: number;
  readonly problems: readonly Problem[];

  constructor(status: number, ...problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join('; '));
    this.status = status;
    this.problems = problems;
  }

  toReply(): Reply {
    return json(this.status, { errors: this.problems.map(({ id, message }) => ({ ID: id, message })) });
  }
}

export function devopsBadRequest(message: string): DevopsError {
  return new DevopsError(400, { id: ERROR_IDS.badRequest, message });
}

export function devopsNotFound(what: string): DevopsError {
  return new DevopsError(404, { id: ERROR_IDS.notFound, message: `${what} not found` });
}

/** The database has the wrong status for a change. */
export function invalidState(status: string): DevopsError {
  const message = `database is not in a valid state: ${status}`;
  return new DevopsError(409, { id: ERROR_IDS.invalidState, message });
}

export function invalidValue(message: string): DevopsError {
  return new DevopsError(422, { id: ERROR_IDS.invalidValue, message });
}
