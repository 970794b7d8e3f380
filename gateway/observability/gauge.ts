import { type Metric, printMetric, printSample } from './metric-text.ts';

/**
 * A number that is looked up when it is asked for.
 *
 * @param type - `counter` for what only grows
 */
export function createGauge(
  name: string,
  help: string,
  read: () => number,
  type: 'gauge' | 'counter' = 'gauge',
): Metric {
  return { print: () => printMetric(name, type, help, [printSample(name, '', read())]) };
}
