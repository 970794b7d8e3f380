/** Stops a server without losing a request, even one that is sent while it stops. */
import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setImmediate as afterInput, setTimeout as sleep } from 'node:timers/promises';
import type { DrainConfig } from '../config/serve-config.ts';

const SWEEP_MS = 50;
/** Browsers open connections in advance and may never use them. */
const SILENCE_MS = 1000;

/** Tracks the server's active requests. The returned function stops it, and resolves when the last connection is closed. */
export function createDrain(server: Server): (options: DrainConfig) => Promise<void> {
  const active = new Set<ServerResponse>();
  let isDraining = false;
  server.prependListener('request', (_, response) => {
    active.add(response);
    response.once('close', () => active.delete(response));
    // A kept connection would be closed later, perhaps while a request is being sent.
    if (isDraining) response.shouldKeepAlive = false;
  });

  /** Closes idle connections. */
  async function sweep(): Promise<void> {
    let silentSinceMs = performance.now();
    while (server.listening || (await countConnections(server)) > 0) {
      await sleep(SWEEP_MS);
      // Node has now read all received bytes, so idle connections have no request.
      await afterInput();
      server.closeIdleConnections();
      if (active.size > 0) silentSinceMs = performance.now();
      else if (performance.now() - silentSinceMs > SILENCE_MS) server.closeAllConnections();
    }
  }

  return async ({ delayMs, timeoutMs }) => {
    isDraining = true;
    for (const response of active) response.shouldKeepAlive = false;
    if (delayMs > 0) await sleep(delayMs);
    await afterInput();
    // `close` of `http.Server` would close idle connections at once.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    const timeout = setTimeout(() => server.closeAllConnections(), timeoutMs);
    await Promise.all([closed, sweep()]);
    clearTimeout(timeout);
  };
}

function countConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}
