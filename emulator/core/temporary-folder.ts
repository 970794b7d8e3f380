/** Folders for what is gone with the process. LMDB keeps in a file even what is in memory, and a lock beside it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();
let isWatched = false;

/** Removed when the process exits, unless it was before. */
export function makePassingFolder(): string {
  if (!isWatched) process.once('exit', () => folders.forEach(removePassingFolder));
  isWatched = true;
  const folder = mkdtempSync(join(tmpdir(), 'astra-graphql-'));
  folders.add(folder);
  return folder;
}

export function removePassingFolder(folder: string): void {
  folders.delete(folder);
  rmSync(folder, { recursive: true, force: true });
}
