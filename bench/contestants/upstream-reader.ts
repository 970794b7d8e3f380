import { openNodeTransport } from '../../datasources/http/node-transport.ts';

/** Reads JSON with the HTTP client that the gateway has, set up as the gateway sets it up. */
export function createUpstreamReader(baseUrl: string): (path: string) => Promise<unknown> {
  const { fetch } = openNodeTransport({ maxSocketsPerHost: 64 });
  const init = {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: new AbortController().signal,
  } as const;
  return async (path) => {
    const response = await fetch(`${baseUrl}${path}`, init);
    return JSON.parse(Buffer.from(await response.arrayBuffer()).toString());
  };
}
