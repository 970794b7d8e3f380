/** `astra-graphql emulate`, `export` and `import`, as built. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFolder, type Ended, type Started, start } from './process.ts';

const LINES = [
  '{"keyspace":{"name":"shop","datacenters":[{"name":"us-east1","replicas":3}]}}',
  '{"table":{"name":"items","columnDefinitions":[{"name":"id","typeDefinition":"int"},{"name":"name","typeDefinition":"text"}],"primaryKey":{"partitionKey":["id"]}}}',
  '{"collection":{"name":"notes"}}',
  '{"table":"items","row":{"id":1,"name":"Pen"}}',
  '{"collection":"notes","documentId":"n1","data":{"text":"Hello"}}',
];

let folder: string;
let remove: () => void;
let running: Started[];

beforeEach(() => {
  ({ folder, remove } = createFolder());
  running = [];
});

afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGTERM');
    await ended;
  }
  remove();
});

interface Index {
  readonly applicationToken: string;
  readonly databases: readonly { readonly id: string; readonly name: string; readonly baseUrl: string }[];
}

interface Emulator {
  readonly url: string;
  readonly index: Index;
  /** A read of the data of a database, by its place in the index. */
  read(path: string, at?: number): Promise<{ status: number; text: string }>;
}

async function emulate(...words: string[]): Promise<Emulator> {
  const started = start(folder, ['emulate', '--port', '0', '--no-sample', ...words]);
  running.push(started);
  const url = await started.url;
  const index: Index = await (await fetch(url)).json();
  return {
    url,
    index,
    async read(path, at = 0) {
      const headers = { 'x-cassandra-token': index.applicationToken };
      const response = await fetch(`${index.databases[at]?.baseUrl}${path}`, { headers });
      return { status: response.status, text: await response.text() };
    },
  };
}

async function stop(): Promise<void> {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  }
}

function write(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return path;
}

function runHere(words: readonly string[]): Promise<Ended> {
  return start(folder, words).ended;
}

const ITEM = '/v2/keyspaces/shop/items/1';

