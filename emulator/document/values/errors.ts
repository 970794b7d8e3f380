/** The errors of the Document API that several files share, with the texts of the real server. */
import { ServiceError } from '../../core/service.ts';

export function badRequest(description: string): ServiceError {
  return new ServiceError(400, description);
}

export function notFound(description: string): ServiceError {
  return new ServiceError(404, description);
}

/** An exception inside the real server; the client sees its message. */
export function serverFault(message: string | null): ServiceError {
  return new ServiceError(500, message);
}

/** Bean validation: all messages of one request in one text. */
export function invalidRequest(...messages: string[]): ServiceError {
  return badRequest(`Request invalid: ${messages.join(', ')}.`);
}

/** An answer with an empty body, for a value of the wrong JSON type. */
export class EmptyAnswer extends Error {
  override readonly name = 'EmptyAnswer';
  readonly status: number;

  constructor(status: number) {
    super();
    this.status = status;
  }
}
