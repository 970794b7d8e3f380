/** Puts an upstream together: a back end, and the HTTP client that all its operations share. Nothing above knows which one answers. */
import { createHttpClient, type HttpClient } from '../http/client.ts';
import { type OpenTransport, transportOf } from '../http/transport.ts';
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

/** @param open - the transport of the platform, unless the config has a `fetch` */
export function assembleUpstream(config: UpstreamConfig, open: OpenTransport): Upstream {
  const { timeoutMs, schemaTimeoutMs, fetch } = config;
  const resilience = { ...RESILIENCE_DEFAULTS, ...config.resilience };
  const { maxCallsAtOnce: maxSocketsPerHost, httpClient } = resilience;
  const transport = fetch ? transportOf(fetch) : open({ maxSocketsPerHost, client: httpClient });
  const client = createHttpClient({ timeoutMs, schemaTimeoutMs, transport });
  const resilient = withResilience(client, timeoutMs, resilience, config.onBreaker);
  const http = config.coalesceReads ? coalesceReads(resilient, config.peers) : resilient;
  const backEnd = createBackEnd(config, http);
  return {
    open: (scope) => backEnd.open({ endsAtMs: performance.now() + resilience.operationTimeoutMs, ...scope }),
    isReachable: (probeTimeoutMs) => http.isReachable(backEnd.probeUrl, probeTimeoutMs),
    pressure: resilient.pressure,
    hints: backEnd.hints,
    schemaChanges: backEnd.schemaChanges,
    close: async () => http.close(),
  };
}
