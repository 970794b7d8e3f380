/** Something in a file of relations that cannot be understood. */
import type { Place } from './relation.ts';

export class FileError extends Error {
  override readonly name = 'FileError';
  /** Where that is more exact than the definition around it. */
  readonly place: Partial<Place>;

  constructor(message: string, place: Partial<Place> = {}) {
    super(message);
    this.place = place;
  }
}

/** @param message - with the cure @throws FileError */
export function fail(message: string, line?: number): never {
  throw new FileError(message, line === undefined ? {} : { line });
}
