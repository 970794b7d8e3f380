/** astra-sdk-devops, the Java client of the DevOps API: everyday calls, and every filter that it can send. */
import { delimiter } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { besides, install, need, type RunningEmulator, run, startEmulator, workFolder } from './machine.ts';

let running: RunningEmulator;
beforeAll(async () => {
  running = await startEmulator();
});
afterAll(() => running.close());

test('astra-sdk-devops makes its everyday calls', { timeout: 180_000 }, async (context) => {
  await need(context, 'java', '--version');
  await need(context, 'javac', '--release', '17', '--version');
  await need(context, 'mvn', '--version');
  const folder = workFolder('astra-sdk-devops');
  const project = besides('astra-sdk-devops/pom.xml');
  await install(context, 'astra-sdk-devops', () =>
    run('mvn', '--quiet', '--batch-mode', '--file', project, `-Dwork=${folder}`, 'compile'),
  );
  const classPath = [`${folder}/classes`, `${folder}/lib/*`].join(delimiter);
  const said = await run('java', '-cp', classPath, 'EverydayCalls', running.url, running.emulator.applicationToken);
  expect(said).toContain('All calls were answered as expected.');
  const failed = running.emulator.requests.entries.filter(({ status = 0 }) => status >= 500);
  expect(failed).toEqual([]);
});
