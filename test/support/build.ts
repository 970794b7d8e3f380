/** Before any test: builds what the tests of the process run, unless it is newer than everything it is made from. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = ['gateway', 'schema', 'resolvers', 'datasources', 'emulator', 'scripts', 'package.json'];
/** The last thing that a build writes. */
const STAMP = join(ROOT, 'dist/.built');

export function setup(): void {
  const builtAtMs = existsSync(STAMP) ? statSync(STAMP).mtimeMs : 0;
  if (Math.max(...SOURCES.map(newest)) < builtAtMs) return;
  // Errors of types are not its affair: what can run is built all the same.
  spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { cwd: ROOT });
  spawnSync(process.execPath, ['scripts/copy-assets.mjs'], { cwd: ROOT, stdio: 'inherit' });
}

/** When anything there was last changed; a folder tells of what was removed from it. */
function newest(path: string): number {
  const { mtimeMs } = statSync(join(ROOT, path));
  if (!statSync(join(ROOT, path)).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(join(ROOT, path)).map((name) => newest(`${path}/${name}`)));
}
