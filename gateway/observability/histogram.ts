import { type Labels, type Metric, printLabels, printMetric, printSample } from './metric-text.ts';

export interface Histogram extends Metric {
  observe(labels: Labels, value: number): void;
}

/** Bounds for durations in seconds, from a read of one row to a change of a schema. */
export const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

interface Series {
  /** How many values were in each bucket and no smaller one; the last is beyond all bounds. */
  readonly counts: number[];
  sum: number;
}

/** @param bounds - upper ends of the buckets, rising; one without an end follows */
export function createHistogram(name: string, help: string, bounds: readonly number[]): Histogram {
  const all = new Map<string, Series>();
  return {
    observe(labels, value) {
      const key = printLabels(labels);
      const series = all.get(key) ?? { counts: new Array<number>(bounds.length + 1).fill(0), sum: 0 };
      all.set(key, series);
      const bucket = bounds.findIndex((bound) => value <= bound);
      const index = bucket === -1 ? bounds.length : bucket;
      series.counts[index] = (series.counts[index] ?? 0) + 1;
      series.sum += value;
    },
    print: () =>
      printMetric(
        name,
        'histogram',
        help,
        [...all].flatMap(([labels, series]) => printSeries(name, labels, series, bounds)),
      ),
  };
}

/** Buckets are printed added up: each holds all values up to its bound. */
function printSeries(name: string, labels: string, { counts, sum }: Series, bounds: readonly number[]): string[] {
  let total = 0;
  const buckets = counts.map((count, index) => {
    total += count;
    const bound = `le="${bounds[index] ?? '+Inf'}"`;
    return printSample(`${name}_bucket`, labels === '' ? bound : `${labels},${bound}`, total);
  });
  return [...buckets, printSample(`${name}_sum`, labels, sum), printSample(`${name}_count`, labels, total)];
}
