/** What the figures come to: every contestant at every query, and the ratios that are aimed at. */
import type { PerRow } from './big-answers.ts';
import type { Score } from './comparison.ts';
import { QUERY_MEANINGS, type QueryName } from './queries.ts';
import { PARENT_COUNT } from './related-lists.ts';
import { median, ratiosOf } from './rounds.ts';
import { printNumber, printRatio, printTable } from './table.ts';

export type Scores = ReadonlyMap<QueryName, readonly Score[]>;

const GATEWAY = 'astra-graphql';
const COALESCING = 'astra-graphql, coalescing';
const TWO_WORKERS = 'astra-graphql, two workers';
const TWO_WORKERS_COALESCING = 'astra-graphql, two workers, coalescing';
const GRAPHQL_JS = 'astra-graphql, graphql-js';
const TYPED_GRAPH = 'astra-graphql, typed graph';

/** @param upstreamPerSecond - requests that the upstream itself can answer, of which the contestants used a share */
export function scoreTable(scores: Scores, upstreamPerSecond: number): string {
  const head = [
    'query',
    'server',
    'operations/s',
    'CPU ms each',
    'upstream calls each',
    'upstream load',
    `${GATEWAY} is`,
  ];
  const rows = [...scores].flatMap(([query, list]) =>
    list.map((score) => {
      const perSecond = median(score.perSecond);
      const load = (perSecond * score.upstreamCallsEach) / upstreamPerSecond;
      return [
        query,
        `${score.contestant.name} ${score.contestant.version}`,
        printNumber(perSecond),
        printNumber(score.cpuMsEach),
        printNumber(score.upstreamCallsEach),
        `${Math.round(load * 100)} %`,
        printRatio(median(ratios(list, GATEWAY, score.contestant.name))),
      ];
    }),
  );
  const legend = [...scores.keys()].map((query) => `${query}: ${QUERY_MEANINGS[query]}`).join('; ');
  return `${printTable(head, rows, 2)}\n\n${legend}. The upstream itself: ${printNumber(upstreamPerSecond)} pages of 100 rows/s.`;
}

interface Aim {
  readonly query: QueryName;
  /** Of these two, the first as many times as fast as the second. */
  readonly servers: readonly [string, string];
  readonly meaning: string;
  readonly aim?: string;
}

const AIMS: readonly Aim[] = [
  {
    query: 'join',
    servers: [GATEWAY, 'Hive Gateway, call per user'],
    meaning: 'join, against Hive Gateway with a call per user',
  },
  {
    query: 'join',
    servers: [GATEWAY, 'Hive Gateway, batched'],
    meaning: 'join, against Hive Gateway with batches',
  },
  {
    query: 'join',
    servers: [GATEWAY, 'Hive Gateway, batched, --jit'],
    meaning: 'join, against Hive Gateway with batches and --jit',
    aim: '≥ 3',
  },
  {
    query: 'join',
    servers: [GATEWAY, 'Yoga, one call per field'],
    meaning: 'join, against a plain Yoga with a call per user',
  },
  {
    query: 'join',
    servers: [GATEWAY, 'Tailcall, call per user, dedupe off'],
    meaning: 'join, against Tailcall with dedupe off',
  },
  {
    query: 'join',
    servers: [TWO_WORKERS, 'Tailcall, call per user, dedupe off'],
    meaning: 'join by two workers, against Tailcall with dedupe off, which uses all cores',
    aim: '≥ 5',
  },
  {
    query: 'join',
    servers: [COALESCING, 'Tailcall, call per user, dedupe on'],
    meaning: 'join with coalescing, against Tailcall with dedupe on',
  },
  {
    query: 'join',
    servers: [TWO_WORKERS_COALESCING, 'Tailcall, call per user, dedupe on'],
    meaning: 'the same by two workers',
    aim: '≥ 1',
  },
  {
    query: 'join',
    servers: [COALESCING, 'Tailcall, batched, dedupe on'],
    meaning: 'join with coalescing, against Tailcall with dedupe on and batches',
  },
  {
    query: 'titles',
    servers: [GATEWAY, 'raw Node proxy'],
    meaning: 'titles, against a raw Node proxy of the same JSON and client',
    aim: '≥ 0.6',
  },
  { query: 'join', servers: [GATEWAY, GRAPHQL_JS], meaning: "join, against itself with graphql's executor" },
  { query: 'titles', servers: [GATEWAY, GRAPHQL_JS], meaning: "titles, against itself with graphql's executor" },
  {
    query: 'join',
    servers: [TYPED_GRAPH, GATEWAY],
    meaning: 'join of the typed graph, against the universal one',
    aim: '≥ 1.1',
  },
  { query: 'titles', servers: [TYPED_GRAPH, GATEWAY], meaning: 'titles of the typed graph, against the universal one' },
];

const BIG_ANSWER_FIGURES = [
  ['microseconds', 'time', 'µs'],
  ['bytes', 'memory', 'bytes'],
] as const;

export interface Counts {
  readonly relatedListCalls: number;
  /** By both executors, up to the first difference. */
  readonly comparedOperations: number;
  readonly differences: number;
}

/** A dash stands for a ratio to somebody who did not take part. */
export function aimTable(
  scores: Scores,
  { few, many }: Readonly<Record<'few' | 'many', PerRow>>,
  { relatedListCalls, comparedOperations, differences }: Counts,
): string {
  const rows = AIMS.map(({ query, servers: [one, other], meaning, aim = '' }) => [
    meaning,
    ...printSpread(ratios(scores.get(query) ?? [], one, other)),
    aim,
  ]);
  for (const [figure, name, unit] of BIG_ANSWER_FIGURES) {
    const [manyEach, fewEach] = [many, few].map((per) => printNumber(median(per[figure])));
    const meaning = `${name} per row, 10,000 rows in an answer (${manyEach} ${unit}) against 100 (${fewEach} ${unit})`;
    rows.push([meaning, ...printSpread(ratiosOf(many[figure], few[figure])), '≤ 1']);
  }
  const operations = comparedOperations.toLocaleString('en');
  rows.push(
    [`upstream calls of ${PARENT_COUNT} parents with small related lists`, String(relatedListCalls), '', '2 to 3'],
    [`differences from graphql's executor in ${operations} random operations`, String(differences), '', '0'],
  );
  return printTable(['ratio', 'median', 'of the rounds', 'aim'], rows);
}

/** The median, and the lowest and the highest. */
function printSpread(values: readonly number[]): string[] {
  const sorted = values.toSorted((one, other) => one - other);
  const ends = [sorted[0], sorted.at(-1)].map((end) => printNumber(end ?? Number.NaN));
  return [printRatio(median(values)), sorted.length === 0 ? '–' : ends.join(' to ')];
}

/** One for each round; none when one of the two did not take part. */
function ratios(list: readonly Score[], name: string, other: string): readonly number[] {
  const of = (wanted: string) => list.find(({ contestant }) => contestant.name === wanted)?.perSecond ?? [];
  const others = of(other);
  return others.length === 0 ? [] : ratiosOf(of(name), others);
}
