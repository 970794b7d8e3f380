/** astrapy 2, the client of the Data API: everyday calls with collections, tables, keyspaces and databases. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { besides, install, need, type RunningEmulator, run, startEmulator, workFolder } from '../emulator/machine.ts';

const PROGRAMS = besides('../data-api/astrapy');

let running: RunningEmulator;
beforeEach(async () => {
  running = await startEmulator();
});
afterEach(() => running.close());

test.for(['collections', 'tables', 'admin'])('calls for %s', { timeout: 300_000 }, async (subject, context) => {
  await need(context, 'python3', '-c', 'import ensurepip, venv');
  const folder = workFolder('astrapy-data-api');
  const python = `${folder}/bin/python`;
  await install(context, 'astrapy', async () => {
    await run('python3', '-m', 'venv', folder);
    await run(python, '-m', 'pip', 'install', '--quiet', '--requirement', `${PROGRAMS}/requirements.txt`);
  });
  const { applicationToken, defaultDatabaseId, defaultDatabaseRegion } = running.emulator;
  const program = `${PROGRAMS}/${subject}_calls.py`;
  const said = await run(python, program, running.url, applicationToken, defaultDatabaseId, defaultDatabaseRegion);
  expect(said).toContain('All calls were answered as expected.');
});
