/** Servers of Node around the library, and what Vite and esbuild make of one, as `docs/library.md` prints them. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolder } from '../../gateway/cli/process.ts';
import { type App, createApp } from './app.ts';
import { expectAnswers, expectDrain, expectRow, startUpstream, type Upstream } from './questions.ts';

const elsewhere = createFolder();
let app: App;
let upstream: Upstream;

beforeAll(async () => {
  app = createApp('servers');
  upstream = await startUpstream();
}, 120_000);
afterAll(async () => {
  elsewhere.remove();
  await upstream.close();
});

async function expectAll(file: string): Promise<void> {
  const server = await app.start([file], upstream.environment);
  try {
    await expectAnswers(`${server.url}/graphql`, upstream.emulator);
    await expectDrain(server, `${server.url}/graphql`, upstream.emulator);
  } finally {
    server.child.kill('SIGKILL');
  }
}

test.each(['node-server.js', 'express-server.js', 'fastify-server.js', 'hono-server.js'])('%s', expectAll);

test('express-server.js with a parser of bodies before it', async () => {
  const printed = readFileSync(join(app.folder, 'express-server.js'), 'utf8');
  const parsing = printed.replace('express();\n', 'express();\napp.use(express.json());\n');
  expect(parsing).not.toBe(printed);
  writeFileSync(join(app.folder, 'parsing-server.js'), parsing);
  const { url, child } = await app.start(['parsing-server.js'], upstream.environment);
  try {
    await expectRow(`${url}/graphql`, upstream.emulator);
  } finally {
    child.kill('SIGKILL');
  }
});

describe('in a folder that has no packages', () => {
  test.each([
    ['Vite', 'npx vite build', 'dist', 'node-server.js'],
    [
      'esbuild',
      'npx esbuild node-server.js --bundle --platform=node --outfile=node-server.cjs',
      'node-server.cjs',
      'node-server.cjs',
    ],
  ])('%s', async (_, command, built, file) => {
    await app.run(command);
    const to = built === file ? join(elsewhere.folder, file) : elsewhere.folder;
    cpSync(join(app.folder, built), to, { recursive: true });
    writeFileSync(join(elsewhere.folder, 'package.json'), '{"type":"module"}');
    await expectAll(join(elsewhere.folder, file));
  });
});
