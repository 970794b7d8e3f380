/** The folder of a store: made where it is missing, and tried before anything is served. */
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StoreFileError } from './operator-error.ts';
import { storePath, usingFile } from './store-file.ts';

/**
 * Makes a folder and its parents. `mkdirSync` with `recursive` never returns where the parent exists and takes no folders, as
 * `/proc` does.
 *
 * @returns the folders that were missing, the outermost first
 * @throws StoreFileError - when a file has the name, or the file system reports an error
 */
export function makeFolder(folder: string): readonly string[] {
  return usingFile(folder, () => {
    const missing = missingFolders(resolve(folder));
    for (const path of missing) makeOne(path);
    if (statSync(folder).isDirectory()) return missing;
    throw new StoreFileError(`${folder} is a file, and no folder for data: choose another with --data-dir.`);
  });
}

/**
 * Tries whether a folder can hold a store, and leaves nothing behind.
 *
 * @throws StoreFileError - when it cannot be made or written, or holds what is no store
 */
export function checkFolder(folder: string): void {
  const made = makeFolder(folder);
  try {
    usingFile(folder, () => rmdirSync(mkdtempSync(join(folder, 'check-'))));
    const path = storePath(folder);
    usingFile(path, () => existsSync(path) && accessSync(path, constants.R_OK | constants.W_OK));
  } finally {
    for (const path of made.toReversed()) rmdirSync(path);
  }
}

function missingFolders(folder: string): readonly string[] {
  return existsSync(folder) ? [] : [...missingFolders(dirname(folder)), folder];
}

/** Another process may make it at the same time. */
function makeOne(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
