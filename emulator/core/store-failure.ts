/** Writes that the disk does not take. */
import { statfsSync } from 'node:fs';
import { getSystemErrorName } from 'node:util';
import { StoreFileError } from './operator-error.ts';

/** What was to be written is not: the store stands as it was before. */
export class StoreWriteError extends StoreFileError {
  override readonly name = 'StoreWriteError';
  /** Such as `ENOSPC`. */
  readonly code: string;
  /** Whether there is no room, which whoever runs the emulator can make. */
  readonly isFull: boolean;

  constructor(code: string, options: ErrorOptions) {
    const isFull = FULL.has(code);
    const what = isFull ? `is full (${code}): free space on its disk` : `cannot be written (${code})`;
    super(`The store of the emulator ${what}. What was to be written is not.`, options);
    this.code = code;
    this.isFull = isFull;
  }
}

/** No space, no more of a quota, no larger file. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** A disk with less than this is taken for full: LMDB calls a write that was cut short an error of the disk (EIO). */
const LEAST_FREE_BYTES = 1024 * 1024;

/**
 * Runs what writes to a store in a folder.
 *
 * @throws StoreWriteError - where the system refuses
 */
export function writingTo<T>(folder: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    // LMDB gives the system's number.
    const number: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (typeof number !== 'number' || number <= 0) throw error;
    const code = getSystemErrorName(-number);
    throw new StoreWriteError(code === 'EIO' && isFull(folder) ? 'ENOSPC' : code, { cause: error });
  }
}

/** Runs a write that can be left out where the disk takes no more, such as a mark of use: reading is to go on then. */
export function writeIfPossible(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof StoreWriteError)) throw error;
  }
}

function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < LEAST_FREE_BYTES;
}
