/** Metrics of the process, with the names that dashboards for Node.js expect. */
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { Metric } from './prometheus.ts';
import { createGauge } from './prometheus.ts';

export function createProcessMetrics(): readonly Metric[] {
  const startedAtSeconds = Date.now() / 1000 - process.uptime();
  return [
    createGauge('process_start_time_seconds', 'When the process started', () => startedAtSeconds, {
      total: 'min',
    }),
    createGauge('process_cpu_seconds_total', 'Processor time of the process', cpuSeconds, { type: 'counter' }),
    createGauge('process_resident_memory_bytes', 'Memory of the process', () => process.memoryUsage.rss()),
    createGauge('nodejs_heap_size_used_bytes', 'JavaScript heap in use', () => process.memoryUsage().heapUsed),
    createGauge(
      'nodejs_eventloop_lag_p99_seconds',
      '99th percentile of the event loop delay since the last scrape',
      readDelay,
      { total: 'max' },
    ),
  ];
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** One for the process, started at the first scrape, because it wakes the process a hundred times a second. */
let delay: IntervalHistogram | undefined;

function readDelay(): number {
  if (!delay) {
    delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
  }
  const nanoseconds = delay.percentile(99);
  delay.reset();
  return nanoseconds / 1e9;
}
