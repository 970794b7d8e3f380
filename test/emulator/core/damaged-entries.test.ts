/** Bytes that change inside whole pages: the start succeeds, or ends with the sentence that names the file and the cure. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StoreFileError } from '../../../emulator/core/operator-error.ts';
import { openStore } from '../../../emulator/core/store.ts';
import { createEmulator } from '../../../emulator/emulator.ts';

const PAGE = 4096;
const SENTENCE =
  /^\S+data\.mdb (is damaged or truncated|is not a store of an emulator|has format version \d+, but version 2 is needed|belongs to another program): .*--data-dir.*\.$/;
let root: string;
let whole: Buffer;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'entries-'));
  await (await createEmulator({ folder: join(root, 'whole') })).close();
  whole = readFileSync(join(root, 'whole', 'data.mdb'));
});
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;
function folderWith(bytes: Uint8Array): string {
  const folder = join(root, `f${++folders}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'data.mdb'), bytes);
  return folder;
}

async function startIn(folder: string): Promise<unknown> {
  try {
    await (await createEmulator({ folder })).close();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** The offsets of what is stored under keys that begin with the text. */
function placesOf(text: string): number[] {
  const places: number[] = [];
  for (let at = whole.indexOf(text); at !== -1; at = whole.indexOf(text, at + 1)) places.push(at);
  return places;
}

test.each(['!/database/', '!/application/', 'k/'])(
  'a byte that changes in an entry of %s',
  async (prefix) => {
    const refused: string[] = [];
    for (const place of placesOf(prefix).slice(0, 4)) {
      for (let offset = prefix.length; offset < 160; offset += 6) {
        const bytes = Buffer.from(whole);
        bytes[place + offset] = 0xc1;
        const error = await startIn(folderWith(bytes));
        if (error === undefined) continue;
        expect(error, `byte ${place + offset}`).toBeInstanceOf(StoreFileError);
        expect((error as Error).message).toMatch(SENTENCE);
        refused.push((error as Error).message);
      }
    }
    expect(refused.length).toBeGreaterThan(0);
  },
  30_000,
);

test('a bit that changes anywhere', async () => {
  let state = 7;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let refused = 0;
  for (let n = 0; n < 150; n += 1) {
    const bytes = Buffer.from(whole);
    const at = 2 * PAGE + random(whole.length - 2 * PAGE);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    const error = await startIn(folderWith(bytes));
    if (error === undefined) continue;
    expect(error, `byte ${at}`).toBeInstanceOf(StoreFileError);
    expect((error as Error).message).toMatch(SENTENCE);
    refused += 1;
  }
  expect(refused).toBeGreaterThan(0);
}, 30_000);

test('a read of an entry that cannot be decoded names the file', async () => {
  const folder = join(root, 'values');
  const store = openStore(folder);
  store.put(Buffer.from('a'), ['marker-of-the-value', 1]);
  await store.close();
  const file = join(folder, 'data.mdb');
  const bytes = readFileSync(file);
  for (let at = bytes.indexOf('marker-of'); at !== -1; at = bytes.indexOf('marker-of', at + 1)) bytes[at - 1] = 0xc1;
  writeFileSync(file, bytes);
  const damaged = openStore(folder);
  const key = Buffer.from('a');
  const all = { start: Buffer.of(0), end: Buffer.of(255) };
  for (const read of [() => damaged.get(key), () => [...damaged.range(all)]]) {
    expect(read).toThrow(
      new StoreFileError(
        `${file} is damaged or truncated: choose another folder with --data-dir, or replace it with a complete copy.`,
      ),
    );
  }
  await damaged.close();
});
