/** Puts a request listener behind a port, and takes it away again without losing a request. */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from './config-error.ts';

export interface Address {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
}

export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  /** Ends each connection with the answer under way, takes no more requests after a while, and waits for the last. */
  close(options: DrainOptions): Promise<void>;
}

export interface DrainOptions {
  /** How long new requests are still taken, so that clients and balancers have time to notice. */
  readonly delayMs: number;
  /** How long requests under way may take after that; then they are cut. */
  readonly timeoutMs: number;
}

/** @throws ConfigError - when the address cannot be had */
export async function listen(listener: RequestListener, { host, port }: Address): Promise<Listening> {
  const underWay = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    listener(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(toConfigError(error, { host, port })));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${address.port}`,
    close: (options) => drain(server, underWay, options),
  };
}

function toConfigError(error: NodeJS.ErrnoException, { host, port }: Address): Error {
  if (error.code === 'EADDRINUSE') {
    return new ConfigError(
      `Port ${port} of ${host} is in use: stop what listens there, or choose another with --port.`,
    );
  }
  if (error.code === 'EACCES') {
    return new ConfigError(`Port ${port} needs rights that this process lacks: choose one from 1024 up with --port.`);
  }
  return new ConfigError(`The address ${host} cannot be listened on (${error.code}): choose another with --host.`);
}

const SWEEP_MS = 50;

async function drain(server: Server, underWay: ReadonlySet<ServerResponse>, options: DrainOptions): Promise<void> {
  const { delayMs, timeoutMs } = options;
  // A connection that were kept would be closed later, perhaps with a request on its way.
  const endConnection = (response: ServerResponse) => {
    response.shouldKeepAlive = false;
  };
  server.prependListener('request', (_, response) => endConnection(response));
  for (const response of underWay) endConnection(response);
  if (delayMs > 0) await sleep(delayMs);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Browsers open connections in advance on which nothing ever comes.
  const sweep = setInterval(() => underWay.size === 0 && server.closeAllConnections(), SWEEP_MS);
  const patience = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(patience);
}
