/** The package as a library: a gateway without a process of its own. Reads no environment and starts no emulator. */
import type { RequestListener } from 'node:http';
import { adaptFetch } from '../datasources/http/adapt-fetch.ts';
import type { StandardFetch } from '../datasources/http/standard-fetch.ts';
import type { RateStore } from './access/rate-store.ts';
import { connect } from './cli/connect.ts';
import { toServeConfig } from './config/config.ts';
import { ConfigError } from './config/config-error.ts';
import type { GatewaySettings } from './config/library.generated.ts';
import { readSettings } from './config/library.ts';
import { openPersisted } from './config/safety-config.ts';
import { createGateway as createPipeline, ENDPOINT } from './gateway.ts';
import { createLog, type LogLine } from './observability/log.ts';
import { toJsonLine } from './observability/log-format.ts';

export type { StandardFetch } from '../datasources/http/standard-fetch.ts';
export type { Rate, RateStore } from './access/rate-store.ts';
export type { GatewaySettings } from './config/library.generated.ts';
export { ConfigError };

/** Settings have the names, defaults and meanings of the process's; one of `apiEndpoint` and `stargateRestUrl` is needed. */
export interface GatewayConfig extends GatewaySettings {
  /** Path at which GraphQL is answered; default `/graphql`. */
  readonly endpoint?: string | undefined;
  /** Sends upstream calls; default node-fetch, which keeps connections open between them. */
  readonly fetch?: StandardFetch | undefined;
  /** Counts what rates limit, for several processes together say; default in the memory of this one. */
  readonly rateStore?: RateStore | undefined;
  /** Takes each line of the log; default: JSON lines on standard error. */
  readonly log?: ((line: Readonly<Record<string, unknown>>) => void) | undefined;
}

export interface Gateway {
  /** Never rejects: whatever happens becomes an answer. */
  fetch(request: Request): Promise<Response>;
  /** The same behind `node:http`. */
  readonly listener: RequestListener;
  /** Lets go of the connections to upstream, once no request is under way. */
  close(): Promise<void>;
}

/** @throws ConfigError - when a setting is wrong or one is missing; its message says which, and the cure */
export function createGateway({ endpoint = ENDPOINT, fetch, rateStore, log, ...settings }: GatewayConfig): Gateway {
  const {
    upstream: choice,
    auth: policy,
    documents,
    rateLimit,
    hostRule,
    ...config
  } = toServeConfig(readSettings(settings));
  if (choice.kind === 'embedded') {
    throw new ConfigError(
      'No upstream is given: set apiEndpoint for Astra, or stargateRestUrl and its like for Stargate.',
    );
  }
  checkEndpoint(endpoint);
  const options = { coalesceReads: config.coalesce, ...(fetch && { fetch: adaptFetch(fetch) }) };
  const { upstream, auth, close } = connect(choice, policy, options);
  const isOpen = hostRule.allowedHosts.length === 0;
  const gateway = createPipeline({
    ...config,
    upstream,
    // Which names lead to it is known to the server around it, unless it is told.
    hostRule: isOpen ? undefined : { ...hostRule, isLoopback: false },
    auth: isOpen && auth.ownToken === 'direct' ? { ...auth, ownToken: 'all' } : auth,
    endpoint,
    persisted: openPersisted(documents),
    rateLimit: { ...rateLimit, ...(rateStore && { rateStore }) },
    log: createLog({ quiet: config.quiet, write: log ?? writeLine }),
    platformResponses: true,
  });
  return { fetch: gateway.fetch, listener: gateway.listener, close };
}

/** Letters that mean something in a pattern of paths are refused. */
function checkEndpoint(endpoint: string): void {
  if (/^(\/[\w.~-]+)+$/.test(endpoint)) return;
  throw new ConfigError(`endpoint is ${JSON.stringify(endpoint)}, but it must be a path such as ${ENDPOINT}.`);
}

function writeLine(line: LogLine): void {
  process.stderr.write(`${toJsonLine(line, new Date())}\n`);
}
