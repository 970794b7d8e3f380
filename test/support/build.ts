/** Before any test: builds what the tests of the process run, unless it is newer than everything it is made from. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Made of its sources by these steps; the last of them writes the stamp. */
interface Product {
  readonly stamp: string;
  readonly sources: readonly string[];
  readonly steps: readonly (readonly string[])[];
}

const PAGE: Product = {
  stamp: 'dist/gateway/graphiql-build/files.js',
  sources: ['gateway/graphiql', 'scripts', 'package-lock.json'],
  steps: [['scripts/build-graphiql.mjs']],
};
const PROGRAM: Product = {
  stamp: 'dist/.built',
  sources: ['gateway', 'schema', 'resolvers', 'datasources', 'emulator', 'scripts', 'package.json'],
  // Errors of types are not its affair: what can run is built all the same.
  steps: [['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], ['scripts/copy-assets.mjs']],
};

export function setup(): void {
  for (const product of [PAGE, PROGRAM]) if (!isCurrent(product)) build(product);
}

function isCurrent({ stamp, sources }: Product): boolean {
  const builtAtMs = existsSync(join(ROOT, stamp)) ? statSync(join(ROOT, stamp)).mtimeMs : 0;
  return Math.max(...sources.map(newest)) < builtAtMs;
}

function build({ steps }: Product): void {
  for (const step of steps) spawnSync(process.execPath, step, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** When anything there was last changed; a folder tells of what was removed from it. */
function newest(path: string): number {
  const { mtimeMs } = statSync(join(ROOT, path));
  if (!statSync(join(ROOT, path)).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(join(ROOT, path)).map((name) => newest(`${path}/${name}`)));
}
