/** Something that whoever runs the emulator can put right; the message says what. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
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
