/** Stops a server without losing a request: that of a client which has not noticed yet, or one on its way. */
import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setImmediate as afterInput, setTimeout as sleep } from 'node:timers/promises';

export interface DrainOptions {
  /** How long new requests are still taken, so that clients and balancers have time to notice. */
  readonly delayMs: number;
  /** How long requests under way may take after that; then they are cut. */
  readonly timeoutMs: number;
}

const SWEEP_MS = 50;
/** Browsers open connections in advance on which nothing ever comes. */
const SILENCE_MS = 1000;

/** Prepares a server for its end. What comes back ends it, and resolves when the last connection is gone. */
export function createDrain(server: Server): (options: DrainOptions) => Promise<void> {
  const underWay = new Set<ServerResponse>();
  let isDraining = false;
  server.prependListener('request', (_, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    // A connection that were kept would be closed later, perhaps with a request on its way.
    if (isDraining) response.shouldKeepAlive = false;
  });

  /** Ends connections on which nothing happens. */
  async function sweep(): Promise<void> {
    let silentSinceMs = performance.now();
    while (server.listening || (await countConnections(server)) > 0) {
      await sleep(SWEEP_MS);
      // By now Node has read all that had come in, so what is idle has nothing to say.
      await afterInput();
      server.closeIdleConnections();
      if (underWay.size > 0) silentSinceMs = performance.now();
      else if (performance.now() - silentSinceMs > SILENCE_MS) server.closeAllConnections();
    }
  }

  return async ({ delayMs, timeoutMs }) => {
    isDraining = true;
    for (const response of underWay) response.shouldKeepAlive = false;
    if (delayMs > 0) await sleep(delayMs);
    await afterInput();
    // The method of `http.Server` would end idle connections at once.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    const patience = setTimeout(() => server.closeAllConnections(), timeoutMs);
    await Promise.all([closed, sweep()]);
    clearTimeout(patience);
  };
}

function countConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}
