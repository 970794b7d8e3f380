/** What the package offers as a library, on any platform. */
import type { RequestListener } from 'node:http';
import type { StandardFetch } from '../datasources/http/standard-fetch.ts';
import type { RateStore } from './access/rate-store.ts';
import type { GatewaySettings } from './config/library.generated.ts';

export type { StandardFetch } from '../datasources/http/standard-fetch.ts';
export type { Rate, RateStore } from './access/rate-store.ts';
export { ConfigError } from './config/config-error.ts';
export type { GatewaySettings } from './config/library.generated.ts';

/** Settings have the names, defaults and meanings of the process's; one of `apiEndpoint`, `dataApiUrl` and `stargateRestUrl` is required. */
export interface GatewayConfig extends GatewaySettings {
  /** Path at which GraphQL is answered; default `/graphql`. */
  readonly endpoint?: string | undefined;
  /** Sends upstream calls; default on Node its own client, which keeps connections, and elsewhere the platform's. */
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
