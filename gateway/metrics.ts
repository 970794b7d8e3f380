/** Counts requests, errors and upstream calls, and prints them as Prometheus reads them. */

import { createCounter } from './counter.ts';
import type { Exchange } from './exchange.ts';

export interface Metrics {
  request(exchange: Exchange, status: number): void;
  /** In the Prometheus text format. */
  print(): string;
}

export function createMetrics(): Metrics {
  const requests = createCounter('astra_graphql_requests_total', 'GraphQL requests answered');
  const seconds = createCounter('astra_graphql_request_duration_seconds_total', 'Time spent on GraphQL requests');
  const errors = createCounter('astra_graphql_errors_total', 'Errors in answers, by extensions.code');
  const calls = createCounter('astra_graphql_upstream_requests_total', 'Upstream requests; status 0 got no answer');
  const callSeconds = createCounter('astra_graphql_upstream_duration_seconds_total', 'Time spent on upstream requests');
  const callBytes = createCounter('astra_graphql_upstream_response_bytes_total', 'Bytes of upstream answers');
  return {
    request(exchange, status) {
      const operation = exchange.operation?.type ?? 'none';
      requests.add({ operation, status: String(status) });
      seconds.add({ operation }, (performance.now() - exchange.startedAtMs) / 1000);
      for (const code of exchange.errorCodes) errors.add({ code });
      for (const { api, method, route, status: answer = 0, durationMs, responseBytes, isShared } of exchange.calls) {
        if (isShared) continue;
        calls.add({ api, method, route, status: String(answer) });
        callSeconds.add({ api, method, route }, durationMs / 1000);
        callBytes.add({ api, method, route }, responseBytes);
      }
    },
    print: () => [requests, seconds, errors, calls, callSeconds, callBytes].map((counter) => counter.print()).join(''),
  };
}
