/** What an operator sees from outside: metrics on a port of their own, and the last span of a process that stops. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ask, createFolder, start } from './process.ts';

const { folder, remove } = createFolder();
afterAll(remove);

test('metrics have a port of their own, and an SDK gets the last span when the process is stopped', async () => {
  const file = join(folder, 'telemetry.txt');
  const gateway = start(folder, ['serve', '--port', '0', '--memory', '--no-sample'], {
    ASTRA_GRAPHQL_METRICS_PORT: '0',
    NODE_OPTIONS: `--import ${new URL('./sdk.mjs', import.meta.url)}`,
    TELEMETRY_FILE: file,
  });
  const url = await gateway.url;
  const metricsUrl = /^Metrics: (\S+)$/m.exec(gateway.stdout())?.[1] ?? '';
  expect(new URL(metricsUrl).port).not.toBe(new URL(url).port);
  await ask(url, 'query Last { __typename }');

  const metrics = await fetch(metricsUrl);
  expect([metrics.status, metrics.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  expect(await metrics.text()).toContain(
    'astra_graphql_requests_total{surface="universal",operation="query",status="200"} 1\n',
  );
  const statusOf = async (at: string, init?: RequestInit) => (await fetch(at, init)).status;
  expect(await statusOf(new URL('/metrics', url).href)).toBe(404);
  expect(await statusOf(new URL('/health', url).href)).toBe(200);
  expect(await statusOf(new URL('/graphql', metricsUrl).href)).toBe(404);
  expect(await statusOf(metricsUrl, { method: 'POST' })).toBe(405);

  expect(existsSync(file)).toBe(false);
  gateway.child.kill('SIGTERM');
  expect((await gateway.ended).code).toBe(0);
  const told = readFileSync(file, 'utf8').split('\n');
  expect(told).toEqual(expect.arrayContaining(['span query', 'metric http.server.request.duration']));
}, 60_000);
