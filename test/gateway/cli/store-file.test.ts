/** Files of data that cannot be used, and a disk that is full, met by the real process: never by a signal. */
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ask, createFolder, MAIN, observe, start } from './process.ts';

const { folder: root, remove } = createFolder();
const whole = join(root, 'whole', 'data.mdb');
beforeAll(async () => {
  const { child, url, ended } = start(root, ['emulate', '--port', '0', '--data-dir', join(root, 'whole')]);
  await url;
  child.kill('SIGTERM');
  await ended;
}, 60_000);
afterAll(remove);

let count = 0;
function folderWith(make: (file: string) => void): string {
  const folder = join(root, `f${++count}`);
  mkdirSync(folder);
  make(join(folder, 'data.mdb'));
  return folder;
}

describe('what is no whole store ends the start with one sentence and exit 1', () => {
  const cutTo = (share: number) => (file: string) => {
    copyFileSync(whole, file);
    truncateSync(file, Math.floor(statSync(whole).size * share));
  };
  const cases: [name: string, make: (file: string) => void][] = [
    ['a few bytes', cutTo(0.00001)],
    ['half a store', cutTo(0.5)],
    ['nearly all of a store', cutTo(0.98)],
    ['a foreign file', (file) => writeFileSync(file, 'hello\n'.repeat(10_000))],
    ['a folder', (file) => mkdirSync(file)],
  ];

  test.each(cases)('%s', async (_, make) => {
    const folder = folderWith(make);
    for (const words of [
      ['serve', '--port', '0'],
      ['emulate', '--port', '0'],
      ['export', 'travel'],
    ]) {
      const { code, signal, stdout, stderr } = await start(root, [...words, '--data-dir', folder]).ended;
      expect([code, signal, stdout]).toEqual([1, null, '']);
      expect(stderr).toMatch(/^\S+data\.mdb is (damaged or truncated|not a store of an emulator): .*--data-dir.*\.\n$/);
    }
  });
});

/** A file system of the process's own, of 2 MB. */
const ROOM = `exec unshare -m sh -c 'mount -t tmpfs -o size=2m none "$DATA" && exec "$@"' sh "$@"`;
const isRoomPossible = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', tmpdir()]).status === 0;

test.runIf(isRoomPossible)(
  'a full disk is told to the client and in the log, and the process lives on',
  async () => {
    const folder = folderWith(() => {});
    const words = ['serve', '--port', '0', '--no-sample', '--data-dir', folder];
    const { child, url, ended, stderr } = observe(
      spawn('sh', ['-c', ROOM, 'sh', process.execPath, MAIN, ...words], {
        cwd: root,
        env: { PATH: process.env.PATH, DATA: folder },
      }),
    );
    const endpoint = await url;
    await ask(endpoint, 'mutation { createKeyspace(input: { name: "full" }) { keyspace { name } } }');
    // It takes the database a moment.
    await vi.waitFor(
      async () =>
        expect(await ask(endpoint, '{ namespace(name: "full") { name } }')).toHaveProperty('data.namespace.name'),
      5000,
    );
    await ask(
      endpoint,
      'mutation { createCollection(input: { namespace: "full", name: "papers" }) { collection { name } } }',
    );
    const write = `mutation { createDocument(input: { namespace: "full", collection: "papers", data: { text: "${'x'.repeat(12_000)}" } }) { document { documentId } } }`;
    let message = '';
    for (let n = 0; n < 300 && message === ''; n += 1) {
      const { errors } = (await ask(endpoint, write)) as { errors?: { message: string }[] };
      message = errors?.[0]?.message ?? '';
    }
    expect(message).toMatch(/^Upstream's store is full/);
    expect(stderr()).toMatch(/"event":"emulator".*The store of the emulator is full \(ENOSPC\)/);
    const made = await ask(
      endpoint,
      'mutation { createCollection(input: { namespace: "full", name: "more" }) { collection { name } } }',
    );
    // Whether there is room for so little is not known, but what was not written must not be remembered either.
    const names = Object.hasOwn(made as object, 'errors') ? ['papers'] : ['more', 'papers'];
    const read = await ask(endpoint, '{ namespace(name: "full") { collections { name } } }');
    expect(read).toEqual({ data: { namespace: { collections: names.map((name) => ({ name })) } } });
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, signal: null });
  },
  60_000,
);
