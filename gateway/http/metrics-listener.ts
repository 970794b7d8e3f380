/** `/metrics` on a port of its own, where clients of GraphQL do not come. */
import type { RequestListener } from 'node:http';
import type { HostRule } from '../config/host-patterns.ts';
import { METRICS_TYPE, type PrintMetrics } from '../observability/metrics.ts';
import { refuseMessage } from './host-check.ts';

const TEXT = 'text/plain; charset=utf-8';

/** @param rule - for the hosts of this port too; absent: every host is answered */
export function createMetricsListener(printMetrics: PrintMetrics, rule: HostRule | undefined): RequestListener {
  return async (incoming, outgoing) => {
    const { method = '', url = '' } = incoming;
    const refusal = refuseMessage(incoming, rule);
    const answer = (status: number, text: string, headers: Readonly<Record<string, string>> = {}) =>
      outgoing.writeHead(status, { 'content-type': TEXT, ...headers }).end(text);
    if (refusal) answer(421, `${refusal.message}\n`);
    else if (url.split('?', 1)[0] !== '/metrics') answer(404, 'Nothing is here: metrics are answered at /metrics.\n');
    else if (method !== 'GET' && method !== 'HEAD') answer(405, 'Use GET or HEAD.\n', { allow: 'GET, HEAD' });
    else answer(200, await printMetrics(), { 'content-type': METRICS_TYPE });
  };
}
