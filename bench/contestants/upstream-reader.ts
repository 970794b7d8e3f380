import { Agent } from 'node:http';
import fetch from 'node-fetch';

/** Reads JSON with the HTTP client that the gateway has, set up as the gateway sets it up. */
export function createUpstreamReader(baseUrl: string): (path: string) => Promise<unknown> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return async (path) => {
    const response = await fetch(`${baseUrl}${path}`, { agent, headers: { accept: 'application/json' } });
    return response.json();
  };
}
