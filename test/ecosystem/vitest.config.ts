/** What others have made, tried with the gateway and the emulator: packages of its own, installed by `npm run test:ecosystem`. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import shared from '../../vitest.config.ts';

const require = createRequire(import.meta.url);

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  // One graphql for the gateway and for what is installed here, or neither takes the other's schema for one.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    globalSetup: shared.test?.globalSetup ?? [],
    server: shared.test?.server ?? {},
    include: ['test/ecosystem/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 60_000,
  },
});
