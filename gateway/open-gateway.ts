/** A gateway without a process, on any platform. It reads no environment and starts no emulator. */
import { assembleUpstream } from '../datasources/back-ends/assembly.ts';
import { adaptFetch } from '../datasources/http/adapt-fetch.ts';
import type { OpenTransport } from '../datasources/http/transport.ts';
import { openPersisted } from './access/persisted-documents.ts';
import { connect } from './cli/connect.ts';
import { ConfigError, collectErrors } from './config/config-error.ts';
import { readLibrarySettings } from './config/library-settings.ts';
import { toServeConfig } from './config/serve-config.ts';
import { createPipeline } from './gateway.ts';
import { endConnectionsAtClose } from './http/closing-server.ts';
import { DEFAULT_ENDPOINT } from './http/routing.ts';
import type { Gateway, GatewayConfig } from './library.ts';
import { createLog, type LogEntry, toJsonLine } from './observability/log.ts';
import type { Metric } from './observability/prometheus.ts';
import { openRelations } from './typed/relation-files.ts';

/** What platforms do not have in common. */
export interface Platform {
  readonly openTransport: OpenTransport;
  /** Metrics of the process; default none. */
  readonly createProcessMetrics?: () => readonly Metric[];
}

/** @throws ConfigError - with all problems of the settings: each names the setting, its value and the cure */
export function openGateway(options: GatewayConfig, { openTransport, createProcessMetrics }: Platform): Gateway {
  const { endpoint = DEFAULT_ENDPOINT, fetch, rateStore, log: write = writeLine, ...settings } = options;
  const { config } = collectErrors({
    config: () => toServeConfig(readLibrarySettings(settings)),
    endpoint: () => checkEndpoint(endpoint),
  });
  const { upstream: choice, hostRule } = config;
  if (choice.kind === 'embedded') {
    throw new ConfigError(
      'No upstream is given: set apiEndpoint for Astra, dataApiUrl for HCD or DSE, or stargateRestUrl and its like for Stargate.',
    );
  }
  const log = createLog({ quiet: config.quiet, write });
  const isOpen = hostRule.allowedHosts.length === 0;
  const { upstream, auth, close } = connect(choice, config.auth, {
    coalesceReads: config.coalesce,
    onBreaker: log.breaker,
    createUpstream: (upstreamConfig) =>
      assembleUpstream({ ...upstreamConfig, ...(fetch && { fetch: adaptFetch(fetch) }) }, openTransport),
  });
  for (const warning of config.warnings) log.configWarning(warning);
  const gateway = createPipeline({
    ...config,
    // The server around the gateway compresses, or its platform does.
    compression: false,
    endpoint,
    upstream,
    // The server around the gateway checks hosts, unless a list is given.
    hostRule: isOpen ? undefined : { ...hostRule, isLoopback: false },
    auth: isOpen && auth.ownToken === 'direct' ? { ...auth, ownToken: 'all' } : auth,
    persisted: openPersisted(config.documents),
    relations: openRelations(config.relationFiles),
    rateLimit: { ...config.rateLimit, rateStore },
    log,
    ...(createProcessMetrics && { processMetrics: createProcessMetrics() }),
    platformResponses: true,
  });
  return { fetch: gateway.fetch, listener: endConnectionsAtClose(gateway.listener), close };
}

/** Characters with a meaning in a pattern of paths are refused. */
function checkEndpoint(endpoint: string): void {
  if (/^(\/[\w.~-]+)+$/.test(endpoint)) return;
  throw new ConfigError(`endpoint is ${JSON.stringify(endpoint)}, but it must be a path such as ${DEFAULT_ENDPOINT}.`);
}

function writeLine(entry: LogEntry): void {
  console.error(toJsonLine(entry, new Date()));
}
