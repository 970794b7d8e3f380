/**
 * How many rows by key, and how many pages of a hundred rows, the emulator answers in a second over HTTP.
 * The emulator runs in a process of its own, and its clients keep 20 requests under way.
 *
 *     npx tsx bench/emulator.ts            tables of 1,000, 10,000 and 100,000 rows
 *     npx tsx bench/emulator.ts --million  and one of 1,000,000
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Ready } from './emulator-server.ts';

const ROW_COUNTS = [1000, 10_000, 100_000, ...(process.argv.includes('--million') ? [1_000_000] : [])];
const IN_PARALLEL = 20;
const WARM_UP_MS = 1000;
const MEASURED_MS = 3000;
const PAGE_ROWS = 100;

const agent = new Agent({ keepAlive: true, maxSockets: IN_PARALLEL });

for (const rowCount of ROW_COUNTS) await measure(rowCount);
agent.destroy();

async function measure(rowCount: number): Promise<void> {
  const start = performance.now();
  const server = fork(fileURLToPath(new URL('emulator-server.ts', import.meta.url)), [String(rowCount)]);
  const [ready] = (await once(server, 'message')) as [Ready];
  const filledMs = Math.round(performance.now() - start);
  const byKey = await perSecond(() => readRow(ready, rowCount));
  const pages = await perSecond(pageReader(ready));
  console.log(`${rowCount} rows: ${byKey} reads by key/s, ${pages} pages of ${PAGE_ROWS}/s (filled in ${filledMs} ms)`);
  await end(server);
}

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  await repeat(work, WARM_UP_MS);
  const count = await repeat(work, MEASURED_MS);
  return Math.round(count / (MEASURED_MS / 1000));
}

async function repeat(work: () => Promise<unknown>, durationMs: number): Promise<number> {
  const end = performance.now() + durationMs;
  let count = 0;
  const worker = async () => {
    for (; performance.now() < end; count += 1) await work();
  };
  await Promise.all(Array.from({ length: IN_PARALLEL }, worker));
  return count;
}

function readRow({ rowsUrl, token }: Ready, rowCount: number): Promise<string> {
  return get(`${rowsUrl}/${Math.floor(Math.random() * rowCount)}`, token);
}

/** Each call reads the page behind the one that came last, and begins again at the end. */
function pageReader({ rowsUrl, token }: Ready): () => Promise<void> {
  let pageState: string | undefined;
  return async () => {
    const state = pageState === undefined ? '' : `&page-state=${encodeURIComponent(pageState)}`;
    const text = await get(`${rowsUrl}/rows?page-size=${PAGE_ROWS}${state}`, token);
    pageState = (JSON.parse(text) as { pageState?: string }).pageState;
  };
}

function get(url: string, token: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, headers: { 'x-cassandra-token': token } }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.once('end', () => {
        if (incoming.statusCode === 200) resolve(text);
        else reject(new Error(`${incoming.statusCode} ${text}`));
      });
    });
    outgoing.once('error', reject);
    outgoing.end();
  });
}

async function end(server: ChildProcess): Promise<void> {
  const ended = once(server, 'exit');
  server.disconnect();
  await ended;
}
