/** The package as its users have it: packed, installed elsewhere, run by its command, imported, and compiled against. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, createFolder, type Environment } from '../gateway/cli/process.ts';
import { copyPackage, install, npm, type PackedPackage, pack, ROOT } from './installation.ts';

const { folder, remove } = createFolder();
const app = join(folder, 'app');
const ours = join(app, 'node_modules/astra-graphql');
const command = join(app, 'node_modules/.bin/astra-graphql');
const children: ReturnType<typeof spawn>[] = [];
let packed: PackedPackage;

beforeAll(() => {
  packed = pack(folder);
  install(app, join(folder, packed.filename));
}, 120_000);
afterAll(async () => {
  await Promise.all(children.map((child) => child.kill() && once(child, 'close')));
  remove();
});

/** Starts a program in the folder of the app. Answers its first line, which begins with its URL. */
async function start(file: string, words: readonly string[], environment: Environment = {}): Promise<string[]> {
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(file, words, { cwd: app, env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === 2 || /is ready$/.test(line)) break;
  }
  return lines;
}

const urlOf = ([line = '']: readonly string[]) => line.split(' ')[0] ?? '';

describe('its content', () => {
  test('is what runs, what types need, and the schema; nothing of how it is made', () => {
    const expected = [
      /^(LICENSE|README\.md|package\.json|schema(\.subgraph)?\.graphql)$/,
      /^dist\/(gateway|schema|resolvers|datasources|emulator)\/.*\.js$/,
      /^dist\/emulator\/sample\/(NOTICE\.md|\w+\.(jsonl|graphql)|prepared-\w+\.bin)$/,
      /^dist\/[\w/.-]+\.d\.ts$/,
    ];
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !expected.some((pattern) => pattern.test(path)))).toEqual([]);
    expect(packed.unpackedSize).toBeLessThan(7_000_000);
  });

  test('imports no file that is not in it', () => {
    const missing = packed.files.flatMap(({ path }) => {
      if (!/\.(js|d\.ts)$/.test(path)) return [];
      const source = readFileSync(join(ours, path), 'utf8');
      const imports = [...source.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, specifier = '']) => specifier);
      const file = (specifier: string) => join(ours, dirname(path), specifier.replace(/\.ts$/, '.d.ts'));
      return imports.filter((specifier) => !existsSync(file(specifier))).map((specifier) => `${path}: ${specifier}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('the command', () => {
  test('npx astra-graphql --version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(npm(app, app, ['exec', '--', 'astra-graphql', '--version'])).toBe(`${version}\n`);
  });

  test('serve answers a query on the sample data', async () => {
    const url = urlOf(await start(command, ['serve', '--port', '0', '--memory', '--quiet']));
    expect(await ask(url, '{ keyspace(name: "travel") { table(name: "airports") { name } } }')).toEqual({
      data: { keyspace: { table: { name: 'airports' } } },
    });
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('astra-graphql');
  });

  test('the schema can be had as a file, and is what the command prints', () => {
    const path = createRequire(join(app, 'app.js')).resolve('astra-graphql/schema.graphql');
    const printed = execFileSync(command, ['serve', '--print-schema'], { cwd: app, encoding: 'utf8' });
    expect(readFileSync(path, 'utf8')).toBe(printed);
  });
});

test('a program of CommonJS can have it too', () => {
  const program = "console.log(typeof require('astra-graphql').createGateway)";
  const stdout = execFileSync(process.execPath, ['--no-warnings', '-e', program], { cwd: app, encoding: 'utf8' });
  expect(stdout).toBe('function\n');
});

describe('the library', () => {
  let environment: Environment;
  let headers: Environment;

  beforeAll(async () => {
    for (const file of ['route.ts', 'plain.ts', 'route-host.mjs']) {
      cpSync(new URL(`fixtures/${file}`, import.meta.url), join(app, file));
    }
    const page = readFileSync(join(ROOT, 'docs/library.md'), 'utf8');
    const [, example = ''] = /```ts\n(.*?)```/s.exec(page) ?? [];
    writeFileSync(join(app, 'page.ts'), example);
    for (const name of ['@types/node', 'undici-types']) copyPackage(app, `node_modules/${name}`);
    const lines = await start(command, ['emulate', '--port', '0', '--memory', '--no-sample']);
    environment = Object.fromEntries([...lines.join('\n').matchAll(/(ASTRA_\w+)=(\S+)/g)].map(([, ...pair]) => pair));
    const { applicationToken } = (await (await fetch(urlOf(lines))).json()) as { applicationToken: string };
    headers = { authorization: `Bearer ${applicationToken}` };
  });

  test.each([
    ['nodenext', { module: 'nodenext' }],
    ['a bundler with the types of browsers', { module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom'] }],
  ])('its types hold under strict, and with them the example of docs/library.md, with %s', (_, options) => {
    const strict = { strict: true, exactOptionalPropertyTypes: true, verbatimModuleSyntax: true, skipLibCheck: false };
    const compilerOptions = { ...strict, target: 'es2023', types: ['node'], ...options };
    writeFileSync(
      join(app, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['route.ts', 'plain.ts', 'page.ts'] }),
    );
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    expect(execFileSync(process.execPath, [compiler, '-p', app], { encoding: 'utf8' })).toBe('');
  });

  test.each(['route-host.mjs', 'plain.js'])('answers in %s, compiled above', async (file) => {
    const url = urlOf(await start(process.execPath, [file], environment));
    expect(await ask(url, '{ database { name } databases { nodes { name } } }', headers)).toEqual({
      data: { database: { name: 'local' }, databases: { nodes: [{ name: 'local' }] } },
    });
    const get = { headers: { ...headers, 'apollo-require-preflight': 'true' } };
    const response = await fetch(`${url}?query={__typename}`, get);
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });
});
