/** The files of a store in its folder. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getSystemErrorName } from 'node:util';
import { StoreFileError } from './operator-error.ts';
import { findDamage } from './store-check.ts';

/** The data, and the lock of those who have it open. */
export const STORE_FILES = ['data.mdb', 'data.mdb-lock'] as const;

/**
 * Where the data of a folder is kept, or would be.
 *
 * @throws StoreFileError - for a file of that name that is none of LMDB's, or not whole: opening it could end the process
 */
export function storePath(folder: string): string {
  const path = join(folder, STORE_FILES[0]);
  if (!existsSync(path)) return path;
  const damage = usingFile(path, () => (statSync(path).isFile() ? findDamage(path) : 'is no store of an emulator'));
  if (damage === undefined) return path;
  throw new StoreFileError(
    `${path} ${damage}: choose another folder with --data-dir, or put a whole copy in its place.`,
  );
}

/** @throws StoreFileError - when the file system or LMDB refuses, with its reason */
export function usingFile<T>(path: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof StoreFileError) throw error;
    const { code, message } = error as { readonly code?: unknown; readonly message: string };
    // LMDB gives the system's number, or one of its own below zero.
    const name = typeof code === 'number' && code > 0 ? getSystemErrorName(-code) : code;
    const reason = typeof name === 'string' ? name : message;
    throw new StoreFileError(`${path} cannot be used for data (${reason}): choose another with --data-dir.`, {
      cause: error,
    });
  }
}
