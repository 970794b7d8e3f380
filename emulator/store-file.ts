/** The files of a store in its folder. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from './operator-error.ts';

/** The data, and the lock of those who have it open. */
export const STORE_FILES = ['data.mdb', 'data.mdb-lock'] as const;

const MAGIC = 0xbeefc0de;
const MAGIC_OFFSET = 24;
/** Both of its first pages tell what is in the others. */
const LEAST_BYTES = 2 * 4096;

/**
 * Where the data of a folder is kept, or would be.
 *
 * @throws OperatorError - for a file of that name that is none of LMDB's: opening it could end the process
 */
export function storePath(folder: string): string {
  const path = join(folder, STORE_FILES[0]);
  const isFresh = !existsSync(path) || statSync(path).size === 0;
  if (isFresh || isOfLmdb(path)) return path;
  throw new OperatorError(`${path} is no store of an emulator.`);
}

function isOfLmdb(path: string): boolean {
  if (statSync(path).size < LEAST_BYTES) return false;
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(4);
    readSync(file, bytes, 0, bytes.length, MAGIC_OFFSET);
    return [bytes.readUInt32LE(), bytes.readUInt32BE()].includes(MAGIC);
  } finally {
    closeSync(file);
  }
}
