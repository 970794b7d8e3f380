/** `/health` (the process answers), `/ready` (it is not stopping, and upstream answers) and, unless it has its own port, `/metrics`. */
import type { Plugin } from 'graphql-yoga';
import type { Upstream } from '../../datasources/source/source.ts';
import { METRICS_TYPE, type PrintMetrics } from '../observability/metrics.ts';
import { createRefusal, toRefusalResponse } from '../shared/refusal.ts';

const PROBE_TIMEOUT_MS = 2000;
/** Anyone may send probes, so upstream gets at most one call in this time. */
const PROBE_INTERVAL_MS = 1000;

const METHOD_REFUSAL = createRefusal('The method is not allowed here: use GET or HEAD.', {
  code: 'BAD_REQUEST',
  status: 405,
  headers: { allow: 'GET, HEAD' },
});

/**
 * Answers have a status and no text: details are in the log only, because anyone may send probes.
 *
 * @param printMetrics - absent: there are none here
 * @param isStopping - whether load balancers should send no more requests
 */
export function useProbes(
  upstream: Upstream,
  printMetrics: PrintMetrics | undefined,
  isStopping: () => boolean,
): Plugin {
  const isReachable = rateLimited(() => upstream.isReachable(PROBE_TIMEOUT_MS));
  const isReady = async () => !isStopping() && (await isReachable());
  const routes: Record<string, () => Promise<Response>> = {
    '/health': async () => new Response(null, { status: 200 }),
    '/ready': async () => new Response(null, { status: (await isReady()) ? 200 : 503 }),
    ...(printMetrics && {
      '/metrics': async () => new Response(await printMetrics(), { headers: { 'content-type': METRICS_TYPE } }),
    }),
  };
  return {
    onRequest({ request, url, endResponse }) {
      const answer = Object.hasOwn(routes, url.pathname) ? routes[url.pathname] : undefined;
      if (!answer) return undefined;
      if (request.method === 'GET' || request.method === 'HEAD') return answer().then(endResponse);
      return endResponse(toRefusalResponse(request, METHOD_REFUSAL));
    },
  };
}

function rateLimited(ask: () => Promise<boolean>): () => Promise<boolean> {
  let answer: Promise<boolean> | undefined;
  let askedAtMs = 0;
  return () => {
    if (!answer || performance.now() - askedAtMs > PROBE_INTERVAL_MS) {
      askedAtMs = performance.now();
      answer = ask().catch(() => false);
    }
    return answer;
  };
}
