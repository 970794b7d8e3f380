/**
 * What a call costs with each client that Node has for it: `npm run bench:transports`. By turns and in one process, in processor
 * time, which other work of the machine changes less than time.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNodeTransport } from '../datasources/http/node-transport.ts';
import type { Transport } from '../datasources/http/transport.ts';
import { KEYSPACE, POST_COUNT } from './data.ts';
import { describeMachine } from './machine.ts';
import { alternate, median } from './rounds.ts';
import { printNumber, printTable } from './table.ts';
import { startUpstream } from './upstream/process.ts';

const CLIENTS = ['node', 'node-fetch'] as const;
const CONNECTIONS = 8;
const CALLS_EACH = 50;
const HEADERS = { Accept: 'application/json', 'X-Request-Id': 'bench', 'X-Cassandra-Token': 'bench' };

const folder = mkdtempSync(join(tmpdir(), 'astra-graphql-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const upstream = await startUpstream(folder);
const url = `${upstream.url}/v2/keyspaces/${KEYSPACE}/posts?where=%7B%7D&page-size=${POST_COUNT}&fields=id%2Ctitle`;

async function call({ fetch }: Transport): Promise<void> {
  const { signal } = new AbortController();
  const answer = await fetch(url, { headers: HEADERS, redirect: 'error', signal, size: 2 ** 26 });
  await answer.arrayBuffer();
}

/** Milliseconds of the processor for a call. */
async function measure(transport: Transport): Promise<number> {
  const before = process.cpuUsage();
  const connection = async () => {
    for (let n = 0; n < CALLS_EACH; n += 1) await call(transport);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (CONNECTIONS * CALLS_EACH);
}

const transports = CLIENTS.map((client) => openNodeTransport({ client }));
const measures = transports.map((transport) => () => measure(transport));
await alternate(measures, 15);
const rounds = await alternate(measures, 40);
console.log(`${describeMachine()}; ${CONNECTIONS} connections, median of 40 rounds; pages of ${POST_COUNT} rows\n`);
const rows = CLIENTS.map((client, index) => [client, ...quartiles(rounds[index] ?? [])]);
console.log(printTable(['client', 'CPU ms of a call', 'a quarter below', 'a quarter above'], rows, 1));
for (const transport of transports) transport.close();
await upstream.stop();

function quartiles(values: readonly number[]): string[] {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => printNumber(sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
  return [printNumber(median(values)), at(0.25), at(0.75)];
}
