/** All contestants in front of one upstream, asked the same three queries by turns. */
import { type Child, findFreePort, startChild } from './child.ts';
import type { Contestant } from './contestants/contestant.ts';
import { drive, toRequest } from './load.ts';
import { isRight, type QueryName } from './queries.ts';
import { alternate } from './rounds.ts';
import { TOKEN, type Upstream } from './upstream/process.ts';

export interface Effort {
  readonly rounds: number;
  /**
   * Before those that count. A server of much code runs for ten seconds before Node has optimized it all, and is put back
   * when it then waits for a minute: so they go by turns as well.
   */
  readonly warmUpRounds: number;
  readonly measureMs: number;
  readonly connections: number;
}

/** One contestant at one query, a value for each round. */
export interface Score {
  readonly contestant: Contestant;
  readonly perSecond: readonly number[];
  readonly upstreamCallsEach: number;
  /** Processor time of an operation, with that of other threads such as those that collect garbage. */
  readonly cpuMsEach: number;
}

interface Running {
  readonly contestant: Contestant;
  readonly origin: string;
  readonly child: Child;
}

/** Started, and seen to answer each of its queries rightly. */
export async function startContestant(contestant: Contestant, upstreamUrl: string, folder: string): Promise<Running> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = startChild(contestant.name, folder, contestant.command({ upstreamUrl, port, folder }));
  const [first = 'constant'] = contestant.queries;
  await child.whenUp(() => answersRightly(contestant, origin, first));
  for (const query of contestant.queries) {
    if (!(await answersRightly(contestant, origin, query))) throw new Error(`${contestant.name}: a wrong ${query}`);
  }
  return { contestant, origin, child };
}

async function answersRightly({ shape }: Contestant, origin: string, query: QueryName): Promise<boolean> {
  const body = JSON.stringify({ query: shape.documents[query] });
  const headers = { 'content-type': 'application/json', ...TOKEN };
  const response = await fetch(`${origin}${shape.path(query)}`, { method: 'POST', headers, body });
  return isRight(shape, query, await response.json());
}

/** The scores of those that take part in the query, in the order given. */
export async function compare(
  query: QueryName,
  running: readonly Running[],
  upstream: Upstream,
  effort: Effort,
): Promise<readonly Score[]> {
  const asked = running.filter(({ contestant }) => contestant.queries.includes(query));
  const measures = asked.map((each) => () => measure(each, query, upstream, effort));
  await alternate(measures, effort.warmUpRounds, false);
  const rounds = await alternate(measures, effort.rounds, false);
  return asked.map(({ contestant }, index) => toScore(contestant, rounds[index] ?? []));
}

function toScore(contestant: Contestant, measures: readonly Measure[]): Score {
  const sum = (value: (measure: Measure) => number) => measures.reduce((total, each) => total + value(each), 0);
  const answers = sum((measure) => measure.answers);
  return {
    contestant,
    perSecond: measures.map(({ perSecond }) => perSecond),
    upstreamCallsEach: sum(({ calls }) => calls) / answers,
    cpuMsEach: sum(({ cpuMs }) => cpuMs) / answers,
  };
}

interface Measure {
  readonly answers: number;
  readonly perSecond: number;
  readonly calls: number;
  readonly cpuMs: number;
}

async function measure(
  { contestant: { shape }, origin, child }: Running,
  query: QueryName,
  upstream: Upstream,
  { measureMs, connections }: Effort,
): Promise<Measure> {
  const url = new URL(`${origin}${shape.path(query)}`);
  const request = toRequest(url, TOKEN, JSON.stringify({ query: shape.documents[query] }));
  const minAnswerBytes = JSON.stringify({ data: shape.answers[query] }).length;
  const callsBefore = await upstream.requestCount();
  const cpuMsBefore = child.cpuMs();
  const driven = await drive({ url, connections, durationMs: measureMs, nextRequest: () => request, minAnswerBytes });
  const calls = (await upstream.requestCount()) - callsBefore;
  return { ...driven, calls, cpuMs: child.cpuMs() - cpuMsBefore };
}
