/** The package as a library, on Node. */
import { openNodeTransport } from '../datasources/http/node-transport.ts';
import type { Gateway, GatewayConfig } from './library.ts';
import { createProcessMetrics } from './observability/process-metrics.ts';
import { openGateway } from './open-gateway.ts';

export * from './library.ts';

/** @throws ConfigError - with all problems of the settings: each names the setting, its value and the cure */
export function createGateway(config: GatewayConfig): Gateway {
  return openGateway(config, { openTransport: openNodeTransport, createProcessMetrics });
}
