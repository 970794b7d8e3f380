/** A file that is no whole store is told before LMDB maps it into memory, which would end the process. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StoreFileError } from '../../../emulator/core/operator-error.ts';
import { openStore } from '../../../emulator/core/store.ts';
import { findDamage } from '../../../emulator/core/store-check.ts';

const PAGE = 4096;
const key = (n: number) => Buffer.from(`k${String(n).padStart(6, '0')}`);
const COUNT = 3000;
let root: string;
let whole: Buffer;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'store-'));
  const store = openStore(join(root, 'whole'));
  // Small values, values with pages of their own, and freed pages between them.
  for (let n = 0; n < COUNT; n += 100) {
    store.transaction(() => {
      for (let m = n; m < n + 100; m += 1) store.put(key(m), 'x'.repeat(m % 50 === 0 ? 20_000 : 200));
    });
  }
  store.removeRange(key(100), key(400));
  await store.close();
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

const refusal = (folder: string) => {
  try {
    void openStore(folder).close();
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(StoreFileError);
    return (error as Error).message;
  }
};

test('a store that was written to and shrunk is whole', async () => {
  expect(findDamage(join(root, 'whole', 'data.mdb'))).toBeUndefined();
  const store = openStore(join(root, 'whole'));
  store.removeRange(key(0), key(COUNT - 1));
  await store.close();
  expect(findDamage(join(root, 'whole', 'data.mdb'))).toBeUndefined();
});

test('an empty file becomes a store', async () => {
  const store = openStore(folderWith(Buffer.alloc(0)));
  store.put(key(1), 'a');
  expect(store.get(key(1))).toBe('a');
  await store.close();
});

test('wherever it is truncated, it is refused, or still has all entries', async () => {
  const random = (n: number) => (n * 7919) % whole.length;
  const cuts = [
    1,
    23,
    24,
    27,
    100,
    159,
    160,
    PAGE - 1,
    PAGE,
    PAGE + 159,
    2 * PAGE,
    2 * PAGE + 1,
    3 * PAGE,
    whole.length - 1,
  ];
  let refused = 0;
  for (const cut of [...cuts, ...Array.from({ length: 60 }, (_, n) => random(n + 1))]) {
    const folder = folderWith(whole);
    truncateSync(join(folder, 'data.mdb'), cut);
    if (findDamage(join(folder, 'data.mdb')) !== undefined) {
      expect(refusal(folder)).toMatch(
        /^\S+data\.mdb is (not a store of an emulator|damaged or truncated): .*--data-dir/,
      );
      refused += 1;
      continue;
    }
    const store = openStore(folder);
    expect(store.count(key(0), key(COUNT))).toBe(COUNT - 300);
    for (const { value } of store.range({ start: key(0), end: key(COUNT) })) expect(value).toMatch(/^x+$/);
    await store.close();
  }
  expect(refused).toBeGreaterThan(40);
});

test.each([
  [
    'noise',
    Buffer.from(Array.from({ length: 20_000 }, (_, n) => (n * n * 31 + 7) % 256)),
    'is not a store of an emulator',
  ],
  ['a text', Buffer.from('hello\n'), 'is not a store of an emulator'],
  ['zeros', Buffer.alloc(PAGE * 4), 'is not a store of an emulator'],
])('%s is refused', (_, bytes, reason) => {
  const folder = folderWith(bytes);
  expect(refusal(folder)).toBe(
    `${join(folder, 'data.mdb')} ${reason}: choose another folder with --data-dir, or replace it with a complete copy.`,
  );
});

function changed(change: (bytes: Buffer) => void): string {
  const bytes = Buffer.from(whole);
  change(bytes);
  return folderWith(bytes);
}

test('another version of the format is named', () => {
  const folder = changed((bytes) => [0, PAGE].forEach((at) => void bytes.writeUInt32LE(1, at + 28)));
  expect(refusal(folder)).toMatch(/has format version 1, but version 2 is needed/);
});

test('pages that are not what they should be are found', () => {
  const pages = whole.length / PAGE;
  let found = 0;
  for (let page = 2; page < pages; page += 17) {
    const folder = changed((bytes) => bytes.fill(0xa5, page * PAGE, (page + 1) * PAGE));
    if (refusal(folder) !== undefined) found += 1;
  }
  expect(found).toBeGreaterThan(5);
});

test.each([
  ['a root that is nowhere', 0xffff_ffffn],
  ['a root that is a page of its own head', 1n],
])('%s is found', (_, root) => {
  const folder = changed((bytes) => [0, PAGE].forEach((at) => void bytes.writeBigUInt64LE(root, at + 136)));
  expect(refusal(folder)).toMatch(/is damaged or truncated/);
});

test('what is not to be had is a sentence with the reason', () => {
  const folder = folderWith(whole);
  const file = join(folder, 'data.mdb');
  expect(refusal(file)).toBe(`${file} is a file, and no folder for data: choose another with --data-dir.`);
  expect(refusal(join(file, 'inside'))).toMatch(/inside cannot be used for data \(ENOTDIR\)/);
  rmSync(file);
  mkdirSync(file);
  expect(refusal(folder)).toMatch(/data\.mdb is not a store of an emulator/);
});
