/** Seed files: data that the emulator loads at its start. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { OperatorError, readingFile } from '../core/operator-error.ts';
import type { Database } from '../core/service.ts';
import { importLines } from './import.ts';
import { BadLineError, type OnProgress, readLines } from './lines.ts';

/**
 * Loads a file of lines (`exportKeyspace` describes their format) into a database, unless a file with the same content was
 * loaded before, even if its data was dropped since. An interrupted load starts again and overwrites its writes.
 *
 * @param onProgress - not called when the file was loaded before
 * @returns whether the call loaded the file
 * @throws OperatorError - for an unreadable file, and for an invalid line, after loading all lines before it
 */
export async function loadSeed(database: Database, path: string, onProgress?: OnProgress): Promise<boolean> {
  const { store, storagePrefix } = database;
  const marker = Buffer.from(`!/seed/${storagePrefix}${await readingFile(path, () => hashOf(path))}`);
  if (store.get(marker) !== undefined) return false;
  await importLines(database, readLines(path), { onProgress }).catch((error: unknown) => {
    throw error instanceof BadLineError ? new OperatorError(`${path}: ${error.message}.`, { cause: error }) : error;
  });
  store.put(marker, true);
  return true;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
