/** Data of one's own that is there from the start. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Database } from './service.ts';
import { importLines } from './transfer/import.ts';
import { readLines } from './transfer/lines.ts';
import type { OnProgress } from './transfer/progress.ts';

/**
 * Loads a file of lines (for their form see `exportKeyspace`) into a database, unless a file of the same content was
 * loaded into it before, even if its data has been dropped since. Loading that was cut short begins again, and
 * overwrites what it had written.
 *
 * @param onProgress - not called when the file has been loaded before
 * @returns whether it has been loaded now
 * @throws `BadLineError`, with all lines before the bad one loaded
 */
export async function loadSeed(database: Database, path: string, onProgress?: OnProgress): Promise<boolean> {
  const { store, storagePrefix } = database;
  const marker = Buffer.from(`!/seed/${storagePrefix}${await hashOf(path)}`);
  if (store.get(marker) !== undefined) return false;
  await importLines(database, readLines(path), { onProgress });
  store.put(marker, true);
  return true;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
