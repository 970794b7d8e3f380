/** Puts an upstream together: a back end, and the HTTP client that all its operations share. Nothing above knows which one answers. */
import { createHttpClient, type HttpClient } from '../http/client.ts';
import { coalesceReads } from '../resilience/coalesce-reads.ts';
import { RESILIENCE_DEFAULTS } from '../resilience/options.ts';
import { withResilience } from '../resilience/resilience.ts';
import type { Upstream } from '../source/source.ts';
import { type AstraConfig, createAstraBackEnd } from './astra.ts';
import type { BackEnd } from './back-end.ts';
import { createSelfHostedBackEnd, type StargateConfig } from './self-hosted.ts';
import { createSelfHostedDataApi, type DataApiConfig } from './self-hosted-data-api.ts';

export type UpstreamConfig = AstraConfig | StargateConfig | DataApiConfig;

function createBackEnd(config: UpstreamConfig, http: HttpClient): BackEnd {
  switch (config.kind) {
    case 'astra':
      return createAstraBackEnd(config, http);
    case 'stargate':
      return createSelfHostedBackEnd(config, http);
    case 'data-api':
      return createSelfHostedDataApi(config, http);
  }
}

export function createUpstream(config: UpstreamConfig): Upstream {
  const { timeoutMs, schemaTimeoutMs, fetch } = config;
  const resilience = { ...RESILIENCE_DEFAULTS, ...config.resilience };
  const client = createHttpClient({ timeoutMs, schemaTimeoutMs, fetch, maxSocketsPerHost: resilience.maxCallsAtOnce });
  const resilient = withResilience(client, timeoutMs, resilience);
  const http = config.coalesceReads ? coalesceReads(resilient) : resilient;
  const { open, probeUrl, hints, schemaChanges } = createBackEnd(config, http);
  return {
    open: (scope) => open({ endsAtMs: performance.now() + resilience.operationTimeoutMs, ...scope }),
    isReachable: (probeTimeoutMs) => http.isReachable(probeUrl, probeTimeoutMs),
    pressure: resilient.pressure,
    hints,
    schemaChanges,
    close: async () => http.close(),
  };
}
