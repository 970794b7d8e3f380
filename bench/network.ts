/**
 * What a slow network makes of an operation: how many round trips it takes with 5, 20 and 80 ms of upstream latency. It cannot take
 * less than one for each upstream call that needs the answer of another. `npm run bench:network`
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort, startChild } from './child.ts';
import { gatewayCommand } from './contestants/gateway.ts';
import { KEYSPACE, POST_COUNT, USER_COUNT } from './data.ts';
import { describeMachine } from './machine.ts';
import { printTable } from './table.ts';

const LATENCIES_MS = [0, 5, 20, 80];
const LEVELS = 10;
const ROWS = 1000;
const ROUNDS = 4;
const TIMES = 6;
const WARM_UP = 100;
const FILE = fileURLToPath(new URL('../dist/gateway/main.js', import.meta.url));

interface Measured {
  readonly name: string;
  /** Upstream calls of which each needs the answer of the one before. */
  readonly steps: number;
  readonly query: string;
  /** What each answer has so often. */
  readonly marks: readonly [text: string, count: number];
}

const inTable = (table: string, fields: string) =>
  `{ keyspace(name: "${KEYSPACE}") { table(name: "${table}") { ${fields} } } }`;
const related = (fields: string) =>
  `relatedRow(table: "users", key: [{ column: "id", from: "user_id" }]) { ${fields} }`;

const OPERATIONS: readonly Measured[] = [
  {
    name: `join of ${POST_COUNT} rows with ${USER_COUNT} others`,
    steps: 2,
    query: inTable('posts', `rows(first: ${POST_COUNT}) { nodes { values(columns: ["id"]) ${related('values')} } }`),
    marks: ['The user', POST_COUNT],
  },
  {
    name: `page of ${ROWS} rows`,
    steps: 1,
    query: inTable('events', `rows(first: ${ROWS}) { nodes { values } }`),
    marks: ['Event', ROWS],
  },
  {
    name: `${LEVELS} levels of nesting`,
    steps: LEVELS,
    query: inTable(
      'users',
      `row(key: { id: 1 }) { ${Array.from({ length: LEVELS - 1 }).reduce((inner) => `id ${related(`${inner}`)}`, 'values')} }`,
    ),
    marks: ['The user', 1],
  },
];

const folder = mkdtempSync(join(tmpdir(), 'astra-graphql-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'seed.jsonl'), [...lines()].map((line) => `${JSON.stringify(line)}\n`).join(''));
const [emulatorPort, port] = [await findFreePort(), await findFreePort()];
const emulatorUrl = `http://127.0.0.1:${emulatorPort}`;
const emulator = startChild('emulator', folder, {
  file: process.execPath,
  args: [FILE, 'emulate', '--memory', '--no-sample', '--port', String(emulatorPort), '--seed', 'seed.jsonl'],
});
await emulator.whenUp(async () => (await fetch(emulatorUrl)).ok);
const { applicationToken: token, databases } = (await (await fetch(emulatorUrl)).json()) as Overview;
const restUrl = `${emulatorUrl}/${databases[0]?.id}-${databases[0]?.region}/api/rest`;
const gateway = startChild('gateway', folder, gatewayCommand({ upstreamUrl: restUrl, port }));
await gateway.whenUp(async () => (await fetch(`http://127.0.0.1:${port}/health`)).ok);

const direct = () => send(`${restUrl}/v2/keyspaces/${KEYSPACE}/users/1`, undefined, ['The user', 1]);
const measures = [
  direct,
  ...OPERATIONS.map(
    ({ query, marks }) =>
      () =>
        send(`http://127.0.0.1:${port}/graphql`, JSON.stringify({ query }), marks),
  ),
];
for (const measure of measures) for (let time = 0; time < WARM_UP; time += 1) await measure();
const times = LATENCIES_MS.map(() => measures.map((): number[] => []));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [at, latencyMs] of LATENCIES_MS.entries()) {
    await setLatency(latencyMs);
    for (const [index, measure] of measures.entries()) {
      // What is read from time to time alone, such as definitions.
      await measure();
      for (let time = 0; time < TIMES; time += 1) times[at]?.[index]?.push(await measure());
    }
  }
}
// What else the machine does only adds.
const [still = [], ...slow] = times.map((ofLatency) => ofLatency.map((all) => Math.min(...all)));
console.log(`${describeMachine()}; the fastest of ${ROUNDS * TIMES}, one request at a time\n`);
console.log(printTable(['', 'dependent calls', 'without latency', ...LATENCIES_MS.slice(1).map(toHead)], rows(), 1));
await gateway.stop();
await emulator.stop();

interface Overview {
  readonly applicationToken: string;
  readonly databases: readonly { readonly id: string; readonly region: string }[];
}

function toHead(latencyMs: number): string {
  return `round trips of ${latencyMs} ms`;
}

/** What the work of gateway and emulator takes is no round trip, and taken off. */
function rows(): string[][] {
  return OPERATIONS.map(({ name, steps }, index) => {
    const trips = slow.map((ofLatency) => {
      const [trip = Number.NaN, ...others] = ofLatency.map((ms, at) => ms - (still[at] ?? Number.NaN));
      return ((others[index] ?? Number.NaN) / trip).toFixed(2);
    });
    return [name, String(steps), `${still[index + 1]?.toFixed(1)} ms`, ...trips];
  });
}

async function setLatency(latencyMs: number): Promise<void> {
  const url = `${emulatorUrl}/emulator/faults`;
  await fetch(url, { method: 'DELETE' });
  const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const { ok } = await fetch(url, { ...init, body: JSON.stringify({ latencyMs }) });
  if (!ok) throw new Error(`The emulator takes no latency of ${latencyMs} ms`);
}

/** Milliseconds until the whole answer. @throws Error - when it is not the right one */
async function send(url: string, body: string | undefined, [mark, count]: Measured['marks']): Promise<number> {
  const startedAtMs = performance.now();
  const headers = { 'x-cassandra-token': token, 'content-type': 'application/json' };
  const answer = await fetch(url, body === undefined ? { headers } : { method: 'POST', headers, body });
  const text = await answer.text();
  const ms = performance.now() - startedAtMs;
  if (text.split(mark).length - 1 !== count) throw new Error(`Not ${count} times "${mark}": ${text.slice(0, 600)}`);
  return ms;
}

function* lines(): Iterable<object> {
  yield { keyspace: { name: KEYSPACE } };
  yield table('users', { id: 'int', name: 'text', user_id: 'int' });
  for (let id = 1; id <= USER_COUNT; id += 1) {
    // The next one, so that each level asks for another.
    yield { table: 'users', row: { id, name: `The user number ${id}`, user_id: (id % USER_COUNT) + 1 } };
  }
  yield table('posts', { id: 'int', user_id: 'int' });
  for (let id = 1; id <= POST_COUNT; id += 1) yield { table: 'posts', row: { id, user_id: (id % USER_COUNT) + 1 } };
  yield table('events', { id: 'int', name: 'text' });
  for (let id = 1; id <= ROWS; id += 1) yield { table: 'events', row: { id, name: `Event ${id}` } };
}

function table(name: string, types: Readonly<Record<string, string>>): object {
  const columnDefinitions = Object.entries(types).map(([column, typeDefinition]) => ({ name: column, typeDefinition }));
  return { table: { name, columnDefinitions, primaryKey: { partitionKey: ['id'], clusteringKey: [] } } };
}
