/** Whether ten thousand rows in one answer cost as much per row as a hundred: time, and memory allocated for them. */
import { fileURLToPath } from 'node:url';
import { type Child, findFreePort, startChild } from './child.ts';
import type { Effort } from './comparison.ts';
import { gatewayCommand } from './contestants/gateway.ts';
import { drive, toRequest } from './load.ts';
import { longDocument } from './queries.ts';
import { alternate } from './rounds.ts';
import { TOKEN } from './upstream/process.ts';

export const FEW_ROWS = 100;
export const MANY_ROWS = 10_000;

/** A value for each round. */
export interface PerRow {
  readonly microseconds: readonly number[];
  readonly bytes: readonly number[];
}

const LIMITS = { ASTRA_GRAPHQL_MAX_FIRST: String(MANY_ROWS) };
const PROBE = fileURLToPath(new URL('memory-probe.mjs', import.meta.url));
const WARM_UP_ROWS = 3 * MANY_ROWS;

interface Gateway {
  readonly url: URL;
  readonly child: Child;
}

/** One answer at a time, so that nothing waits for anything else. */
export async function measureBigAnswers(
  upstreamUrl: string,
  folder: string,
  { rounds, measureMs }: Effort,
): Promise<Readonly<Record<'few' | 'many', PerRow>>> {
  const timed = await start('gateway-big-answers', upstreamUrl, folder, []);
  const probed = await start('gateway-memory', upstreamUrl, folder, ['--import', PROBE]);
  const counts = [FEW_ROWS, MANY_ROWS];
  for (const rowCount of counts) await ask(timed, rowCount, WARM_UP_ROWS / rowCount);
  for (const rowCount of counts) await ask(probed, rowCount, WARM_UP_ROWS / rowCount);
  const times = counts.map((rowCount) => () => microsecondsPerRow(timed, rowCount, measureMs));
  const memories = counts.map((rowCount) => () => bytesPerRow(probed, rowCount));
  const [fewTimes = [], manyTimes = []] = await alternate(times, rounds);
  const [fewBytes = [], manyBytes = []] = await alternate(memories, rounds);
  await Promise.all([timed.child.stop(), probed.child.stop()]);
  return { few: { microseconds: fewTimes, bytes: fewBytes }, many: { microseconds: manyTimes, bytes: manyBytes } };
}

async function start(name: string, upstreamUrl: string, folder: string, options: readonly string[]): Promise<Gateway> {
  const port = await findFreePort();
  const url = new URL(`http://127.0.0.1:${port}/graphql`);
  const command = { ...gatewayCommand({ upstreamUrl, port }, LIMITS, options), takesQuestions: options.length > 0 };
  const child = startChild(name, folder, command);
  await child.whenUp(async () => (await fetch(`${url.origin}/health`)).ok);
  return { url, child };
}

async function microsecondsPerRow({ url }: Gateway, rowCount: number, measureMs: number): Promise<number> {
  const request = toRequest(url, TOKEN, JSON.stringify({ query: longDocument(rowCount) }));
  const load = { url, connections: 1, durationMs: measureMs, nextRequest: () => request, minAnswerBytes: rowCount };
  return 1_000_000 / ((await drive(load)).perSecond * rowCount);
}

async function bytesPerRow(gateway: Gateway, rowCount: number): Promise<number> {
  await gateway.child.ask();
  await ask(gateway, rowCount, MANY_ROWS / rowCount);
  return Number(await gateway.child.ask()) / MANY_ROWS;
}

/** @throws Error - when an answer has not as many rows as were asked for */
async function ask({ url }: Gateway, rowCount: number, times: number): Promise<void> {
  const headers = { 'content-type': 'application/json', ...TOKEN };
  const body = JSON.stringify({ query: longDocument(rowCount) });
  for (let time = 0; time < times; time += 1) {
    const answer = await (await fetch(url, { method: 'POST', headers, body })).text();
    const found = answer.split('"values"').length - 1;
    if (found !== rowCount) throw new Error(`${found} rows instead of ${rowCount}: ${answer.slice(0, 300)}`);
  }
}
