import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

/**
 * These keep nothing in their modules that another file could meet, so that a worker loads the modules of the product once for all
 * of them. The others measure time or memory, start processes, or set what is global, and have their modules for themselves.
 */
const SHARED = [
  'contract',
  'datasources',
  'emulator/cql',
  'emulator/devops',
  'emulator/document',
  'emulator/rest',
  'gateway/limits',
  'resolvers',
  'round-trip',
];
const shared = SHARED.map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  // vitest loads graphql twice (.mjs and .js) unless it is told which; instanceof GraphQLError would then be false.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    projects: [
      { extends: true, test: { name: 'shared', include: shared, isolate: false } },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: [...shared, 'test/ecosystem/**', '**/node_modules/**'],
        },
      },
    ],
    // The default leaves one core to vitest itself, which mostly waits.
    maxWorkers: '100%',
    globalSetup: 'test/support/build.ts',
    testTimeout: 20_000,
    server: { deps: { inline: [/graphql-yoga/, /@graphql-tools/, /@envelop/] } },
  },
});
