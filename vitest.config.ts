import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

export default defineConfig({
  // vitest loads graphql twice (.mjs and .js) unless it is told which; instanceof GraphQLError would then be false.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/ecosystem/**', '**/node_modules/**'],
    globalSetup: 'test/support/build.ts',
    testTimeout: 20_000,
    server: { deps: { inline: [/graphql-yoga/, /@graphql-tools/, /@envelop/] } },
  },
});
