/**
 * What a request costs before and after its execution: a constant, asked of the gateway, of a bare Yoga and of a server of fixed
 * bytes, by turns in one run: `npm run bench:edge [-- --quick]`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, type Effort, startContestant } from './comparison.ts';
import { gatewayContestants } from './contestants/gateway.ts';
import { bytesContestant, ownContestants } from './contestants/ours.ts';
import { describeMachine } from './machine.ts';
import { scoreTable } from './report.ts';
import { startUpstream } from './upstream/process.ts';

const EFFORT: Effort = process.argv.includes('--quick')
  ? { rounds: 1, warmUpRounds: 1, measureMs: 200, connections: 16 }
  : { rounds: 9, warmUpRounds: 10, measureMs: 800, connections: 16 };
const NAMES = ['astra-graphql', 'Yoga, one call per field'];

const folder = mkdtempSync(join(tmpdir(), 'astra-graphql-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const upstream = await startUpstream(folder);
const known = [...gatewayContestants(), ...ownContestants()].filter(({ name }) => NAMES.includes(name));
const running = [];
for (const contestant of [...known, bytesContestant()]) {
  running.push(await startContestant(contestant, upstream.url, folder));
}
const perSecond = await upstream.measure(EFFORT.connections, EFFORT.measureMs);
const scores = await compare('constant', running, upstream, EFFORT);
for (const { child } of running) await child.stop();
await upstream.stop();
console.log(`${describeMachine()}; ${EFFORT.connections} connections, median of ${EFFORT.rounds} rounds\n`);
console.log(scoreTable(new Map([['constant', scores]]), perSecond));
