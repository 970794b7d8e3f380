/** The package in one file, as bundlers make it: nothing is left behind that it would look for when it runs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type BuildOptions, build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import { type Listening, listen } from '../../emulator/server/server.ts';
import { createFolder } from '../gateway/cli/process.ts';
import { ROOT } from './installation.ts';

const { folder, remove } = createFolder();
let emulator: Emulator;
let server: Listening;

beforeAll(async () => {
  emulator = await createEmulator({ delaysMs: 0 });
  server = await listen(emulator);
});
afterAll(async () => {
  await server.close();
  await emulator.close();
  remove();
});

/** Answers by lines of JSON: a query, and GraphiQL's page with its program. */
const PROGRAM = `
import { createGateway } from 'astra-graphql';

const [apiEndpoint, devopsUrl, token] = process.argv.slice(2);
const gateway = createGateway({ apiEndpoint, devopsUrl, log() {}, ...(FETCH && { fetch: (url, init) => fetch(url, init) }) });
const headers = { 'content-type': 'application/json', authorization: 'Bearer ' + token };
const body = JSON.stringify({ query: '{ database { name } }' });
const ask = (path, init) => gateway.fetch(new Request('http://app.example' + path, init));
(async () => {
  console.log(await (await ask('/graphql', { method: 'POST', headers, body })).text());
  const page = await (await ask('/graphql', { headers: { accept: 'text/html' } })).text();
  const [, script] = /src="([^"]*)"/.exec(page);
  const file = await ask(script, {});
  console.log(JSON.stringify([file.status, (await file.text()).includes('GraphiQL')]));
  await gateway.close();
})();
`;

/** @returns the modules that the bundle imports when it runs, and those of them that the package itself imports */
async function bundle(file: string, options: BuildOptions) {
  const { metafile } = await build({
    // A package finds itself by its name, and so by what it exports.
    stdin: { contents: PROGRAM, resolveDir: ROOT },
    outfile: file,
    absWorkingDir: ROOT,
    bundle: true,
    metafile: true,
    logLevel: 'silent',
    ...options,
  });
  const inputs = Object.entries(metafile?.inputs ?? {});
  const importsOf = (files: typeof inputs) => {
    const external = files.flatMap(([, { imports }]) => imports.filter((one) => one.external));
    return [...new Set(external.map(({ path }) => path))].sort();
  };
  return {
    imports: importsOf(inputs),
    own: importsOf(inputs.filter(([path]) => path.startsWith('dist/'))),
  };
}

/** Runs a file in a folder that has nothing else. */
async function run(file: string): Promise<string[]> {
  const { defaultDatabaseId, defaultDatabaseRegion, applicationToken } = emulator;
  const endpoint = `${server.url}/${defaultDatabaseId}-${defaultDatabaseRegion}`;
  const child = spawn(process.execPath, [file, endpoint, server.url, applicationToken], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  await once(child, 'close');
  return lines;
}

const ANSWERS = ['{"data":{"database":{"name":"local"}}}', '[200,true]'];

/** Some dependencies are CommonJS and require modules of Node, for which a bundle of modules needs a `require`. */
const BANNER = {
  js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
};

test.each([
  ['modules', 'mjs', { platform: 'node', format: 'esm', banner: BANNER }],
  ['CommonJS', 'cjs', { platform: 'node', format: 'cjs' }],
  ['minified modules', 'mjs', { platform: 'node', format: 'esm', banner: BANNER, minify: true }],
] as const)('for Node as %s', async (name, extension, options) => {
  const alone = join(folder, name.replace(' ', '-'));
  mkdirSync(alone);
  const file = join(alone, `bundle.${extension}`);
  const { own } = await bundle(file, { ...options, define: { FETCH: 'false' } });
  expect(own).not.toContain('node:fs');
  expect(await run(file)).toEqual(ANSWERS);
});

test.each([
  ['a fetch of its own', 'true'],
  ['the fetch of the platform', 'false'],
])('for a platform that has no files and no sockets, with %s', async (_, hasFetch) => {
  const alone = join(folder, `web-${hasFetch}`);
  mkdirSync(alone);
  const file = join(alone, 'bundle.mjs');
  const web: BuildOptions = { platform: 'browser', format: 'esm', conditions: ['workerd'], external: ['node:*'] };
  const { imports } = await bundle(file, { ...web, define: { FETCH: hasFetch } });
  // What computes, and neither reads nor connects.
  expect(imports).toEqual(
    ['crypto', 'net', 'stream/promises', 'timers/promises', 'util', 'zlib'].map((name) => `node:${name}`),
  );
  expect(await run(file)).toEqual(ANSWERS);
});
