/** A store on a disk that fills up: each refused write says so, what was stored stays, and the process ends in good order. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const MODULE = fileURLToPath(new URL('../../../emulator/core/store.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'full-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes until the disk is full, and goes on; then removes, closes and opens the store again. */
const PROGRAM = `import { openStore } from ${JSON.stringify(MODULE)};
const [folder, bytes, perTransaction] = [process.env.DATA, Number(process.env.BYTES), Number(process.env.COUNT)];
let store = openStore(folder);
let stored = 0;
const codes = [];
const key = (n) => Buffer.from('k' + String((n * 7919) % 100003).padStart(6, '0'));
const write = (first) => store.transaction(() => {
  for (let n = first; n < first + perTransaction; n += 1) store.put(key(n), 'x'.repeat(bytes));
});
while (codes.length < 20) {
  try { write(stored); stored += perTransaction; } catch (error) { codes.push(error.code); }
}
store.put(Buffer.from('!/own'), 1);
store.remove(key(0));
await store.close();
store = openStore(folder);
const count = store.count(Buffer.from('k'), Buffer.from('l'));
await store.close();
console.log(JSON.stringify({ codes: [...new Set(codes)], isLost: count !== stored - 1, isUsed: stored * bytes > 200_000 }));`;

/** A file system of the process's own, of 2 MB. */
const ROOM = `exec unshare -m sh -c 'mount -t tmpfs -o size=2m none "$DATA" && exec "$@"' sh "$@"`;
const isRoomPossible = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', folder]).status === 0;

describe.runIf(isRoomPossible)('on a full disk', () => {
  test.each([
    [100, 1],
    [100, 50],
    [3000, 1],
    [3000, 7],
    [12_000, 1],
    [100_000, 1],
    [100_000, 3],
  ])(
    'values of %i bytes, %i in a transaction',
    (bytes, count) => {
      const words = [process.execPath, '--import', 'tsx', '--input-type=module', '--eval', PROGRAM];
      const env = { ...process.env, DATA: folder, BYTES: String(bytes), COUNT: String(count) };
      const { status, signal, stdout, stderr } = spawnSync('sh', ['-c', ROOM, 'sh', ...words], {
        env,
        encoding: 'utf8',
      });
      expect([status, signal, stderr]).toEqual([0, null, '']);
      expect(JSON.parse(stdout)).toEqual({ codes: ['ENOSPC'], isLost: false, isUsed: true });
    },
    30_000,
  );
});
