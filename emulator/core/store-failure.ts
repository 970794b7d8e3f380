/** Failed writes to disk. */
import { statfsSync } from 'node:fs';
import { getSystemErrorName } from 'node:util';
import { StoreFileError } from './operator-error.ts';
import { damageError, storeName } from './store-file.ts';

/** A write failed and was rolled back. */
export class StoreWriteError extends StoreFileError {
  override readonly name = 'StoreWriteError';
  /** For example `ENOSPC`. */
  readonly code: string;
  /** Whether the disk or quota is full, which the operator can fix. */
  readonly isFull: boolean;

  constructor(code: string, options: ErrorOptions) {
    const isFull = FULL.has(code);
    const what = isFull ? `is full (${code}): free space on its disk` : `cannot be written (${code})`;
    super(`The store of the emulator ${what}. The write was rolled back.`, options);
    this.code = code;
    this.isFull = isFull;
  }
}

/** Out of disk space, quota exceeded, file size limit. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** A disk with less free space counts as full: LMDB reports a short write as an I/O error (EIO). */
const LEAST_FREE_BYTES = 1024 * 1024;

/** LMDB's numbers for pages that are not what they have to be: `PAGE_NOTFOUND`, `CORRUPTED`, `PANIC`, `INCOMPATIBLE`, `BAD_TXN`, `PROBLEM`. */
const DAMAGE = new Set([-30797, -30796, -30795, -30784, -30782, -30779]);

/**
 * Runs a write to the store of a folder.
 *
 * @throws StoreWriteError - when the system reports an error
 * @throws StoreFileError - when LMDB finds a damaged page
 */
export function runWrite<T>(folder: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    // LMDB reports the system's error number.
    const number: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (typeof number !== 'number') throw error;
    if (DAMAGE.has(number)) throw damageError(storeName(folder), 'is damaged or truncated', { cause: error });
    if (number <= 0) throw error;
    const code = getSystemErrorName(-number);
    throw new StoreWriteError(code === 'EIO' && isFull(folder) ? 'ENOSPC' : code, { cause: error });
  }
}

/** Runs a write that may fail, such as the time of last use: reads go on when the disk is full. */
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
