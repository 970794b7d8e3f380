/** Data of one's own that is there from the start. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { OperatorError, readingFile } from '../core/operator-error.ts';
import type { Database } from '../core/service.ts';
import { importLines } from './import.ts';
import { BadLineError, type OnProgress, readLines } from './lines.ts';

/**
 * Loads a file of lines (for their form see `exportKeyspace`) into a database, unless a file of the same content was
 * loaded into it before, even if its data has been dropped since. Loading that was cut short begins again, and
 * overwrites what it had written.
 *
 * @param onProgress - not called when the file has been loaded before
 * @returns whether it has been loaded now
 * @throws OperatorError - for a file that cannot be read, and for a bad line, with all lines before it loaded
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
