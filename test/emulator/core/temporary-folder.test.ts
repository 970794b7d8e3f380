/** An emulator without a folder of its own leaves nothing behind, however its process ends in good order. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'passing-'));
});
afterEach(() => rmSync(temporary, { recursive: true }));

test.each([
  ['is closed', 'await store.close()'],
  ['is still open at the end of the process', 'process.exit()'],
])(
  'a store in memory that %s',
  async (_, end) => {
    const module = fileURLToPath(new URL('../../../emulator/core/store.ts', import.meta.url));
    const program = `import { openStore } from ${JSON.stringify(module)};
    import { readdirSync } from 'node:fs';
    const store = openStore();
    store.put(Buffer.from('a'), 1);
    console.log(readdirSync(process.env.TMPDIR).length);
    ${end};`;
    const options = ['--import', 'tsx', '--input-type=module', '--eval', program];
    const child = spawn(process.execPath, options, { env: { ...process.env, TMPDIR: temporary } });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    await once(child, 'close');
    expect(Number(output)).toBeGreaterThan(0);
    expect(readdirSync(temporary).filter((name) => !name.startsWith('tsx'))).toEqual([]);
  },
  30_000,
);
