/** A problem that the operator of the emulator can fix; the message says how. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}

/** Data files that are unusable; no setting is wrong. */
export class StoreFileError extends OperatorError {
  override readonly name: string = 'StoreFileError';
}

/**
 * Reads a file that the operator has named.
 *
 * @throws OperatorError - when the file system reports an error, with its code
 */
export async function readingFile<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (typeof code !== 'string') throw error;
    throw new OperatorError(`${path} cannot be read (${code}).`, { cause: error });
  }
}
