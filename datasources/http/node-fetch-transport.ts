/** node-fetch as transport, with connections that are kept. The only file that knows node-fetch. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import nodeFetch, { type RequestInit } from 'node-fetch';
import { refuseUpgrades } from './refuse-upgrades.ts';
import { type Transport, type TransportOptions, toAbortSignal } from './transport.ts';

export function openNodeFetchTransport({ maxSocketsPerHost = 64 }: TransportOptions = {}): Transport {
  // Without an agent node-fetch closes the connection after each call.
  const agents = {
    http: refuseUpgrades(new HttpAgent({ keepAlive: true, maxSockets: maxSocketsPerHost })),
    https: refuseUpgrades(new HttpsAgent({ keepAlive: true, maxSockets: maxSocketsPerHost })),
  };
  const agent: RequestInit['agent'] = ({ protocol }) => (protocol === 'https:' ? agents.https : agents.http);
  return {
    fetch: (url, init) => nodeFetch(url, { ...init, signal: toAbortSignal(init.signal), agent }),
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}
