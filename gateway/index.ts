/** The package as a library: a gateway without a process. It reads no environment and starts no emulator. */
import type { RequestListener } from 'node:http';
import { adaptFetch } from '../datasources/http/adapt-fetch.ts';
import type { StandardFetch } from '../datasources/http/standard-fetch.ts';
import { openPersisted } from './access/persisted-documents.ts';
import type { RateStore } from './access/rate-store.ts';
import { connect } from './cli/connect.ts';
import { ConfigError, collectErrors } from './config/config-error.ts';
import type { GatewaySettings } from './config/library.generated.ts';
import { readLibrarySettings } from './config/library-settings.ts';
import { toServeConfig } from './config/serve-config.ts';
import { createPipeline } from './gateway.ts';
import { DEFAULT_ENDPOINT } from './http/routing.ts';
import { createLog, type LogEntry, toJsonLine } from './observability/log.ts';

export type { StandardFetch } from '../datasources/http/standard-fetch.ts';
export type { Rate, RateStore } from './access/rate-store.ts';
export type { GatewaySettings } from './config/library.generated.ts';
export { ConfigError };

/** Settings have the names, defaults and meanings of the process's; one of `apiEndpoint`, `dataApiUrl` and `stargateRestUrl` is required. */
export interface GatewayConfig extends GatewaySettings {
  /** Path at which GraphQL is answered; default `/graphql`. */
  readonly endpoint?: string | undefined;
  /** Sends upstream calls; default node-fetch, which keeps connections alive. */
  readonly fetch?: StandardFetch | undefined;
  /** Counts what rates limit, for several processes together for example; default in the memory of this process. */
  readonly rateStore?: RateStore | undefined;
  /** Receives each log entry; default: JSON lines on standard error. */
  readonly log?: ((line: Readonly<Record<string, unknown>>) => void) | undefined;
}

export interface Gateway {
  /** Never rejects: every failure becomes an answer. */
  fetch(request: Request): Promise<Response>;
  /** The same behind `node:http`. */
  readonly listener: RequestListener;
  /** Closes the connections to upstream. Call it when no request is active. */
  close(): Promise<void>;
}

/** @throws ConfigError - with all problems of the settings: each names the setting, its value and the cure */
export function createGateway(options: GatewayConfig): Gateway {
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
  const isOpen = hostRule.allowedHosts.length === 0;
  const connectionOptions = { coalesceReads: config.coalesce, ...(fetch && { fetch: adaptFetch(fetch) }) };
  const { upstream, auth, close } = connect(choice, config.auth, connectionOptions);
  const log = createLog({ quiet: config.quiet, write });
  for (const warning of config.warnings) log.configWarning(warning);
  const gateway = createPipeline({
    ...config,
    endpoint,
    upstream,
    // The server around the gateway checks hosts, unless a list is given.
    hostRule: isOpen ? undefined : { ...hostRule, isLoopback: false },
    auth: isOpen && auth.ownToken === 'direct' ? { ...auth, ownToken: 'all' } : auth,
    persisted: openPersisted(config.documents),
    rateLimit: { ...config.rateLimit, rateStore },
    log,
    platformResponses: true,
  });
  return { fetch: gateway.fetch, listener: gateway.listener, close };
}

/** Characters with a meaning in a pattern of paths are refused. */
function checkEndpoint(endpoint: string): void {
  if (/^(\/[\w.~-]+)+$/.test(endpoint)) return;
  throw new ConfigError(`endpoint is ${JSON.stringify(endpoint)}, but it must be a path such as ${DEFAULT_ENDPOINT}.`);
}

function writeLine(entry: LogEntry): void {
  process.stderr.write(`${toJsonLine(entry, new Date())}\n`);
}
