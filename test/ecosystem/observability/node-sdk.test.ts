/** The SDK of OpenTelemetry, started as `docs/observability.md` prints it, sends the last span of a process that is stopped. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blocksOf } from '../../docs/pages.ts';
import { ask, MAIN, observe } from '../../gateway/cli/process.ts';
import { ROOT } from '../../package/installation.ts';
import { useServers } from '../../support/faulty-server.ts';

const serve = useServers();

test('a collector gets the span of the last request when the gateway is stopped, and the measurements', async () => {
  const folder = join(ROOT, 'test/ecosystem/.work/node-sdk');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const block = blocksOf('docs/observability.md').find(({ language }) => language === 'js');
  writeFileSync(join(folder, 'telemetry.mjs'), block?.text ?? '');

  const received: { readonly path: string; readonly body: Buffer }[] = [];
  const collector = await serve(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    received.push({ path: request.url ?? '', body });
    response.end();
  });
  // Strings stand as they are in the protocol's messages.
  const got = (path: string, text: string) => received.some((one) => one.path === path && one.body.includes(text));

  const words = ['--import', './telemetry.mjs', MAIN, 'serve', '--port', '0', '--memory', '--no-sample'];
  const env = { PATH: process.env.PATH, OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_METRICS_EXPORTER: 'otlp' };
  const gateway = observe(spawn(process.execPath, words, { cwd: folder, env }));
  try {
    await ask(await gateway.url, 'query TheLastOne { __typename }');
    expect(got('/v1/traces', 'TheLastOne')).toBe(false);
    gateway.child.kill('SIGTERM');
    expect(await gateway.ended).toMatchObject({ code: 0, signal: null });
  } finally {
    gateway.child.kill('SIGKILL');
  }
  expect(got('/v1/traces', 'TheLastOne')).toBe(true);
  expect(got('/v1/traces', 'astra-graphql')).toBe(true);
  expect(got('/v1/metrics', 'http.server.request.duration')).toBe(true);
});
