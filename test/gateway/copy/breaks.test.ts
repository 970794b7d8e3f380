/** A copy that breaks off or is stopped goes on where it was; failures that pass are not noticed. */
import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { until } from '../../support/until.ts';
import { KEYSPACE, makeTable, putRows, readAll, refIn } from './content.ts';
import { copyBetween, createFolder, type Folder, runCopy, startSide, type TestSide } from './copying.ts';

const ROWS = 1200;
const DOCUMENTS = 300;

// Each test moves hundreds of things through two servers.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let from: TestSide;
let to: TestSide;
let folder: Folder;

beforeAll(async () => {
  folder = createFolder();
  [from, to] = await Promise.all([
    startSide('stargate', { loggedRequests: 10_000 }),
    startSide('stargate', { loggedRequests: 10_000 }),
  ]);
  await from.open().catalog.createKeyspace(refIn(from), {}, false);
  const table = await makeTable(from, 'items', { columns: { id: 'int', name: 'text' }, partitionKey: ['id'] });
  await putRows(
    from,
    table,
    Array.from({ length: ROWS }, (_, id) => ({ id, name: `Item ${id}` })),
  );
  const notes = { ...refIn(from), collection: 'notes' };
  await from.open().catalog.createCollection(notes, false);
  const documents = Array.from({ length: DOCUMENTS }, (_, n) => ({ documentId: `d${n}`, data: { n } }));
  await from.open().documents.putMany(notes, documents);
}, 60_000);

afterEach(async () => {
  from.emulator.faults.clear();
  to.emulator.faults.clear();
  to.emulator.requests.clear();
  await to.open().catalog.deleteKeyspace(refIn(to), true);
  folder.remove();
  folder = createFolder();
});

afterAll(async () => {
  await Promise.all([from.close(), to.close()]);
  folder.remove();
});

const writesOf = (side: TestSide, method: string) =>
  side.emulator.requests.entries.filter(
    (request) => request.method === method && request.target.includes(`/${KEYSPACE}/`),
  );

interface State {
  readonly items: Readonly<Record<string, { pageState?: string; itemsRead: number; isDone: boolean }>>;
}

async function expectToGoOn(): Promise<void> {
  const state = JSON.parse(folder.read('state.json')) as State;
  const done = Object.values(state.items).reduce((sum, { itemsRead }) => sum + itemsRead, 0);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(ROWS + DOCUMENTS);
  to.emulator.faults.clear();
  to.emulator.requests.clear();
  const resumed = await copyBetween({ folder, from, to, words: ['--resume'] });
  expect(resumed).toMatchObject({
    code: 0,
    stdout:
      `shop.items: 1,200 rows in the source, 1,200 in the target: they agree\n` +
      `shop.notes: 300 documents in the source, 300 in the target: they agree\n`,
  });
  // What was done is not done again.
  expect(writesOf(to, 'POST').length + writesOf(to, 'PUT').length).toBe(ROWS + DOCUMENTS - done);
  expect(await readAll(to)).toEqual(await readAll(from));
  expect(existsSync(folder.file('state.json'))).toBe(false);
}

test('a token that ends in the midst breaks the copy off', async () => {
  to.emulator.faults.add({
    match: { method: 'POST', target: `/v2/keyspaces/${KEYSPACE}/items` },
    after: 850,
    fault: { kind: 'answer', status: 401, body: { description: 'Invalid token', code: 401 } },
  });
  const broken = await copyBetween({ folder, from, to });
  expect(broken).toMatchObject({ code: 1, stdout: '' });
  expect(broken.stderr).toMatch(
    /shop\.items: .*token.*\nThe copy broke off\. What is done is kept in .*state\.json: go on with the same command and --resume\.\n$/,
  );
  await expectToGoOn();
});

test('a signal stops it, after the writes in flight', async () => {
  to.emulator.faults.latencyMs = 5;
  let stop = () => {};
  const copying = copyBetween({ folder, from, to, onInterrupt: (stopCopy) => (stop = stopCopy) });
  await until(() => writesOf(to, 'POST').length > 850 && existsSync(folder.file('state.json')), 'rows are written');
  stop();
  const stopped = await copying;
  expect(stopped).toMatchObject({ code: 130, stdout: '' });
  expect(stopped.stderr).toMatch(
    /\nStopped\. What is done is kept in .*: go on with the same command and --resume\.\n$/,
  );
  to.emulator.faults.latencyMs = 0;
  await expectToGoOn();
});

test('failures that pass are repeated: those of reads, of writes, and of connections', async () => {
  const unavailable = { kind: 'answer', status: 503, body: { description: 'Busy', code: 503 } } as const;
  from.emulator.faults.add({
    match: { method: 'GET', target: /rows|collections\/notes/ },
    after: 2,
    times: 4,
    fault: unavailable,
  });
  to.emulator.faults.add({
    match: { method: 'POST', target: `/v2/keyspaces/${KEYSPACE}/items` },
    after: 100,
    times: 5,
    fault: unavailable,
  });
  to.emulator.faults.add({ match: { method: 'PUT' }, after: 10, times: 3, fault: { kind: 'truncate', afterBytes: 0 } });
  expect(await copyBetween({ folder, from, to })).toMatchObject({ code: 0 });
  expect(await readAll(to)).toEqual(await readAll(from));
});

