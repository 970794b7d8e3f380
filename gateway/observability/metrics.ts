/** Metrics of requests, errors and upstream calls in the Prometheus format. */
import type { UpstreamPressure } from '../../datasources/source/source.ts';
import type { RequestState } from '../shared/request-state.ts';
import { createCounter, createGauge, createHistogram, type Metric, type MetricData, SECONDS } from './prometheus.ts';

/** Called at the begin and the end of each request. */
export interface RequestMeter {
  begin(state: RequestState): void;
  /** @param status - HTTP status of the answer */
  end(state: RequestState, status: number): void;
}

/** The media type of what `PrintMetrics` prints. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** In the Prometheus text format. */
export type PrintMetrics = () => string | Promise<string>;

export interface Metrics extends RequestMeter {
  read(): readonly MetricData[];
}

/**
 * @param pressure - current upstream calls and circuit breakers
 * @param ofProcess - printed after those of requests and calls
 */
export function createMetrics(pressure: () => UpstreamPressure, ofProcess: readonly Metric[] = []): Metrics {
  let active = 0;
  const requests = createCounter('astra_graphql_requests_total', 'GraphQL requests answered');
  const inFlight = createGauge('astra_graphql_requests_in_flight', 'GraphQL requests in flight', () => active);
  const coalesced = createCounter(
    'astra_graphql_requests_coalesced_total',
    'Requests answered by the execution of an identical one',
  );
  const seconds = createHistogram('astra_graphql_request_duration_seconds', 'Time until the answer', SECONDS);
  const errors = createCounter('astra_graphql_errors_total', 'Errors in answers, by extensions.code');
  const calls = createCallMetrics();
  const gauges = [...createPressureGauges(pressure), ...ofProcess];
  const metrics = [requests, inFlight, coalesced, seconds, errors, ...calls.metrics, ...gauges];
  return {
    begin() {
      active += 1;
    },
    end(state, status) {
      active -= 1;
      const { surface = 'universal' } = state;
      const operation = state.operation?.type ?? 'none';
      requests.add({ surface, operation, status: String(status) });
      seconds.observe({ surface, operation }, (performance.now() - state.startedAtMs) / 1000);
      for (const code of state.errorCodes) errors.add({ code });
      if (state.coalescedWith) coalesced.add({});
      for (const call of state.calls) calls.add(call);
    },
    read: () => metrics.map((metric) => metric.read()),
  };
}

function createCallMetrics() {
  const calls = createCounter('astra_graphql_upstream_requests_total', 'Upstream requests; status 0: no answer');
  const errors = createCounter(
    'astra_graphql_upstream_errors_total',
    'Failures that upstream answered as a success of HTTP, by its own code',
  );
  const coalesced = createCounter(
    'astra_graphql_upstream_requests_coalesced_total',
    'Reads answered by the request of an identical one',
  );
  const seconds = createHistogram('astra_graphql_upstream_duration_seconds', 'Time of upstream requests', SECONDS);
  const bytes = createCounter('astra_graphql_upstream_response_bytes_total', 'Bytes of upstream answers');
  const keys = createHistogram('astra_graphql_upstream_batch_keys', 'Keys in a batch', [1, 2, 5, 10, 20, 50, 100]);
  return {
    metrics: [calls, errors, coalesced, seconds, bytes, keys],
    add(call: RequestState['calls'][number]): void {
      const { api, method, route, command, status = 0, errorCode, durationMs, responseBytes } = call;
      const ofCommand = command !== undefined && { command };
      const request = { api, method, route, ...ofCommand };
      if (call.isShared) {
        coalesced.add({ api });
        return;
      }
      calls.add({ api, method, route, ...ofCommand, status: String(status) });
      if (errorCode !== undefined && status >= 200 && status < 300) errors.add({ ...request, code: errorCode });
      seconds.observe(request, durationMs / 1000);
      bytes.add(request, responseBytes);
      if (call.keys !== undefined) keys.observe({ api }, call.keys);
    },
  };
}

function createPressureGauges(pressure: () => UpstreamPressure): readonly Metric[] {
  const name = (what: string) => `astra_graphql_upstream_${what}`;
  const openBreakers = () => pressure().breakers.open + pressure().breakers['half-open'];
  return [
    createGauge(name('calls_in_flight'), 'Upstream calls in flight', () => pressure().callsActive),
    createGauge(name('calls_queued'), 'Upstream calls in the queues of their hosts', () => pressure().callsQueued),
    createGauge(name('circuit_breakers_open'), 'Hosts whose circuit breaker is open or half-open', openBreakers, {
      total: 'max',
    }),
  ];
}
