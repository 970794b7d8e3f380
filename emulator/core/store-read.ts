/** Reads of a store whose pages are whole, but whose bytes may be damaged: a library's error becomes one that names the file. */
import { OperatorError } from './operator-error.ts';
import { damageError } from './store-file.ts';

/** @throws StoreFileError - when what is read cannot be decoded, or is not what it has to be */
export function readSoundly<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw toDamage(path, error);
  }
}

/**
 * Reads entries one by one.
 *
 * @throws StoreFileError - when an entry cannot be decoded
 */
export function* readEachSoundly<T>(path: string, entries: Iterable<T>): Iterable<T> {
  try {
    // An error of whoever takes the entries is not thrown here.
    for (const entry of entries) yield entry;
  } catch (error) {
    throw toDamage(path, error);
  }
}

function toDamage(path: string, error: unknown): unknown {
  const isAlreadyClear = error instanceof OperatorError || (error instanceof Error && CLOSED.test(error.message));
  return isAlreadyClear ? error : damageError(path, 'is damaged or truncated', { cause: error });
}

/** LMDB's words for a read after the store has been closed. */
const CLOSED = /\bclosed database\b/;
