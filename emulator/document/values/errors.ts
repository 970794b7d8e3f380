/** The refusals of the Document API that several of its parts share, with the texts of the real server. */
import { ServiceError } from '../../core/service.ts';

export function badRequest(description: string): ServiceError {
  return new ServiceError(400, description);
}

export function notFound(description: string): ServiceError {
  return new ServiceError(404, description);
}

/** An exception inside the real server: its bare message is what the client sees. */
export function serverFault(message: string | null): ServiceError {
  return new ServiceError(500, message);
}

/** Bean validation: all messages of one request in one text. */
export function invalidRequest(...messages: string[]): ServiceError {
  return badRequest(`Request invalid: ${messages.join(', ')}.`);
}

/** An answer whose body is empty, thrown where a value of the wrong shape is met. */
export class EmptyAnswer extends Error {
  override readonly name = 'EmptyAnswer';
  readonly status: number;

  constructor(status: number) {
    super();
    this.status = status;
  }
}
