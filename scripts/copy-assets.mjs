/** Copies what the compiler leaves behind (SDL, sample data) to where the built files look for it, and prepares it. The last step of a build. */
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';

const ASSETS = new Set(['.graphql', '.jsonl', '.md']);

for (const folder of ['schema', 'emulator/sample']) {
  for (const file of readdirSync(folder, { recursive: true })) {
    if (ASSETS.has(extname(file))) cpSync(`${folder}/${file}`, `dist/${folder}/${file}`);
  }
}
await import('./prepare-sample.mjs');
// Tells the tests whether a build is newer than the sources.
writeFileSync('dist/.built', '');
