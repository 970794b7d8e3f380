/** The package as a library where there is no Node: calls are sent by the platform's `fetch`. */
import { adaptFetch } from '../datasources/http/adapt-fetch.ts';
import { transportOf } from '../datasources/http/transport.ts';
import type { Gateway, GatewayConfig } from './library.ts';
import { openGateway } from './open-gateway.ts';

export * from './library.ts';

/** @throws ConfigError - with all problems of the settings: each names the setting, its value and the cure */
export function createGateway(config: GatewayConfig): Gateway {
  return openGateway(config, { openTransport: () => transportOf(adaptFetch(globalThis.fetch)) });
}
