/** Counters, gauges and histograms in the Prometheus text format: https://prometheus.io/docs/instrumenting/exposition_formats/ */

/** Few combinations: never values of a client or a row. */
export type Labels = Readonly<Record<string, string>>;

export interface Metric {
  /** Its series at this moment. */
  read(): MetricData;
}

/** Can be sent as JSON. */
export interface MetricData {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** What several processes have together. */
  readonly total: Total;
  /** Names with labels, and values. */
  readonly samples: readonly (readonly [series: string, value: number])[];
}

/** `max` and `min` are for what every process sees by itself, such as delays and the time of the start. */
export type Total = keyof typeof TOTALS;

const TOTALS = {
  sum: (one: number, other: number) => one + other,
  max: Math.max,
  min: Math.min,
};

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
  const samples = () => [...series].map(([labels, value]) => sampleOf(name, labels, value));
  return {
    add(labels, amount = 1) {
      const key = printLabels(labels);
      series.set(key, (series.get(key) ?? 0) + amount);
    },
    read: () => ({ name, type: 'counter', help, total: 'sum', samples: samples() }),
  };
}

/**
 * A number that is read when the metrics are.
 *
 * @param type - `counter` for a number that only grows
 */
export function createGauge(
  name: string,
  help: string,
  read: () => number,
  { type = 'gauge', total = 'sum' }: Partial<Pick<MetricData, 'type' | 'total'>> = {},
): Metric {
  return { read: () => ({ name, type, help, total, samples: [[name, read()]] }) };
}

interface Series {
  /** How many values fell into each bucket alone; the last bucket has no upper bound. */
  readonly counts: number[];
  sum: number;
}

/** @param bounds - upper bounds of the buckets, ascending; one bucket without a bound follows */
export function createHistogram(name: string, help: string, bounds: readonly number[]): Histogram {
  const all = new Map<string, Series>();
  const samples = () => [...all].flatMap(([labels, series]) => samplesOf(name, labels, series, bounds));
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
    read: () => ({ name, type: 'histogram', help, total: 'sum', samples: samples() }),
  };
}

type Samples = MetricData['samples'];

/** Buckets are cumulative: each counts all values up to its bound. */
function samplesOf(name: string, labels: string, { counts, sum }: Series, bounds: readonly number[]): Samples {
  let total = 0;
  const buckets = counts.map((count, index) => {
    total += count;
    const bound = `le="${bounds[index] ?? '+Inf'}"`;
    return sampleOf(`${name}_bucket`, labels === '' ? bound : `${labels},${bound}`, total);
  });
  return [...buckets, sampleOf(`${name}_sum`, labels, sum), sampleOf(`${name}_count`, labels, total)];
}

function sampleOf(name: string, labels: string, value: number): Samples[number] {
  return [labels === '' ? name : `${name}{${labels}}`, value];
}

/** Each with all its series under one HELP and TYPE. */
export function printMetrics(metrics: readonly MetricData[]): string {
  return metrics
    .flatMap(({ name, type, help, samples }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...samples.map(([series, value]) => `${series} ${value}`),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

/** What several processes have together, in the order of the first that has a metric. */
export function addMetrics(processes: readonly (readonly MetricData[])[]): readonly MetricData[] {
  const byName = new Map<string, MetricData>();
  for (const metric of processes.flat()) {
    const known = byName.get(metric.name);
    byName.set(metric.name, known ? { ...known, samples: addSamples(known, metric) } : metric);
  }
  return [...byName.values()];
}

function addSamples({ total, samples }: MetricData, other: MetricData): Samples {
  const values = new Map(samples);
  for (const [series, value] of other.samples) {
    const known = values.get(series);
    values.set(series, known === undefined ? value : TOTALS[total](known, value));
  }
  return [...values];
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
