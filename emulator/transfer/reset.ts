/** Removes all data of an emulator from its folder. */
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openLockedStore } from '../core/locked-store.ts';
import { OperatorError } from '../core/operator-error.ts';
import { holdsDatabases } from '../core/storage.ts';
import { openStore } from '../core/store.ts';
import { STORE_FILES } from '../core/store-file.ts';

/**
 * Removes the store: databases, tokens, users and the record of loaded files. The folder and its other files stay. A
 * missing or empty folder is valid.
 *
 * @throws OperatorError - when the folder contains other files but no emulator data, or is in use; nothing is removed
 */
export async function resetFolder(folder: string): Promise<void> {
  if (!existsSync(folder) || (await readdir(folder)).length === 0) return;
  if (!(await isOfEmulator(folder))) {
    throw new OperatorError(`${folder} contains no emulator data; nothing has been removed.`);
  }
  await (await openLockedStore(folder)).close();
  for (const file of STORE_FILES) await rm(join(folder, file), { force: true });
}

async function isOfEmulator(folder: string): Promise<boolean> {
  if (!existsSync(join(folder, STORE_FILES[0]))) return false;
  try {
    const store = openStore(folder);
    const isOwn = holdsDatabases(store);
    await store.close();
    return isOwn;
  } catch {
    return false;
  }
}
