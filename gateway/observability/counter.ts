import { type Labels, type Metric, printLabels, printMetric, printSample } from './metric-text.ts';

export interface Counter extends Metric {
  /** @param amount - default 1 */
  add(labels: Labels, amount?: number): void;
}

/** A number for each combination of labels. */
export function createCounter(name: string, help: string): Counter {
  const series = new Map<string, number>();
  return {
    add(labels, amount = 1) {
      const key = printLabels(labels);
      series.set(key, (series.get(key) ?? 0) + amount);
    },
    print: () =>
      printMetric(
        name,
        'counter',
        help,
        [...series].map(([labels, value]) => printSample(name, labels, value)),
      ),
  };
}
