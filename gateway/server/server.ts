/** Listens on a port, and stops without losing a request. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { ConfigError } from '../config/config-error.ts';
import type { DrainConfig } from '../config/serve-config.ts';
import { CONNECT_REFUSAL, type ConnectionError, endWith, refuseConnection } from '../http/broken-connection.ts';
import type { Handler } from '../http/handler.ts';
import { createDrain } from './drain.ts';

export interface Address {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** What the operator chooses the port by; default `--port`. */
  readonly portLabel?: string;
}

export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  /** Accepts requests for `delayMs` more, then closes each connection after its active answer, and resolves after the last. */
  close(options: DrainConfig): Promise<void>;
}

/**
 * @param refuse - answers what Node cannot parse as a request; default Node's own answers
 * @throws ConfigError - when the address is unavailable
 */
export async function listen(
  listener: RequestListener,
  { host, port, portLabel = '--port' }: Address,
  refuse?: Handler['refuse'],
): Promise<Listening> {
  const server = createServer({ requireHostHeader: refuse === undefined }, listener);
  // The listener refuses it with a body.
  if (refuse) server.on('checkExpectation', listener);
  if (refuse) answerBroken(server, refuse);
  const drain = createDrain(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(toConfigError(error, { host, port, portLabel })));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${address.port}`,
    close: drain,
  };
}

function answerBroken(server: Server, refuse: Handler['refuse']): void {
  server.on('connect', (_, socket) => refuse(CONNECT_REFUSAL).then((response) => endWith(socket, response)));
  server.on('clientError', (error: ConnectionError, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else refuse(refuseConnection(error)).then((response) => endWith(socket, response));
  });
}

function toConfigError(error: NodeJS.ErrnoException, { host, port, portLabel }: Address): Error {
  if (error.code === 'EADDRINUSE') {
    return new ConfigError(
      `Port ${port} of ${host} is in use: stop what listens there, or choose another with ${portLabel}.`,
    );
  }
  if (error.code === 'EACCES') {
    return new ConfigError(
      `Port ${port} needs rights that this process lacks: choose one from 1024 up with ${portLabel}.`,
    );
  }
  return new ConfigError(`The address ${host} cannot be listened on (${error.code}): choose another with --host.`);
}
