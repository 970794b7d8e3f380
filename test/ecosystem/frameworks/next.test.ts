/** The route of `docs/library.md`, built by Next.js with each of its bundlers, and served. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, COMMANDS, createApp } from './app.ts';
import { expectAnswers, startUpstream, type Upstream } from './questions.ts';

const BUILD_MS = 300_000;
const BUILDS = COMMANDS.filter((command) => command.startsWith('npx next build'));
const NEXT = '../../../node_modules/next/dist/bin/next';

let app: App;
let upstream: Upstream;

beforeAll(async () => {
  app = createApp('next');
  upstream = await startUpstream();
}, 120_000);
afterAll(() => upstream.close());

test('the page names both bundlers', () => {
  expect(BUILDS).toEqual(['npx next build', 'npx next build --webpack']);
});

test.each(BUILDS)(
  '%s',
  async (build) => {
    await app.run(build);
    const { url, child, ended } = await app.start([NEXT, 'start', '--hostname', '127.0.0.1'], upstream.environment);
    try {
      await expectAnswers(`${url}/api/graphql`, upstream.emulator);
    } finally {
      child.kill('SIGTERM');
      await ended;
    }
  },
  BUILD_MS,
);
