/**
 * Apollo's compatibility suite, as its package has it: its tests under Jest, its subgraphs `users` and `inventory`, our builder
 * in place of the library that is tried, and Apollo's gateway in place of the binary router that it would download.
 */
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFreePort } from '../../support/free-port.ts';
import { PRODUCTS_SDL, startProducts } from './products.ts';
import type { RunningSubgraph } from './toy.ts';

const require = createRequire(import.meta.url);
const PACKAGE = dirname(require.resolve('@apollo/federation-subgraph-compatibility-tests/package.json'));
const JEST = require.resolve('jest/bin/jest');

const started: RunningSubgraph[] = [];
let productsUrl: string;
let routerUrl: string;

beforeAll(async () => {
  const products = await startProducts();
  productsUrl = products.url;
  started.push(products);
  const services = [{ name: 'products', url: products.url, typeDefs: parse(PRODUCTS_SDL) }];
  for (const name of ['users', 'inventory']) {
    const subgraph = await startPrebuilt(name);
    started.push(subgraph);
    const sdl = readFileSync(join(PACKAGE, 'dist/subgraphs', name, `${name}.graphql`), 'utf8');
    services.push({ name, url: subgraph.url, typeDefs: parse(sdl) });
  }
  const { supergraphSdl = '', errors } = composeServices(services);
  expect(errors).toBeUndefined();
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }) });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  started.push({ url, close: () => server.stop() });
  routerUrl = url;
}, 60_000);

afterAll(async () => {
  for (const { close } of started.reverse()) await close();
});

test('all 23 of its tests pass', async () => {
  const { results, stderr } = await runSuite();
  expect(
    results.filter(({ status }) => status !== 'passed'),
    stderr,
  ).toEqual([]);
  expect(results).toHaveLength(23);
}, 120_000);

/** One of the subgraphs of the suite. It takes its port from the environment, and tells when it is ready. */
async function startPrebuilt(name: string): Promise<RunningSubgraph> {
  const port = await findFreePort();
  const env = { ...process.env, [`${name.toUpperCase()}_PORT`]: String(port) };
  const folder = join(PACKAGE, 'dist/subgraphs', name);
  const child = fork(join(folder, 'index.js'), { cwd: folder, env, silent: true });
  await once(child, 'message');
  return {
    url: `http://localhost:${port}/`,
    async close() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

interface SuiteResult {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
}

function runSuite(): Promise<{ readonly results: readonly SuiteResult[]; readonly stderr: string }> {
  const config = JSON.stringify({
    rootDir: PACKAGE,
    testMatch: ['**/dist/tests/*.test.js'],
    testPathIgnorePatterns: [],
    haste: { retainAllFiles: true },
    transform: {},
    setupFiles: [fileURLToPath(new URL('compatibility-router.cjs', import.meta.url))],
  });
  const env = { ...process.env, PRODUCTS_URL: productsUrl, ROUTER_URL: routerUrl };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [JEST, '--ci', '--json', '--config', config], { env }, (error, stdout, stderr) => {
      if (!stdout.startsWith('{')) return reject(error ?? new Error(stderr));
      const files: { assertionResults: SuiteResult[] }[] = JSON.parse(stdout).testResults;
      resolve({ results: files.flatMap(({ assertionResults }) => assertionResults), stderr });
    });
  });
}
