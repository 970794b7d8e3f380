/**
 * What the emulator serves in a second, and how much of it arrives through the gateway, by turns in one run: `npm run
 * bench:emulator`, with tables of 1,000, 10,000 and 100,000 rows, and with `-- --million` one of 1,000,000. Emulator and
 * gateway have a process of their own each, and 20 requests are under way.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Child, findFreePort, startChild } from './child.ts';
import { gatewayCommand } from './contestants/gateway.ts';
import { createKinds, type Kind, MANY } from './emulator-requests.ts';
import type { Ready } from './emulator-server.ts';
import { askOnce, drive } from './load.ts';
import { describeMachine } from './machine.ts';
import { alternate, median, medianRatio } from './rounds.ts';
import { printNumber, printRatio, printTable } from './table.ts';

const ROW_COUNTS = [1000, 10_000, 100_000, ...(process.argv.includes('--million') ? [1_000_000] : [])];
const IS_QUICK = process.argv.includes('--quick');
const ROUNDS = IS_QUICK ? 1 : 5;
const MEASURED_MS = IS_QUICK ? 200 : 1500;
const IN_PARALLEL = 20;
/** The least that each row takes in an answer. */
const ROW_BYTES = 40;
const SERVER = fileURLToPath(new URL('emulator-server.ts', import.meta.url));
const HEAD = [
  'rows',
  'filled in',
  'reads by key/s',
  'through the gateway/s',
  'ratio',
  `searches of ${MANY} keys/s`,
  `pages of ${MANY}/s`,
];

const folder = mkdtempSync(join(tmpdir(), 'astra-graphql-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const lines: string[][] = [];
for (const rowCount of ROW_COUNTS) {
  console.error(`Filling and measuring ${rowCount} rows …`);
  lines.push(await measureTable(rowCount));
}
console.log(`${describeMachine()}; ${IN_PARALLEL} connections, median of ${ROUNDS} rounds\n`);
console.log(printTable(HEAD, lines));

async function measureTable(rowCount: number): Promise<string[]> {
  const startedAt = performance.now();
  const args = [...process.execArgv, SERVER, String(rowCount)];
  const emulator = startChild('emulator', folder, { file: process.execPath, args, takesQuestions: true });
  const { restUrl, token } = (await emulator.ask()) as Ready;
  const filledSeconds = (performance.now() - startedAt) / 1000;
  const gateway = await startGateway(restUrl);
  const { read, through, search, page } = createKinds({ restUrl, gatewayUrl: gateway.url, token, rowCount });
  const kinds = [read, through, search, page];
  for (const kind of kinds) await check(kind);
  const measures = kinds.map((kind) => () => measure(kind));
  await alternate(measures, 1);
  const [reads = [], arrivals = [], searches = [], pages = []] = await alternate(measures, ROUNDS);
  await gateway.child.stop();
  await emulator.stop();
  const print = (values: readonly number[]) => printNumber(median(values));
  const ratio = printRatio(medianRatio(arrivals, reads));
  return [
    String(rowCount),
    `${filledSeconds.toFixed(1)} s`,
    print(reads),
    print(arrivals),
    ratio,
    print(searches),
    print(pages),
  ];
}

async function startGateway(upstreamUrl: string): Promise<{ readonly url: string; readonly child: Child }> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const child = startChild('gateway', folder, gatewayCommand({ upstreamUrl, port }));
  await child.whenUp(async () => (await fetch(`${url}/health`)).ok);
  return { url, child };
}

/** @throws Error - when an answer has not as many rows as it should have */
async function check({ url, nextRequest, rows }: Kind): Promise<void> {
  const answer = await askOnce(url, nextRequest());
  const found = answer.split('"The row number ').length - 1;
  if (found !== rows) throw new Error(`${found} rows instead of ${rows}: ${answer.slice(0, 600)}`);
}

async function measure({ url, nextRequest, rows }: Kind): Promise<number> {
  const load = {
    url,
    nextRequest,
    connections: IN_PARALLEL,
    durationMs: MEASURED_MS,
    minAnswerBytes: rows * ROW_BYTES,
  };
  return (await drive(load)).perSecond;
}
