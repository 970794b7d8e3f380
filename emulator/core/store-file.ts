/** The files of a store in its folder. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getSystemErrorName } from 'node:util';
import { StoreFileError } from './operator-error.ts';
import { findDamage } from './store-check.ts';

/** LMDB's data file and lock file. */
export const STORE_FILES = ['data.mdb', 'data.mdb-lock'] as const;

/** The data file of a folder as messages name it. */
export function storeName(folder: string): string {
  return join(folder, STORE_FILES[0]);
}

/**
 * The path of the data file of a folder, which need not exist.
 *
 * @throws StoreFileError - for a file that LMDB did not write, or that is damaged: opening it could end the process
 */
export function storePath(folder: string): string {
  const path = storeName(folder);
  if (!existsSync(path)) return path;
  const damage = usingFile(path, () => (statSync(path).isFile() ? findDamage(path) : 'is not a store of an emulator'));
  if (damage === undefined) return path;
  throw damageError(path, damage);
}

/** The damage is a predicate of the file name. */
export function damageError(path: string, damage: string, options?: ErrorOptions): StoreFileError {
  const cure = 'choose another folder with --data-dir, or replace it with a complete copy';
  return new StoreFileError(`${path} ${damage}: ${cure}.`, options);
}

/** @throws StoreFileError - when the file system or LMDB reports an error, with its reason */
export function usingFile<T>(path: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof StoreFileError) throw error;
    const { code, message } = error as { readonly code?: unknown; readonly message: string };
    // LMDB reports the system's error number, or a negative number of its own.
    const name = typeof code === 'number' && code > 0 ? getSystemErrorName(-code) : code;
    const reason = typeof name === 'string' ? name : message;
    throw new StoreFileError(`${path} cannot be used for data (${reason}): choose another with --data-dir.`, {
      cause: error,
    });
  }
}
