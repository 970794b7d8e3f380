/** Counters, gauges and histograms in the Prometheus text format: https://prometheus.io/docs/instrumenting/exposition_formats/ */

/** Few combinations: never values of a client or a row. */
export type Labels = Readonly<Record<string, string>>;

export interface Metric {
  /** All its series, under one HELP and TYPE. */
  print(): string;
}

export interface Counter extends Metric {
  /** @param amount - default 1 */
  add(labels: Labels, amount?: number): void;
}

export interface Histogram extends Metric {
  observe(labels: Labels, value: number): void;
}

/** Bounds for durations in seconds, from a read of one row to a schema change. */
export const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** A number for each combination of labels. */
export function createCounter(name: string, help: string): Counter {
  const series = new Map<string, number>();
  const printSeries = () => [...series].map(([labels, value]) => printSample(name, labels, value));
  return {
    add(labels, amount = 1) {
      const key = printLabels(labels);
      series.set(key, (series.get(key) ?? 0) + amount);
    },
    print: () => printMetric(name, 'counter', help, printSeries()),
  };
}

/**
 * A number that is read when the metrics are printed.
 *
 * @param type - `counter` for a number that only grows
 */
export function createGauge(
  name: string,
  help: string,
  read: () => number,
  type: 'gauge' | 'counter' = 'gauge',
): Metric {
  return { print: () => printMetric(name, type, help, [printSample(name, '', read())]) };
}

interface Series {
  /** How many values fell into each bucket alone; the last bucket has no upper bound. */
  readonly counts: number[];
  sum: number;
}

/** @param bounds - upper bounds of the buckets, ascending; one bucket without a bound follows */
export function createHistogram(name: string, help: string, bounds: readonly number[]): Histogram {
  const all = new Map<string, Series>();
  const printAll = () => [...all].flatMap(([labels, series]) => printSeries(name, labels, series, bounds));
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
    print: () => printMetric(name, 'histogram', help, printAll()),
  };
}

/** Printed buckets are cumulative: each counts all values up to its bound. */
function printSeries(name: string, labels: string, { counts, sum }: Series, bounds: readonly number[]): string[] {
  let total = 0;
  const buckets = counts.map((count, index) => {
    total += count;
    const bound = `le="${bounds[index] ?? '+Inf'}"`;
    return printSample(`${name}_bucket`, labels === '' ? bound : `${labels},${bound}`, total);
  });
  return [...buckets, printSample(`${name}_sum`, labels, sum), printSample(`${name}_count`, labels, total)];
}

function printMetric(name: string, type: string, help: string, samples: readonly string[]): string {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples, ''].join('\n');
}

function printSample(name: string, labels: string, value: number): string {
  return labels === '' ? `${name} ${value}` : `${name}{${labels}} ${value}`;
}

/** Written for each measurement, so without lists. */
function printLabels(labels: Labels): string {
  let text = '';
  for (const label of Object.keys(labels)) {
    const value = labels[label] ?? '';
    text += `${text === '' ? '' : ','}${label}="${UNSAFE.test(value) ? value.replaceAll(UNSAFE_EACH, toEscape) : value}"`;
  }
  return text;
}

const UNSAFE = /[\\"\n]/;
const UNSAFE_EACH = /[\\"\n]/g;

function toEscape(character: string): string {
  return character === '\n' ? '\\n' : `\\${character}`;
}
