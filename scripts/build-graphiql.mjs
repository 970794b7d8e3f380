/**
 * Bundles the GraphiQL page into `dist/gateway/graphiql/`: the page, and its files, compressed, below a folder that is named
 * by their content, so that browsers may keep them for ever.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { collectLicenses } from './licenses.mjs';

const SOURCES = 'gateway/graphiql';
const TARGET = 'dist/gateway/graphiql';
const SHARED = { bundle: true, minify: true, write: false, metafile: true, outdir: TARGET, legalComments: 'none' };

const scripts = await build({
  ...SHARED,
  entryPoints: {
    main: `${SOURCES}/main.tsx`,
    'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
    'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
    'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
  },
  format: 'esm',
  splitting: true,
  chunkNames: '[hash]',
  target: 'es2022',
  jsx: 'automatic',
  // GraphiQL labels its icons by the names of their components.
  keepNames: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  // All of the editor's styles are in GraphiQL's.
  loader: { '.css': 'empty' },
});
const styles = await build({
  ...SHARED,
  entryPoints: [`${SOURCES}/explorer.css`],
  assetNames: '[name]',
  loader: { '.ttf': 'file' },
});

const licenses = collectLicenses([scripts.metafile, styles.metafile]);
const files = [
  ...[...scripts.outputFiles, ...styles.outputFiles].map(({ path, contents }) => [basename(path), contents]),
  ['licenses.txt', Buffer.from(licenses)],
];
const hash = createHash('sha256');
for (const [name, contents] of files) hash.update(name).update(contents);
const version = hash.digest('hex').slice(0, 16);

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(`${TARGET}/assets/${version}`, { recursive: true });
for (const [name, contents] of files) {
  writeFileSync(`${TARGET}/assets/${version}/${name}.gz`, gzipSync(contents, { level: 9 }));
}
const page = readFileSync(`${SOURCES}/index.html`, 'utf8');
writeFileSync(`${TARGET}/index.html`, page.replaceAll('{version}', version));
