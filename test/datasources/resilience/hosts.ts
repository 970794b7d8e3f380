/** Hosts that fail, and a client that bears it. */
import { createHttpClient } from '../../../datasources/http/client.ts';
import type { HttpCall } from '../../../datasources/http/http-call.ts';
import { openNodeTransport } from '../../../datasources/http/node-transport.ts';
import { RESILIENCE_DEFAULTS, type ResilienceOptions } from '../../../datasources/resilience/options.ts';
import { withResilience } from '../../../datasources/resilience/resilience.ts';
import type { BreakerChange } from '../../../datasources/source/source.ts';
import { STARGATE_ERRORS } from '../../../datasources/stargate/shared/error-reader.ts';
import { useServers } from '../../support/faulty-server.ts';
import { ANY_JSON } from '../../support/scripted-server.ts';

const TIMEOUT_MS = 300;

/** Serves these statuses, one after the other, and then the last for ever; 0 cuts the connection. */
type ServeStatuses = (...statuses: number[]) => Promise<{ readonly url: string; readonly received: () => number }>;

/** Servers that are closed after each test: such as a test makes them, and such as give statuses. */
export function useHosts() {
  const serve = useServers();
  const serveStatuses: ServeStatuses = async (...statuses) => {
    let received = 0;
    const url = await serve((request, response) => {
      const status = statuses[Math.min(received, statuses.length - 1)] ?? 200;
      received += 1;
      if (status === 0) request.socket.destroy();
      else response.writeHead(status).end(JSON.stringify(status === 200 ? {} : { description: 'no', code: status }));
    });
    return { url, received: () => received };
  };
  return { serve, serveStatuses };
}

export function createClient(
  options: Partial<ResilienceOptions> = {},
  timeoutMs = TIMEOUT_MS,
  onBreaker?: (change: BreakerChange) => void,
) {
  const wire = createHttpClient({ timeoutMs, transport: openNodeTransport() });
  return withResilience(wire, timeoutMs, { ...RESILIENCE_DEFAULTS, ...options }, onBreaker);
}

export const read = (baseUrl: string): HttpCall => ({
  api: 'rest',
  method: 'GET',
  baseUrl,
  route: '/x',
  effect: 'read',
  errors: STARGATE_ERRORS,
  expect: ANY_JSON,
});

export const write = (baseUrl: string): HttpCall => ({
  ...read(baseUrl),
  method: 'PATCH',
  body: '{}',
  effect: 'write',
});
