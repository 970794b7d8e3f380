/** What the process says and how it ends when it has nothing to serve. */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { createFolder, run, start } from './process.ts';

const ROOT = new URL('../../../', import.meta.url);

test('--version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
  for (const words of [['--version'], ['serve', '--version'], ['emulate', '--version']]) {
    expect(await run(words)).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  }
});

test('--help tells the commands, and each command its options', async () => {
  const overview = await run(['--help']);
  expect(overview.stdout).toMatch(/^ {2}serve .*\n {2}emulate .*\n {2}export <keyspace> .*\n {2}import \[<file>\] /m);
  const [serve, emulate] = await Promise.all([run(['serve', '--help']), run(['emulate', '--help'])]);
  const flags = (text: string) => [...text.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, flag]) => flag);
  const address = ['--port', '--host'];
  const data = ['--data-dir', '--memory', '--no-sample'];
  const account = ['--user', '--password', '--seed', '--reset', '--databases'];
  const emulator = [...account, '--latency', '--data-page-size', '--faults'];
  const last = ['--help', '--version'];
  const own = ['--print-schema', '--check-config'];
  const embedded = ['--embedded', '--embedded-api'];
  const graphs = ['--relations', '--subgraph', '--type-prefix', '--names'];
  const hosts = '--allowed-hosts';
  expect(flags(serve.stdout)).toEqual([
    ...address,
    '--workers',
    ...own,
    '--quiet',
    ...data,
    ...embedded,
    ...graphs,
    hosts,
    ...last,
  ]);
  expect(flags(emulate.stdout)).toEqual([...address, '--quiet', ...data, ...emulator, hosts, ...last]);
});

test('--print-schema is schema.graphql', async () => {
  const { stdout, code } = await run(['serve', '--print-schema']);
  expect([code, stdout]).toEqual([0, readFileSync(new URL('schema.graphql', ROOT), 'utf8')]);
});

test('--print-schema of a subgraph is schema.subgraph.graphql, and its types have the prefix', async () => {
  const golden = readFileSync(new URL('schema.subgraph.graphql', ROOT), 'utf8');
  const plain = await run(['serve', '--print-schema'], { ASTRA_GRAPHQL_SUBGRAPH: 'true' });
  expect([plain.code, plain.stdout]).toEqual([0, golden]);
  const environment = { ASTRA_GRAPHQL_SUBGRAPH: 'true', ASTRA_GRAPHQL_TYPE_PREFIX: 'Astra' };
  const prefixed = await run(['serve', '--print-schema'], environment);
  expect(prefixed.stdout).toContain('type AstraRow implements AstraNode @key(fields: "id")');
  expect(prefixed.stdout).not.toContain('type Row ');
});

test.each([
  [['start'], 'start is no command: there are serve, emulate, export and import, and --help.'],
  [['--port', '1'], '--port comes first, but a command must: serve, emulate, export or import.'],
  [['serve', '--prot', '1'], "Unknown option '--prot': see astra-graphql serve --help."],
  [['serve', '--user', 'a'], "Unknown option '--user': see astra-graphql serve --help."],
  [['serve', 'now'], "Unexpected argument 'now': see astra-graphql serve --help."],
  [['serve', '--port', 'x'], '--port is "x", but it must be a whole number from 0 to 65535.'],
])('%o is one sentence and code 2', async (words, sentence) => {
  const { code, stdout, stderr } = await run(words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.startsWith(sentence.replace(/:.*/, ''))).toBe(true);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test.each(['serve', 'emulate'])('%s says that its port is in use', async (command) => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, stdout, stderr } = await run([command, '--port', String(port), '--memory', '--no-sample']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^[^\\n]*\\b${port}\\b[^\\n]*--port\\.\\n$`));
  other.close();
});

test('who reads the schema may stop before its end, as head does', async () => {
  const { folder, remove } = createFolder();
  const { child, ended } = start(folder, ['serve', '--print-schema']);
  child.stdout?.destroy();
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([0, '']);
  remove();
});

test('npm leaves no process between itself and node, so that its signals arrive', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
  for (const name of ['start', 'emulator']) expect(scripts[name]).toMatch(/^exec node /);
});
