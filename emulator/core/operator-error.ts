/** Something that whoever runs the emulator can put right; the message says what. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}

/** Files of data that cannot be used as they are: not the fault of a setting. */
export class StoreFileError extends OperatorError {
  override readonly name: string = 'StoreFileError';
}

/**
 * Reads from a file that the operator has named.
 *
 * @throws OperatorError - when the file system refuses, with its code
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
