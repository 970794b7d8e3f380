/**
 * Bundles the GraphiQL page into modules: the page, and its files, compressed, below a path that is named by their content, so
 * that browsers may keep them for ever. They go beside the sources, which import them, and into `dist`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { collectLicenses } from './licenses.mjs';

const SOURCES = 'gateway/graphiql';
const TARGET = 'gateway/graphiql-build';
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

const page = readFileSync(`${SOURCES}/index.html`, 'utf8').replaceAll('{version}', version);
const loaders = files.map(([name]) => `  '${version}/${name}': () => import('./assets/${name}.js'),\n`);
const modules = [
  ['files.js', `export const page = ${JSON.stringify(page)};\nexport const files = {\n${loaders.join('')}};\n`],
  ...files.map(([name, contents]) => [`assets/${name}.js`, `export default '${compressed(contents)}';\n`]),
];
for (const folder of [TARGET, `dist/${TARGET}`]) {
  rmSync(`${folder}/assets`, { recursive: true, force: true });
  mkdirSync(`${folder}/assets`, { recursive: true });
  for (const [name, source] of modules) writeFileSync(`${folder}/${name}`, source);
}

/** As text, which a module can hold. */
function compressed(contents) {
  return gzipSync(contents, { level: 9 }).toString('base64');
}