describe('refused before anything is written', () => {
  const state = (changes: object) =>
    JSON.stringify({
      version: 1,
      copy: { from: `${base(from)}`, to: `${base(to)}`, keyspaces: [], ...changes },
      reportBytes: 0,
      items: {},
    });
  const base = ({ url, databaseId }: TestSide) => `${url}/${databaseId}-us-east1/api/rest`;

  test.each<[string, () => string | undefined, string[], RegExp]>([
    [
      'a state that is there',
      () => state({}),
      [],
      /state\.json tells of a copy that broke off: go on with --resume, or delete the file/,
    ],
    [
      'no state to go on with',
      () => undefined,
      ['--resume'],
      /^There is no copy to go on with: .*state\.json is not there/,
    ],
    [
      'the state of another source',
      () => state({ from: 'elsewhere' }),
      ['--resume'],
      /another copy, --from elsewhere and not http/,
    ],
    [
      'the state of another target',
      () => state({ to: 'elsewhere' }),
      ['--resume'],
      /another copy, --to elsewhere and not http/,
    ],
    [
      'the state of other keyspaces',
      () => state({ keyspaces: ['a', 'b'] }),
      ['--resume'],
      /another copy, of a b and not of all keyspaces/,
    ],
    ['no state at all', () => '{"version":', ['--resume'], /state\.json is no state of a copy/],
    [
      'a dry run that goes on',
      () => undefined,
      ['--resume', '--dry-run'],
      /^--resume is "true", but --dry-run writes nothing/,
    ],
    [
      'a keyspace that is not there',
      () => undefined,
      ['shop', 'nowhere'],
      /^The source has no keyspace nowhere; it has: shop\.\n$/,
    ],
  ])('%s', async (_, content, words, message) => {
    const text = content();
    if (text !== undefined) writeFileSync(folder.file('state.json'), text);
    const { code, stdout, stderr } = await copyBetween({ folder, from, to, words });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(await to.open().catalog.keyspace(refIn(to))).toBeNull();
  });

  test.each<[string[], RegExp]>([
    [[], /^copy needs --from and a file .*\ncopy needs --to and a file/],
    [
      ['--from', 'nowhere.env', '--to', 'x.env'],
      /^--from is "nowhere\.env", but there is no such file to be read \(ENOENT\)/,
    ],
    [
      ['--from', 'http://127.0.0.1:1', '--to', 'x.env'],
      /^--from is "http:\/\/127\.0\.0\.1:1", but no emulator answers there/,
    ],
  ])('%j', async (words, message) => {
    const { code, stderr } = await runCopy(folder, words);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('a copy onto itself', async () => {
    const { code, stderr } = await copyBetween({ folder, from, to: from });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Both sides are http/) });
  });

  test('other definitions under the same names, all of them', async () => {
    await to.open().catalog.createKeyspace(refIn(to), {}, false);
    await makeTable(to, 'items', { columns: { id: 'text', name: 'text' }, partitionKey: ['id'] });
    await makeTable(to, 'notes', { columns: { id: 'text' }, partitionKey: ['id'] });
    const { code, stderr } = await copyBetween({ folder, from, to });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'The table shop.items has id of type text in the target, and of type int in the source. Change or rename one of the two; nothing was written.\n' +
        'shop.notes is a collection in the source, and a table in the target. Change or rename one of the two; nothing was written.\n',
    );
    expect(existsSync(folder.file('state.json'))).toBe(false);
  });

  test('a file that names no upstream, or nothing to sign in with', async () => {
    writeFileSync(folder.file('empty.env'), '# nothing\n');
    writeFileSync(folder.file('token.env'), 'ASTRA_GRAPHQL_COPY_TOKN=x\nSTARGATE_REST_URL=http://localhost:1\n');
    const stargate = ['REST', 'DOCUMENT', 'AUTH'].map((api) => `STARGATE_${api}_URL=http://localhost:1\n`).join('');
    writeFileSync(folder.file('anonymous.env'), stargate);
    const messages = await Promise.all(
      ['empty', 'token', 'anonymous'].map(async (name) => {
        const place = folder.file(`${name}.env`);
        const { stderr } = await runCopy(folder, ['--from', place, '--to', place]);
        return stderr.replaceAll(`${place}: `, '');
      }),
    );
    expect(messages).toEqual([
      expect.stringMatching(/^no upstream is named: set ASTRA_DB_API_ENDPOINT for Astra/),
      expect.stringMatching(
        /^ASTRA_GRAPHQL_COPY_TOKN is set, but there is no such setting.*\nSTARGATE_REST_URL is set, but STARGATE_DOCUMENT_URL is not/,
      ),
      expect.stringMatching(
        /^there is nothing to sign in with: set ASTRA_GRAPHQL_COPY_TOKEN, or ASTRA_GRAPHQL_COPY_USER and/,
      ),
    ]);
  });
});

test('a file of settings signs in, and again when its token has ended', async () => {
  for (const [name, { url, databaseId }] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const base = `${url}/${databaseId}-us-east1/api/rest`;
    const urls = ['REST', 'DOCUMENT', 'AUTH'].map((api) => `STARGATE_${api}_URL=${base}\n`).join('');
    const user = 'ASTRA_GRAPHQL_COPY_USER=cassandra\nASTRA_GRAPHQL_COPY_PASSWORD=cassandra\n';
    writeFileSync(folder.file(`${name}.env`), urls + user);
  }
  const invalid = { kind: 'answer', status: 401, body: { description: 'Invalid token', code: 401 } } as const;
  to.emulator.faults.add({
    match: { method: 'POST', target: `/v2/keyspaces/${KEYSPACE}/items` },
    after: 500,
    times: 1,
    fault: invalid,
  });
  to.emulator.requests.clear();
  const words = ['--from', folder.file('from.env'), '--to', folder.file('to.env'), KEYSPACE];
  expect(await runCopy(folder, words)).toMatchObject({ code: 0 });
  expect(to.emulator.requests.entries.filter(({ api }) => api === 'auth')).toHaveLength(2);
  expect(await readAll(to)).toEqual(await readAll(from));
});
