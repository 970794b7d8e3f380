/** Counts and times requests, errors and upstream calls, and prints them as Prometheus reads them. */
import type { UpstreamPressure } from '../../datasources/source/source.ts';
import type { RequestState } from '../shared/request-state.ts';
import { createProcessMetrics } from './process-metrics.ts';
import { createCounter, createGauge, createHistogram, SECONDS } from './prometheus.ts';

/** What is told of each request. */
export interface RequestMeter {
  begin(state: RequestState): void;
  /** @param status - HTTP status of the answer */
  end(state: RequestState, status: number): void;
}

export interface Metrics extends RequestMeter {
  /** In the Prometheus text format. */
  print(): string;
}

/** @param pressure - how upstream calls are doing at this moment */
export function createMetrics(pressure: () => UpstreamPressure): Metrics {
  let underWay = 0;
  const requests = createCounter('astra_graphql_requests_total', 'GraphQL requests answered');
  const inFlight = createGauge('astra_graphql_requests_in_flight', 'GraphQL requests under way', () => underWay);
  const seconds = createHistogram('astra_graphql_request_duration_seconds', 'Time until the answer', SECONDS);
  const joined = createCounter('astra_graphql_requests_joined_total', 'Requests answered by the execution of another');
  const errors = createCounter('astra_graphql_errors_total', 'Errors in answers, by extensions.code');
  const calls = createCallMetrics();
  const gauges = [...createPressureGauges(pressure), ...createProcessMetrics()];
  const metrics = [requests, inFlight, joined, seconds, errors, ...calls.metrics, ...gauges];
  return {
    begin() {
      underWay += 1;
    },
    end(state, status) {
      underWay -= 1;
      const operation = state.operation?.type ?? 'none';
      requests.add({ operation, status: String(status) });
      seconds.observe({ operation }, (performance.now() - state.startedAtMs) / 1000);
      for (const code of state.errorCodes) errors.add({ code });
      if (state.coalescedWith) joined.add({});
      for (const call of state.calls) calls.add(call);
    },
    print: () => metrics.map((metric) => metric.print()).join(''),
  };
}

function createCallMetrics() {
  const calls = createCounter('astra_graphql_upstream_requests_total', 'Upstream requests; status 0 got no answer');
  const joined = createCounter(
    'astra_graphql_upstream_requests_joined_total',
    'Reads that shared the request of another',
  );
  const seconds = createHistogram('astra_graphql_upstream_duration_seconds', 'Time of upstream requests', SECONDS);
  const bytes = createCounter('astra_graphql_upstream_response_bytes_total', 'Bytes of upstream answers');
  const keys = createHistogram('astra_graphql_upstream_batch_keys', 'Keys in a batch', [1, 2, 5, 10, 20, 50, 100]);
  return {
    metrics: [calls, joined, seconds, bytes, keys],
    add(call: RequestState['calls'][number]): void {
      const { api, method, route, status = 0, durationMs, responseBytes } = call;
      if (call.isShared) {
        joined.add({ api });
        return;
      }
      calls.add({ api, method, route, status: String(status) });
      seconds.observe({ api, method, route }, durationMs / 1000);
      bytes.add({ api, method, route }, responseBytes);
      if (call.keys !== undefined) keys.observe({ api }, call.keys);
    },
  };
}

function createPressureGauges(pressure: () => UpstreamPressure) {
  const name = (what: string) => `astra_graphql_upstream_${what}`;
  const left = () => pressure().breakers.open + pressure().breakers['half-open'];
  return [
    createGauge(name('calls_in_flight'), 'Upstream calls under way', () => pressure().callsActive),
    createGauge(name('calls_waiting'), 'Upstream calls that wait for their turn', () => pressure().callsQueued),
    createGauge(name('hosts_left_alone'), 'Hosts whose breaker is open or half-open', left),
  ];
}
