/** Lets the operator's OpenTelemetry SDK send what it still holds, before the process ends. */
import { setTimeout as sleep } from 'node:timers/promises';
import { metrics, trace } from '@opentelemetry/api';

/** A collector that is gone must not hold the process. */
const FLUSH_MS = 5000;

/** Resolves when the providers of traces and metrics have flushed, failed, or had their time. Does nothing without an SDK. */
export async function flushTelemetry(): Promise<void> {
  const flushed = Promise.allSettled([trace.getTracerProvider(), metrics.getMeterProvider()].map(flush));
  await Promise.race([flushed, sleep(FLUSH_MS, undefined, { ref: false })]);
}

/** The API has no flush; the providers of SDKs do. */
async function flush(provider: object): Promise<void> {
  const own = call(provider, 'getDelegate') ?? provider;
  await call(own as object, 'forceFlush');
}

function call(target: object, name: string): unknown {
  const method: unknown = Reflect.get(target, name);
  return typeof method === 'function' ? method.call(target) : undefined;
}
