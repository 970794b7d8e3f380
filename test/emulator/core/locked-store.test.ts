/** A folder belongs to one process at a time, and to nobody once that is gone, however it ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OperatorError } from '../../../emulator/core/operator-error.ts';
import { openStore } from '../../../emulator/core/store.ts';
import { createEmulator } from '../../../emulator/emulator.ts';
import { resetFolder } from '../../../emulator/transfer/reset.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function startOther(): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('../support/emulator-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

const inUseBy = (pid: number | undefined) =>
  new OperatorError(
    `${folder} is in use by process ${pid}: stop that process, or choose another folder with --data-dir.`,
  );

test('a folder that another process has open is refused, until that is killed', async () => {
  const other = await startOther();
  await expect(createEmulator({ folder })).rejects.toThrow(inUseBy(other.pid));
  await expect(resetFolder(folder)).rejects.toThrow(inUseBy(other.pid));
  expect(existsSync(join(folder, 'data.mdb'))).toBe(true);
  other.kill('SIGKILL');
  await once(other, 'close');
  await (await createEmulator({ folder })).close();
}, 60_000);

test('a folder that this process has open is refused as well, until it is closed', async () => {
  const first = await createEmulator({ folder });
  await expect(createEmulator({ folder })).rejects.toThrow(inUseBy(process.pid));
  await first.close();
  await (await createEmulator({ folder })).close();
  await resetFolder(folder);
  expect(existsSync(join(folder, 'data.mdb'))).toBe(false);
});

test.runIf(existsSync('/proc/self/stat'))(
  'a process that has the number of one that is gone is not taken for it',
  async () => {
    const store = openStore(folder);
    store.put(Buffer.from('!/holder'), { pid: process.pid, birth: '1' });
    await store.close();
    await (await createEmulator({ folder })).close();
  },
);

test('the store of another program is refused and stays unchanged', async () => {
  const store = openStore(folder);
  store.put(Buffer.from('theirs'), 1);
  await store.close();
  const message = 'data.mdb belongs to another program: choose another folder with --data-dir.';
  await expect(createEmulator({ folder })).rejects.toThrow(message);
  const same = openStore(folder);
  expect([...same.range({ start: Buffer.of(0), end: Buffer.of(255) })]).toHaveLength(1);
  await same.close();
});

test('of many that start together, one gets the folder', async () => {
  const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => createEmulator({ folder })));
  const [first, ...more] = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
  expect(more).toEqual([]);
  await first?.close();
});
