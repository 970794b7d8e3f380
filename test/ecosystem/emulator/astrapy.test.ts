/** astrapy 0.3, the last that speaks the REST and Document APIs: everyday calls, its own JSON in and out. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { besides, install, need, type RunningEmulator, run, startEmulator, workFolder } from './machine.ts';

let running: RunningEmulator;
beforeAll(async () => {
  running = await startEmulator();
});
afterAll(() => running.close());

test('astrapy makes its everyday calls', { timeout: 180_000 }, async (context) => {
  await need(context, 'python3', '-c', 'import ensurepip, venv');
  const folder = workFolder('astrapy');
  const python = `${folder}/bin/python`;
  await install(context, 'astrapy', async () => {
    await run('python3', '-m', 'venv', folder);
    await run(python, '-m', 'pip', 'install', '--quiet', '--requirement', besides('astrapy/requirements.txt'));
  });
  const { applicationToken, defaultDatabaseId, defaultDatabaseRegion } = running.emulator;
  const program = besides('astrapy/everyday_calls.py');
  const said = await run(python, program, running.url, applicationToken, defaultDatabaseId, defaultDatabaseRegion);
  expect(said).toContain('All calls were answered as expected.');
});
