/**
 * What comes late: the first answers after a start, and what comes after a minute of nothing, when V8 forgets what it had optimized,
 * with and without `--no-memory-reducer`. In turns, by the Node that runs it. `npm run bench:cold`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Child, findFreePort, startChild } from './child.ts';
import { describeMachine } from './machine.ts';
import { median } from './rounds.ts';
import { printTable } from './table.ts';

const FILE = fileURLToPath(new URL('../dist/gateway/main.js', import.meta.url));
const KINDS = [
  ['by default', []],
  ['--no-memory-reducer', ['--no-memory-reducer']],
] as const;
const STARTS = 5;
const WARM_UP_MS = 10_000;
const IDLE_MS = 70_000;
const COUNTED = 100;
const QUERY = '{ keyspace(name: "travel") { table(name: "airports") { rows(first: 100) { nodes { values } } } } }';
const TYPED = '{ airports(first: 1) { nodes { iata } } }';

const folder = mkdtempSync(join(tmpdir(), 'astra-graphql-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

interface Gateway {
  readonly child: Child;
  readonly origin: string;
}

/** With the embedded emulator and its sample data, in memory. */
async function start(options: readonly string[]): Promise<Gateway> {
  const port = await findFreePort();
  const args = [...options, FILE, 'serve', '--memory', '--quiet', '--port', String(port)];
  const child = startChild('gateway', folder, { file: process.execPath, args });
  const origin = `http://127.0.0.1:${port}`;
  await child.whenUp(async () => (await fetch(`${origin}/health`)).ok);
  return { child, origin };
}

/** Milliseconds. @throws Error - when it has errors */
async function ask({ origin }: Gateway, query: string, path = '/graphql'): Promise<number> {
  const startedAtMs = performance.now();
  const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const answer = await fetch(`${origin}${path}`, { ...init, body: JSON.stringify({ query }) });
  const text = await answer.text();
  if (text.includes('"errors"')) throw new Error(text.slice(0, 600));
  return performance.now() - startedAtMs;
}

async function measureStart(): Promise<readonly number[]> {
  const startedAtMs = performance.now();
  const gateway = await start([]);
  await ask(gateway, QUERY);
  const firstAnswer = performance.now() - startedAtMs;
  const second = await ask(gateway, QUERY);
  const typed = await ask(gateway, TYPED, '/graphql/travel');
  const typedAgain = await ask(gateway, TYPED, '/graphql/travel');
  await gateway.child.stop();
  return [firstAnswer, second, typed, typedAgain];
}

async function several(gateway: Gateway): Promise<number> {
  const times: number[] = [];
  while (times.length < COUNTED) times.push(await ask(gateway, QUERY));
  return median(times);
}

async function measureIdle(gateway: Gateway): Promise<readonly number[]> {
  for (const endsAtMs = performance.now() + WARM_UP_MS; performance.now() < endsAtMs; ) await ask(gateway, QUERY);
  const warm = await several(gateway);
  await sleep(IDLE_MS);
  const first = await ask(gateway, QUERY);
  return [warm, first, await several(gateway)];
}

console.log(`${describeMachine()}\n`);
const starts: (readonly number[])[] = [];
while (starts.length < STARTS) starts.push(await measureStart());
const names = ['start to the first answer', 'the same again', 'first of a typed graph', 'the same again'];
const medians = names.map((name, index) => [name, toMs(median(starts.map((times) => times[index] ?? Number.NaN)))]);
console.log(`${printTable([`median of ${STARTS} starts`, 'ms'], medians)}\n`);

// Both wait for the same minute.
const gateways = await Promise.all(KINDS.map(([, options]) => start(options)));
const idle = await Promise.all(gateways.map(measureIdle));
const head = ['after a minute of nothing, ms', 'before', 'first', `median of the next ${COUNTED}`];
const lines = KINDS.map(([name], index) => [name, ...(idle[index] ?? []).map(toMs)]);
console.log(printTable(head, lines));
for (const { child } of gateways) await child.stop();

function toMs(ms: number): string {
  return ms.toFixed(ms < 100 ? 1 : 0);
}
