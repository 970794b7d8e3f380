/** Typed graphs: what a schema costs, and their queries beside the universal ones, in one run: `npm run bench:typed [-- --quick]`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, type Effort, type Score, startContestant } from './comparison.ts';
import { universalAndTyped } from './contestants/gateway.ts';
import { describeMachine } from './machine.ts';
import type { QueryName } from './queries.ts';
import { scoreTable } from './report.ts';
import { medianRatio } from './rounds.ts';
import { printNumber, printRatio, printTable } from './table.ts';
import { measureSchemas } from './typed-schemas.ts';
import { startUpstream } from './upstream/process.ts';

const EFFORT: Effort = process.argv.includes('--quick')
  ? { rounds: 1, warmUpRounds: 1, measureMs: 200, connections: 16 }
  : { rounds: 5, warmUpRounds: 10, measureMs: 1200, connections: 16 };
const SIZES = [
  [100, 20, 'exact'],
  [100, 20, 'camel'],
] as const;

const schemas = SIZES.map(([tables, columns, names]) => {
  const { firstMs, buildMs, heapMb } = measureSchemas(tables, columns, names);
  return [`${tables} × ${columns}`, names, printNumber(firstMs), printNumber(buildMs), printNumber(heapMb)];
});

const folder = mkdtempSync(join(tmpdir(), 'astra-graphql-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const upstream = await startUpstream(folder);
const running = [];
for (const contestant of universalAndTyped()) running.push(await startContestant(contestant, upstream.url, folder));
const upstreamPerSecond = await upstream.measure(EFFORT.connections, EFFORT.measureMs);
const scores = new Map<QueryName, readonly Score[]>();
for (const query of ['join', 'titles'] as const) scores.set(query, await compare(query, running, upstream, EFFORT));
for (const { child } of running) await child.stop();
await upstream.stop();

const ratios = [...scores].map(([query, [universal, typed]]) => [
  query,
  printRatio(medianRatio(typed?.perSecond ?? [], universal?.perSecond ?? [])),
]);
console.log(`${describeMachine()}; ${EFFORT.connections} connections, median of ${EFFORT.rounds} rounds\n`);
console.log(`${printTable(['tables × columns', 'names', 'first ms', 'build ms', 'heap MB'], schemas, 2)}\n`);
console.log(`${scoreTable(scores, upstreamPerSecond)}\n`);
console.log(printTable(['typed against universal', 'ratio'], ratios));
