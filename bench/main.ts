/**
 * The gateway beside its peers, in one run: `npm run bench`, or `npm run bench -- --quick` to see in seconds that all works.
 * The method is in README.md beside this file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureBigAnswers } from './big-answers.ts';
import { compare, type Effort, type Score, startContestant } from './comparison.ts';
import { gatewayContestants } from './contestants/gateway.ts';
import { hiveContestants } from './contestants/hive.ts';
import { ownContestants } from './contestants/ours.ts';
import { tailcallContestants } from './contestants/tailcall.ts';
import { countDifferences } from './differences.ts';
import { describeMachine } from './machine.ts';
import { installPeers } from './peers.ts';
import { QUERY_NAMES, type QueryName } from './queries.ts';
import { countRelatedListCalls } from './related-lists.ts';
import { aimTable, scoreTable } from './report.ts';
import { median } from './rounds.ts';
import { startUpstream } from './upstream/process.ts';

const IS_QUICK = process.argv.includes('--quick');
const EFFORT: Effort = IS_QUICK
  ? { rounds: 1, warmUpRounds: 1, measureMs: 200, connections: 16 }
  : { rounds: 5, warmUpRounds: 10, measureMs: 1200, connections: 16 };
const COMPARED_OPERATIONS = IS_QUICK ? 1000 : 100_000;

installPeers();
const folder = mkdtempSync(join(tmpdir(), 'astra-graphql-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const tailcall = tailcallContestants();
const contestants = [...gatewayContestants(), ...hiveContestants(), ...tailcall, ...ownContestants()];
const upstream = await startUpstream(folder);
const running = [];
for (const contestant of contestants) {
  say(`Starting ${contestant.name} ${contestant.version}`);
  running.push(await startContestant(contestant, upstream.url, folder));
}
await upstream.measure(EFFORT.connections, EFFORT.measureMs);
const scores = new Map<QueryName, readonly Score[]>();
const upstreamPerSecond: number[] = [];
for (const query of QUERY_NAMES) {
  say(`Measuring: ${query}`);
  upstreamPerSecond.push(await upstream.measure(EFFORT.connections, EFFORT.measureMs));
  scores.set(query, await compare(query, running, upstream, EFFORT));
}
const relatedListCalls = await countRelatedListCalls(running[0]?.origin ?? '', upstream);
for (const { child } of running) await child.stop();
say('Measuring: big answers');
const bigAnswers = await measureBigAnswers(upstream.url, folder, EFFORT);
await upstream.stop();
say('Comparing the executors');
const differences = countDifferences(COMPARED_OPERATIONS);

if (IS_QUICK) console.log('A quick run, to see that all works: nothing is warm, and the figures mean nothing.');
console.log(`${describeMachine()}; ${EFFORT.connections} connections, median of ${EFFORT.rounds} rounds\n`);
console.log(`${scoreTable(scores, median(upstreamPerSecond))}\n`);
console.log(aimTable(scores, bigAnswers, { relatedListCalls, comparedOperations: COMPARED_OPERATIONS, differences }));
if (tailcall.length === 0) console.log('\nTailcall was left out: no version of it runs on this system.');

function say(text: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${text} …`);
}
