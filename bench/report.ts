/** What the figures come to: every contestant at every query, and the ratios that are aimed at. */
import type { PerRow } from './big-answers.ts';
import type { Score } from './comparison.ts';
import { QUERY_MEANINGS, type QueryName } from './queries.ts';
import { median, medianRatio } from './rounds.ts';
import { printNumber, printRatio, printTable } from './table.ts';

export type Scores = ReadonlyMap<QueryName, readonly Score[]>;

const GATEWAY = 'astra-graphql';
const COALESCING = 'astra-graphql, coalescing';

/** @param upstreamPerSecond - requests that the upstream itself can answer, of which the contestants used a share */
export function scoreTable(scores: Scores, upstreamPerSecond: number): string {
  const head = ['query', 'server', 'operations/s', 'upstream calls each', 'upstream load', `${GATEWAY} is`];
  const rows = [...scores].flatMap(([query, list]) =>
    list.map((score) => {
      const perSecond = median(score.perSecond);
      const load = (perSecond * score.upstreamCallsEach) / upstreamPerSecond;
      return [
        query,
        `${score.contestant.name} ${score.contestant.version}`,
        printNumber(perSecond),
        printNumber(score.upstreamCallsEach),
        `${Math.round(load * 100)} %`,
        printRatio(ratio(list, GATEWAY, score.contestant.name)),
      ];
    }),
  );
  const legend = [...scores.keys()].map((query) => `${query}: ${QUERY_MEANINGS[query]}`).join('; ');
  return `${printTable(head, rows, 2)}\n\n${legend}. The upstream itself: ${printNumber(upstreamPerSecond)} pages of 100 rows/s.`;
}

export function aimTable(scores: Scores, { few, many }: Readonly<Record<'few' | 'many', PerRow>>): string {
  const join = scores.get('join') ?? [];
  const titles = scores.get('titles') ?? [];
  const against = (list: readonly Score[], name: string, other: string) => printRatio(ratio(list, name, other));
  const rows = [
    ['join, against Hive Gateway', against(join, GATEWAY, 'Hive Gateway'), '≥ 5'],
    ['join, against Hive Gateway with compiled execution', against(join, GATEWAY, 'Hive Gateway --jit'), ''],
    ['join, against Yoga with one call per field', against(join, GATEWAY, 'Yoga, one call per field'), ''],
    ['join, against Tailcall without dedupe', against(join, GATEWAY, tailcall('call per user', 'off')), '≥ 5'],
    [
      'the same, coalescing, against Tailcall with dedupe',
      against(join, COALESCING, tailcall('call per user', 'on')),
      '≥ 1',
    ],
    [
      'the same, coalescing, against Tailcall with dedupe and batches',
      against(join, COALESCING, tailcall('batched', 'on')),
      '',
    ],
    ['titles, against a raw Node proxy', against(titles, GATEWAY, 'raw Node proxy'), '≥ 0.8'],
    ['time per row, 10,000 rows against 100', printRatio(medianRatio(many.microseconds, few.microseconds)), '≤ 1.2'],
    ['memory per row, 10,000 rows against 100', printRatio(medianRatio(many.bytes, few.bytes)), '≤ 1.2'],
  ];
  return printTable(['ratio', 'measured', 'aim'], rows);
}

function tailcall(shape: string, dedupe: 'on' | 'off'): string {
  return `Tailcall, ${shape}, dedupe ${dedupe}`;
}

/** Not a number when one of them did not take part. */
function ratio(list: readonly Score[], name: string, other: string): number {
  const of = (wanted: string) => list.find(({ contestant }) => contestant.name === wanted)?.perSecond ?? [];
  return medianRatio(of(name), of(other));
}
