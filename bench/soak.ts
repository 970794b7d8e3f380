/**
 * Holds the gateway under mixed reads and writes while its upstream fails in turns, and then stops it under load.
 * Everything runs on loopback, in processes as `npm run build` made them.
 *
 *     npm run soak                     a minute
 *     npm run soak -- --seconds 600    longer
 *     npm run soak -- --requests 5000  no more requests than that
 *
 * It fails when an acknowledged write is lost, memory grows, the gateway logs a fault of its own, or a request that was
 * accepted is dropped when the process is asked to stop.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Client, createClient } from './soak/client.ts';
import { cycleFaults } from './soak/faults.ts';
import { startLoad } from './soak/load.ts';
import { type Acknowledged, createOperations, prepare } from './soak/operations.ts';
import { type Health, type SoakGateway, startEmulator, startGateway } from './soak/processes.ts';
import { stopUnderLoad } from './soak/stop-under-load.ts';
import { createTally, type Summary } from './soak/tally.ts';
import { findLost } from './soak/verify.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, requests: { type: 'string', default: '200000' } },
});
const SECONDS = Number(values.seconds);
const MAX_REQUESTS = Number(values.requests);
const REPORT_MS = 5000;
/** Compiling and filling caches is over by then. */
const WARM_UP_MS = Math.min(10_000, (SECONDS * 1000) / 3);
/** Of the heap after a collection: what a flat line may waver. */
const GROWTH_MB = 12;

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
const failures: string[] = [];
const acknowledged: Acknowledged = { rows: new Map(), documents: new Map() };
const operations = createOperations(acknowledged);
const emulator = await startEmulator();
const gateway = await startGateway(emulator);
const client = createClient(gateway.url, emulator.token);
await prepare(client);

const [start, end] = await hold(gateway, client);
const growthMb = megabytes(end.heapBytes - start.heapBytes);
console.log(`heap ${memory(start)} after ${Math.round(WARM_UP_MS / 1000)} s, ${memory(end)} at the end`);
check(growthMb <= GROWTH_MB, `The heap has grown by ${growthMb} MB.`);
check(gateway.faults() === 0, `The gateway has logged ${gateway.faults()} faults of its own.`);

const stop = await stopUnderLoad(gateway, client, operations);
console.log(
  `SIGTERM: ${stop.answeredAfter} requests answered after it, ${stop.dropped} dropped, ${stop.refused} not taken, ${errorText(stop)}, exit code ${stop.exitCode}`,
);
check(
  stop.dropped === 0,
  `${stop.dropped} requests that were accepted were dropped when the process was asked to stop.`,
);
check(stop.errors.size === 0, 'Requests failed while the process stopped.');
check(stop.wasAnnounced, '/ready did not say that the process stops.');
check(stop.exitCode === 0, `The process ended with code ${stop.exitCode}.`);

const second = await startGateway(emulator);
const reader = createClient(second.url, emulator.token);
const lost = await findLost(reader, acknowledged);
console.log(
  `acknowledged: ${acknowledged.rows.size} rows, ${acknowledged.documents.size} documents; lost: ${lost.length}`,
);
check(lost.length === 0, `Acknowledged writes are lost: ${lost.slice(0, 10).join(', ')}`);

for (const each of [client, reader]) each.close();
await second.stop();
await emulator.stop();
for (const failure of failures) console.error(`FAILED: ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;

function check(isRight: boolean, failure: string): void {
  if (!isRight) failures.push(failure);
}

/** Memory after the warm-up and at the end. */
async function hold(target: SoakGateway, sender: Client): Promise<[Health, Health]> {
  const tally = createTally();
  const load = startLoad(sender, operations, tally, MAX_REQUESTS);
  let isOver = false;
  void load.ended.then(() => {
    isOver = true;
  });
  const startedAtMs = performance.now();
  const elapsedMs = () => performance.now() - startedAtMs;
  await sleep(WARM_UP_MS);
  const warm = await target.health(true);
  const faults = cycleFaults(emulator.url);
  let reportedAtMs = 0;
  while (!isOver && elapsedMs() < SECONDS * 1000) {
    await sleep(Math.min(REPORT_MS, Math.max(0, SECONDS * 1000 - elapsedMs())));
    const atMs = elapsedMs();
    const when = `${Math.round(atMs / 1000)} s`;
    report(when, tally.take(), atMs - reportedAtMs, await target.health(false), faults.current());
    reportedAtMs = atMs;
  }
  await load.stop();
  await faults.stop();
  const durationMs = elapsedMs();
  // Calls under way, time-outs and the breaker come to rest.
  await sleep(2000);
  const last = await target.health(true);
  report('all', tally.total(), durationMs, last, `${faults.switchedOn()} faults`);
  return [warm, last];
}

function report(when: string, summary: Summary, durationMs: number, health: Health, fault: string): void {
  const { requests, p50Ms, p99Ms } = summary;
  const rate = Math.round(requests / (durationMs / 1000));
  console.log(
    [
      when.padStart(5),
      `${String(rate).padStart(5)}/s`,
      `p50 ${p50Ms.toFixed(1)} ms`,
      `p99 ${p99Ms.toFixed(1)} ms`,
      `memory ${memory(health)}`,
      `loop late p99 ${health.lateP99Ms.toFixed(1)} max ${health.lateMaxMs.toFixed(1)} ms`,
      fault,
      errorText(summary),
    ].join('  '),
  );
}

function memory({ rssBytes, heapBytes }: Health): string {
  return `${megabytes(heapBytes)}/${megabytes(rssBytes)} MB`;
}

function errorText({ errors }: Pick<Summary, 'errors'>): string {
  if (errors.size === 0) return 'no errors';
  return [...errors].map(([code, count]) => `${code} ${count}`).join(', ');
}
