/**
 * Copies a large keyspace from one emulator to another, each in a process of its own, and watches the memory of the copy.
 * Everything runs on loopback, in processes as `npm run build` made them.
 *
 *     npm run bench:copy                                              1,000,000 rows and 100,000 documents, to the Data API
 *     npm run bench:copy -- --rows 50000 --documents 5000 --to-api stargate
 *
 * It fails when the copy fails, or its memory grows after its first quarter.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    documents: { type: 'string', default: '100000' },
    'from-api': { type: 'string', default: 'stargate' },
    'to-api': { type: 'string', default: 'data' },
  },
});
const ROWS = Number(values.rows);
const DOCUMENTS = Number(values.documents);
const MAIN = fileURLToPath(new URL('../dist/gateway/main.js', import.meta.url));
const SAMPLE_MS = 500;
/** What a flat line may waver, of resident memory without a collection. */
const GROWTH_MB = 60;

const folder = mkdtempSync(join(tmpdir(), 'astra-graphql-copy-'));
const children: ChildProcess[] = [];

function start(words: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [MAIN, ...words], { cwd: folder, env: { PATH: process.env.PATH } });
  children.push(child);
  return child;
}

async function startEmulator(words: readonly string[]): Promise<string> {
  const child = start(['emulate', '--port', '0', '--no-sample', '--quiet', ...words]);
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    const [, url] = /^(http\S+) /.exec(text) ?? [];
    if (url) return url;
  }
  throw new Error('The emulator did not start.');
}

function* lines(): Generator<string> {
  yield '{"keyspace":{"name":"big"}}';
  yield '{"table":{"name":"rows","columnDefinitions":[{"name":"id","typeDefinition":"int"},{"name":"at","typeDefinition":"timestamp"},{"name":"name","typeDefinition":"text"},{"name":"tags","typeDefinition":"set<text>"}],"primaryKey":{"partitionKey":["id"]}}}';
  yield '{"collection":{"name":"notes"}}';
  for (let id = 0; id < ROWS; id += 1) {
    yield JSON.stringify({
      table: 'rows',
      row: { id, at: '2024-02-29T12:00:00.000Z', name: `Row ${id}`, tags: ['a', `t${id % 9}`] },
    });
  }
  for (let n = 0; n < DOCUMENTS; n += 1) {
    yield JSON.stringify({
      collection: 'notes',
      documentId: `d${n}`,
      data: { n, title: `Note ${n}`, tags: ['x', 'y'], place: { city: 'Oslo' } },
    });
  }
}

async function load(dataDir: string): Promise<void> {
  const child = start(['import', '--data-dir', dataDir, '--quiet']);
  const input = child.stdin;
  if (!input) throw new Error('No standard input');
  for (const line of lines()) if (!input.write(`${line}\n`)) await once(input, 'drain');
  input.end();
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The import ended with ${code}.`);
}

/** Processor time since the start, to 10 ms. */
function cpuSeconds(pid: number | undefined): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  return (user + system) / 100;
}

const megabytes = (pid: number | undefined) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

try {
  await load('source');
  const from = await startEmulator(['--data-dir', 'source']);
  const to = await startEmulator(['--data-dir', 'target']);
  const startedAtMs = performance.now();
  const sides = ['--from', from, '--from-api', values['from-api'], '--to', to, '--to-api', values['to-api']];
  const copy = start(['copy', ...sides]);
  const log = createWriteStream(join(folder, 'copy.log'));
  copy.stderr?.pipe(log);
  copy.stderr?.pipe(process.stderr);
  copy.stdout?.pipe(process.stdout);
  const samples: number[] = [];
  let cpu = 0;
  const sampling = setInterval(() => {
    samples.push(megabytes(copy.pid));
    cpu = cpuSeconds(copy.pid);
  }, SAMPLE_MS);
  copy.once('exit', () => clearInterval(sampling));
  const [code] = await once(copy, 'close');
  const seconds = (performance.now() - startedAtMs) / 1000;
  const peak = (part: readonly number[]) => Math.round(Math.max(0, ...part));
  const quarter = Math.ceil(samples.length / 4);
  const [early, all] = [peak(samples.slice(0, quarter)), peak(samples)];
  console.log(
    `${ROWS + DOCUMENTS} rows and documents in ${seconds.toFixed(1)} s with both counts, ${Math.round((ROWS + DOCUMENTS) / seconds)}/s; ` +
      `${cpu.toFixed(1)} s of processor time; resident at most ${early} MB in the first quarter, ${all} MB in all`,
  );
  if (code !== 0 || all - early > GROWTH_MB) process.exitCode = 1;
} finally {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
}
