/** Temporary folders, removed at exit. LMDB needs files even for an in-memory store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();
let isWatched = false;

/** Creates a folder that is removed when the process exits, or earlier by `removeTemporaryFolder`. */
export function makeTemporaryFolder(): string {
  if (!isWatched) process.once('exit', () => folders.forEach(removeTemporaryFolder));
  isWatched = true;
  const folder = mkdtempSync(join(tmpdir(), 'astra-graphql-'));
  folders.add(folder);
  return folder;
}

export function removeTemporaryFolder(folder: string): void {
  folders.delete(folder);
  rmSync(folder, { recursive: true, force: true });
}
