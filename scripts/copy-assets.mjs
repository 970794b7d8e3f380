/** Copies what the compiler leaves behind, the sample data, to where the built files look for it, and prepares it. The last step of a build. */
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';

const ASSETS = new Set(['.jsonl', '.md', '.graphql']);

const SAMPLE = 'emulator/sample';
for (const file of readdirSync(SAMPLE)) {
  if (ASSETS.has(extname(file))) cpSync(`${SAMPLE}/${file}`, `dist/${SAMPLE}/${file}`);
}
await import('./prepare-sample.mjs');
// Tells the tests whether a build is newer than the sources.
writeFileSync('dist/.built', '');
