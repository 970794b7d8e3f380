/** Watches every GraphQL request: its id in the answer, its line in the log, its place in the metrics. */
import type { Plugin } from 'graphql-yoga';
import { exchangeOf } from './exchange.ts';
import type { Log } from './log.ts';
import { adviceFor } from './log-advice.ts';
import type { Metrics } from './metrics.ts';

/** @param isObserved - whether a path is that of GraphQL; probes and pages are not counted */
export function useObservability(log: Log, metrics: Metrics, isObserved: (pathname: string) => boolean): Plugin {
  return {
    onRequest({ request }) {
      exchangeOf(request);
    },
    onResponse({ request, response }) {
      const exchange = exchangeOf(request);
      response.headers.set('x-request-id', exchange.requestId);
      if (!isObserved(new URL(request.url).pathname)) return;
      log.request(exchange, response.status);
      metrics.request(exchange, response.status);
      for (const call of exchange.calls) {
        // Calls without an answer were broken off where the client has left.
        const isCancelled = request.signal.aborted && call.status === undefined;
        const isOurs = !call.isShared && !isCancelled;
        if (isOurs && adviceFor(call)) log.upstreamFailure(exchange.requestId, call);
      }
    },
  };
}
