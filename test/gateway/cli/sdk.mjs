/** What an operator loads with `--import`: an SDK that sends in batches, here to a file, and not before an hour is over. */
import { appendFileSync } from 'node:fs';
import { metrics, trace } from '@opentelemetry/api';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';

const HOUR_MS = 3_600_000;
const exporter = (namesOf) => ({
  export(batch, done) {
    appendFileSync(process.env.TELEMETRY_FILE, `${namesOf(batch).join('\n')}\n`);
    done({ code: 0 });
  },
  async forceFlush() {},
  async shutdown() {},
});

const spans = exporter((batch) => batch.map(({ name }) => `span ${name}`));
const points = exporter(({ scopeMetrics }) =>
  scopeMetrics.flatMap((scope) => scope.metrics.map(({ descriptor }) => `metric ${descriptor.name}`)),
);
const spanProcessors = [new BatchSpanProcessor(spans, { scheduledDelayMillis: HOUR_MS })];
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors }));
const reader = new PeriodicExportingMetricReader({ exporter: points, exportIntervalMillis: HOUR_MS });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
