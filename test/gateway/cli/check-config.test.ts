/** What `--check-config` tries, so that a start with the same settings does not fail. */
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFolder, type Environment, start } from './process.ts';

const { folder, remove } = createFolder();
afterAll(remove);

const check = async (words: readonly string[] = [], environment: Environment = {}) => {
  const { code, stdout, stderr } = await start(
    folder,
    ['serve', '--check-config', '--port', '0', ...words],
    environment,
  ).ended;
  return { code, stdout, stderr };
};
const RIGHT = { code: 0, stdout: 'The configuration is right; upstream: embedded.\n', stderr: '' };

test('a folder that can be made is right, and is not made', async () => {
  const before = readdirSync(folder);
  expect(await check(['--data-dir', 'new/deep/data'])).toEqual(RIGHT);
  expect(readdirSync(folder)).toEqual(before);
});

test('a file, a place that takes no folders and a file of another program are no folders for data', async () => {
  const file = join(folder, 'file');
  const foreign = createFolder();
  writeFileSync(file, '');
  writeFileSync(join(foreign.folder, 'data.mdb'), 'text');
  const refusal = async (path: string) => {
    const { code, stdout, stderr } = await check(['--data-dir', path]);
    expect([code, stdout]).toEqual([2, '']);
    return stderr;
  };
  const without = '/proc/data';
  const places = [file, join(file, 'data'), foreign.folder, ...(existsSync('/proc/self') ? [without] : [])];
  const [ofFile, belowFile, ofForeign, ofProc] = await Promise.all(places.map(refusal));
  expect(ofFile).toBe(`${file} is a file, and no folder for data: choose another with --data-dir.\n`);
  expect(belowFile).toBe(`${join(file, 'data')} cannot be used for data (ENOTDIR): choose another with --data-dir.\n`);
  expect(ofForeign).toContain(join(foreign.folder, 'data.mdb'));
  if (ofProc) expect(ofProc).toBe(`${without} cannot be used for data (ENOENT): choose another with --data-dir.\n`);
  foreign.remove();
});

// Root may write everywhere.
test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is refused', async () => {
  chmodSync(folder, 0o500);
  const { code, stderr } = await check(['--data-dir', join(folder, 'data')]);
  chmodSync(folder, 0o700);
  expect([code, stderr]).toEqual([2, expect.stringContaining('(EACCES)')]);
});

test('the same places are refused at the start in one sentence', async () => {
  const path = existsSync('/proc/self') ? '/proc/data' : '/dev/null/data';
  const { code, stdout, stderr } = await start(folder, ['serve', '--port', '0', '--data-dir', path]).ended;
  expect([code, stdout, stderr.split('\n').length]).toEqual([1, '', 2]);
  expect(stderr).toContain(`${path} cannot be used for data`);
});

test('a port in use is said together with other problems', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  writeFileSync(join(folder, 'taken'), '');
  const { code, stderr } = await check(['--port', String(port), '--data-dir', join(folder, 'taken')]);
  other.close();
  expect(code).toBe(2);
  expect(stderr.split('\n')).toEqual([
    `Port ${port} of 127.0.0.1 is in use: stop what listens there, or choose another with --port.`,
    `${join(folder, 'taken')} is a file, and no folder for data: choose another with --data-dir.`,
    '',
  ]);
});

test('trusted documents are tried on the universal graph; those of a typed graph are named', async () => {
  const trust = (documents: Readonly<Record<string, string>>) => {
    writeFileSync(join(folder, 'trusted.json'), JSON.stringify(documents));
    return check(['--memory'], { ASTRA_GRAPHQL_TRUSTED_DOCUMENTS: 'trusted.json' });
  };
  const documents = { right: '{ database { databaseId } }', typed: '{ airports { nodes { name } } }' };
  const [warned, refused] = await Promise.all([
    trust(documents),
    check(['--memory'], { ASTRA_GRAPHQL_TRUSTED_DOCUMENTS: wrongDocuments() }),
  ]);
  expect(warned).toEqual({
    ...RIGHT,
    stdout: `${RIGHT.stdout}Warning: These trusted documents ask for what the universal graph lacks, and only an upstream tells whether a typed graph has it: typed.\n`,
  });
  expect(refused).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'The trusted document wrong is not valid: Cannot query field "nam" on type "Database". Did you mean "name"?\n',
  });
});

function wrongDocuments(): string {
  writeFileSync(join(folder, 'wrong.json'), '{"wrong": "{ databases { nodes { nam } } }"}');
  return 'wrong.json';
}