describe('emulate', () => {
  test('--seed loads files once, and --reset drops everything', async () => {
    write('a.jsonl', LINES);
    write('b.jsonl', ['{"keyspace":{"name":"shop"}}', '{"table":"items","row":{"id":2,"name":"Ink"}}']);
    const seeds = ['--seed', 'a.jsonl', '--seed', 'b.jsonl'];
    const first = await emulate(...seeds);
    expect((await first.read('/v2/keyspaces/shop/items/rows?fields=name')).text).toContain('"Ink"');
    const deletion = { method: 'DELETE', headers: { 'x-cassandra-token': first.index.applicationToken } };
    expect((await fetch(`${first.index.databases[0]?.baseUrl}${ITEM}`, deletion)).status).toBe(204);
    await stop();
    const second = await emulate(...seeds);
    expect((await second.read('/v2/keyspaces/shop/items/rows?fields=name')).text).not.toContain('"Pen"');
    expect(second.index.applicationToken).toBe(first.index.applicationToken);
    await stop();
    const third = await emulate('--reset');
    expect((await third.read('/v2/schemas/keyspaces/shop')).status).toBe(404);
    expect(third.index.applicationToken).not.toBe(first.index.applicationToken);
  });

  test('--databases makes more of them, with ids that stay', async () => {
    const words = ['--databases', 'orders:us-east1,stock:europe-west1'];
    const { index, read } = await emulate(...words);
    expect(index.databases.map(({ name }) => name)).toEqual(['local', 'orders', 'stock']);
    expect((await read('/v2/schemas/keyspaces', 2)).status).toBe(200);
    await stop();
    expect((await emulate(...words)).index.databases.map(({ id }) => id)).toEqual(index.databases.map(({ id }) => id));
  });

  test('--faults and --latency inject the faults that they name, and more can be added at run time', async () => {
    const rules = [
      { match: { target: '/v2/schemas/keyspaces' }, times: 1, fault: { kind: 'answer', status: 503 } },
      { match: { api: 'document' }, fault: { kind: 'answer', status: 429 } },
    ];
    const { url, read } = await emulate('--faults', JSON.stringify(rules), '--latency', '1');
    expect((await read('/v2/schemas/keyspaces')).status).toBe(503);
    expect((await read('/v2/schemas/keyspaces')).status).toBe(200);
    expect((await read('/v2/schemas/namespaces')).status).toBe(429);
    expect(await (await fetch(`${url}/emulator/faults`)).json()).toMatchObject({
      latencyMs: 1,
      faults: [{ usesLeft: 0 }, {}],
    });
    await fetch(`${url}/emulator/faults`, { method: 'DELETE' });
    expect((await read('/v2/schemas/namespaces')).status).toBe(200);
    const body = JSON.stringify({ fault: { kind: 'answer', status: 500 } });
    await fetch(`${url}/emulator/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect((await read('/v2/schemas/namespaces')).status).toBe(500);
  });

  test.each([
    [
      ['--databases', 'orders'],
      '--databases is "orders", but "orders" is not a name and a region, such as orders:us-east1, with :vector behind them for a database with vectors.',
    ],
    [['--databases', 'orders:mars'], 'Region mars does not exist; use one of us-east-1'],
    [['--databases', 'a:us-east1,a:us-east1'], 'Database a in us-east1 is given twice.'],
    [['--latency', 'long'], '--latency is "long", but it must be a whole number from 0 to 600000.'],
    [['--faults', '{'], 'The rule is not JSON.'],
    [['--faults', '{"fault":{"kind":"rain"}}'], 'fault.kind must be one of answer, cut, truncate, hang.'],
    [['--seed', 'nowhere.jsonl'], 'nowhere.jsonl cannot be read (ENOENT).'],
    [
      ['--reset', '--memory'],
      '--reset is "true", but --memory keeps no data that could be dropped: give one of the two.',
    ],
    [['--reset', '--data-dir', '.'], '. contains no emulator data; nothing has been removed.'],
  ])('%j is refused in one sentence', async (words, sentence) => {
    write('precious.txt', ['mine']);
    const { code, stdout, stderr } = await runHere(['emulate', '--port', '0', ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(sentence)).toBe(true);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('mine\n');
  });

  test('a seed with a bad line names file, line and fault', async () => {
    write('bad.jsonl', [...LINES, '{"table":"items","row":{"id":"one"}}']);
    const { code, stderr } = await runHere(['emulate', '--port', '0', '--seed', 'bad.jsonl']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^bad\.jsonl: Line 6: .*one/);
  });
});

describe('export and import', () => {
  test('what one writes the other loads, from a file and from standard input, into any database', async () => {
    const path = write('shop.jsonl', LINES);
    expect(await runHere(['import', path])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringMatching(/^Imported 2 rows and documents in [\d.]+ s, [\d,]+\/s\n$/),
    });
    const exported = await runHere(['export', 'shop']);
    const definition = JSON.parse(exported.stdout.split('\n')[1] ?? '');
    expect(definition).toMatchObject({ table: { name: 'items', primaryKey: { partitionKey: ['id'] } } });
    expect(exported.stdout).toContain(`${LINES[3]}\n`);
    expect(exported.stdout).toContain(`${LINES[4]}\n`);
    expect(exported.stderr).toMatch(/^Exported 2 rows and documents in /);

    await emulate('--databases', 'orders:us-east1');
    await stop();
    const orders = ['--database', 'orders', '--quiet'];
    expect(await piped(exported.stdout, ['import', ...orders])).toMatchObject({ code: 0, stderr: '' });
    expect(await runHere(['export', 'shop', ...orders])).toMatchObject({
      code: 0,
      stdout: exported.stdout,
      stderr: '',
    });
    const { read } = await emulate();
    expect((await read(ITEM, 1)).text).toContain('"Pen"');
  });

  test('a reader that has enough ends the export in peace', async () => {
    const rows = Array.from({ length: 20_000 }, (_, id) =>
      JSON.stringify({ table: 'items', row: { id, name: 'x'.repeat(50) } }),
    );
    await runHere(['import', write('many.jsonl', [...LINES.slice(0, 2), ...rows])]);
    const exporting = start(folder, ['export', 'shop']);
    exporting.child.stdout?.once('data', () => exporting.child.stdout?.destroy());
    expect(await exporting.ended).toMatchObject({ code: 0, stderr: '' });
  });

  test.each([
    [['export'], 'export needs <keyspace> behind it: see astra-graphql export --help.'],
    [['export', 'shop', 'too'], 'too is one word too many: see astra-graphql export --help.'],
    [['export', 'shop', '--data-dir', 'empty'], 'empty contains no emulator data.'],
    [['export', 'nowhere', '--data-dir', 'data'], 'Keyspace nowhere does not exist; existing keyspaces: shop.'],
    [['export', 'system', '--data-dir', 'data'], 'system is a system keyspace and cannot be exported.'],
    [
      ['export', 'shop', '--data-dir', 'data', '--database', 'x'],
      'Database x does not exist; existing databases: local (',
    ],
    [['import', 'nowhere.jsonl'], 'nowhere.jsonl cannot be read (ENOENT).'],
    [['import', '.'], '. is no file that can be imported: name one that export has written.'],
  ])('%j is refused in one sentence', async (words, sentence) => {
    await runHere(['import', write('shop.jsonl', LINES), '--data-dir', 'data']);
    const { code, stdout, stderr } = await runHere(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(sentence)).toBe(true);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'empty'))).toBe(false);
  });

  test('a bad line ends the import, with those before it loaded', async () => {
    const bad = '{"table":"items","row":{"id":2,"colour":"red"}}';
    const { code, stderr } = await runHere(['import', write('bad.jsonl', [...LINES, bad])]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Line 6: .*colour/);
    expect((await runHere(['export', 'shop'])).stdout).toContain('"Pen"');
  });
});

function piped(input: string, words: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  const main = fileURLToPath(new URL('../../../dist/gateway/main.js', import.meta.url));
  const child = spawn(process.execPath, [main, ...words], { cwd: folder, env: { PATH: process.env.PATH } });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stderr })));
}
