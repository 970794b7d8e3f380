/** The commands of `docs/emulator.md`, as they are printed there. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFolder, type Started, start } from '../gateway/cli/process.ts';
import { blocksOf } from './pages.ts';

const execute = promisify(execFile);
const MAIN = fileURLToPath(new URL('../../dist/gateway/main.js', import.meta.url));
const [commands = '', faults = ''] = blocksOf('docs/emulator.md').map(({ text }) => text);

const { folder, remove } = createFolder();
afterAll(remove);

/** Options behind each `npm run emulator --` of the page. */
const starts = [...commands.matchAll(/^npm run emulator -- (.*)$/gm)].map(([, words = '']) => words.split(' '));

async function shell(script: string): Promise<string> {
  const own = script.replaceAll('npx astra-graphql', `"${process.execPath}" "${MAIN}"`);
  return (await execute('sh', ['-ec', own], { cwd: folder, maxBuffer: 2 ** 26 })).stdout;
}

async function stop({ child, ended }: Started): Promise<void> {
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
}

beforeAll(async () => {
  await stop(await ready(['emulate', '--port', '0']));
  await shell('npx astra-graphql export travel --quiet > shop.jsonl');
}, 60_000);

async function ready(words: readonly string[]): Promise<Started> {
  const started = start(folder, words);
  await started.url;
  return started;
}

test('the options start it, and what is exported can be imported elsewhere', async () => {
  expect(starts).toHaveLength(2);
  for (const words of starts) await stop(await ready(['emulate', '--port', '0', ...words]));
  await stop(await ready(['emulate', '--port', '0', '--data-dir', 'elsewhere', '--databases', 'orders:us-east1']));
  await shell(commands.replace(/^npm run .*$/gm, ''));
  expect(existsSync(join(folder, 'travel.jsonl'))).toBe(true);
  const again = await shell('npx astra-graphql export travel --data-dir elsewhere --database orders --quiet');
  expect(again).toBe(readFileSync(join(folder, 'travel.jsonl'), 'utf8'));
}, 60_000);

test('faults come and go', async () => {
  const emulator = await ready(['emulate', '--port', '0', '--memory']);
  const url = await emulator.url;
  const answers = await shell(faults.replaceAll('http://localhost:8090', url));
  expect(answers).toMatch(/"id":1,"usesLeft":3.*"id":2,"usesLeft":null,"latencyMs":200.*"latencyMs":0,"faults":\[/s);
  expect(await (await fetch(`${url}/emulator/faults`)).json()).toEqual({ latencyMs: 0, faults: [] });
  await stop(emulator);
}, 30_000);
