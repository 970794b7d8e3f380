/** The same metrics through the operator's OpenTelemetry SDK, by its naming conventions where there are any. */
import { createNoopMeter, type Meter, type MetricAdvice, metrics } from '@opentelemetry/api';
import type { UpstreamCall } from '../../datasources/source/source.ts';
import { answerAttributes, outcomeAttributes, requestAttributes } from './attributes.ts';
import type { RequestMeter } from './metrics.ts';
import { SECONDS } from './prometheus.ts';

/** `undefined` without an SDK, which must be started before the gateway is created. */
export function createTelemetryMeter(route: string): RequestMeter | undefined {
  const meter = metrics.getMeter('astra-graphql');
  if (meter === createNoopMeter()) return undefined;
  const active = meter.createUpDownCounter('http.server.active_requests', { unit: '{request}' });
  const durations = meter.createHistogram('http.server.request.duration', inSeconds());
  const errors = meter.createCounter('astra.graphql.errors', { unit: '{error}' });
  const meterCall = createCallMeter(meter);
  return {
    begin({ method }) {
      active.add(1, { 'http.request.method': method });
    },
    end(state, status) {
      const method = { 'http.request.method': state.method };
      active.add(-1, method);
      durations.record((performance.now() - state.startedAtMs) / 1000, {
        ...method,
        ...outcomeAttributes({ status, errorCodes: state.errorCodes }),
        ...(state.operation && { 'graphql.operation.type': state.operation.type }),
        'http.route': route,
      });
      for (const code of state.errorCodes) errors.add(1, { 'error.type': code });
      for (const call of state.calls) if (!call.isShared) meterCall(call);
    },
  };
}

function createCallMeter(meter: Meter): (call: UpstreamCall) => void {
  const durations = meter.createHistogram('http.client.request.duration', inSeconds());
  const batches = meter.createHistogram('astra.batch.size', { unit: '{key}' });
  return (call) => {
    const { keys, durationMs } = call;
    const attributes = requestAttributes(call);
    durations.record(durationMs / 1000, { ...attributes, ...answerAttributes(call) });
    if (keys !== undefined) batches.record(keys, attributes);
  };
}

function inSeconds(): { unit: string; advice: MetricAdvice } {
  return { unit: 's', advice: { explicitBucketBoundaries: [...SECONDS] } };
}
