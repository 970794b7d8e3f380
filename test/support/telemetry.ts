/** What an operator's OpenTelemetry SDK is to the gateway, kept in memory. One per process: the API is global. */
import { context, metrics, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  type Sampler,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';

export interface Telemetry {
  /** Spans that have ended, in that order. */
  spans(): readonly ReadableSpan[];
  clear(): void;
  /** The points of a metric, as attributes and value. */
  points(name: string): Promise<readonly { readonly attributes: object; readonly value: unknown }[]>;
  /** Everything that was told, as text. */
  text(): Promise<string>;
  stop(): Promise<void>;
}

class PulledReader extends MetricReader {
  protected override async onForceFlush() {}
  protected override async onShutdown() {}
}

/** Start it before the gateway. @param sampler - default: all */
export function startTelemetry(sampler?: Sampler): Telemetry {
  const exporter = new InMemorySpanExporter();
  const spanProcessors = [new SimpleSpanProcessor(exporter)];
  const provider = new BasicTracerProvider({ spanProcessors, ...(sampler && { sampler }) });
  const reader = new PulledReader();
  trace.setGlobalTracerProvider(provider);
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const collect = async () => (await reader.collect()).resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics);
  return {
    spans: () => exporter.getFinishedSpans(),
    clear: () => exporter.reset(),
    async points(name) {
      const metric = (await collect()).find(({ descriptor }) => descriptor.name === name);
      return metric?.dataPoints.map(({ attributes, value }) => ({ attributes, value })) ?? [];
    },
    async text() {
      const spans = exporter
        .getFinishedSpans()
        .map(({ name, attributes, events, status }) => [name, attributes, events, status]);
      return JSON.stringify([spans, await collect()]);
    },
    async stop() {
      await provider.shutdown();
      for (const api of [trace, metrics, propagation, context]) api.disable();
    },
  };
}
