/** Serves the emulator over HTTP. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { maxBodyBytes } from '../core/http-limits.ts';
import { toTarget } from '../core/request-target.ts';
import type { HeaderFields, Reply } from '../core/service.ts';
import type { Dispatcher } from './dispatcher.ts';
import { ConnectionCut } from './fault-injection.ts';
import { BAD_HOST, checkRequestHead, toOrigin } from './host-check.ts';
import type { HostRule } from './host-rule.ts';

export interface ListenOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** See `HostRule`; default empty. */
  readonly allowedHosts?: readonly string[];
  /** How long requests in flight may take after `close`; default 2000. */
  readonly drainMs?: number;
}

export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  /** Accepts no more requests, waits `drainMs` for those in flight, then closes their connections. The emulator stays open. */
  close(): Promise<void>;
}

/** Only bounds memory: the emulator rejects long headers with the statuses of the real servers. */
const MAX_HEADER_BYTES = 128 * 1024;
/** Longer than clients keep idle connections, so that the server never closes one while a request arrives. */
const IDLE_MS = 65_000;
/** Headers of the connection, not of the request. */
const HOP_BY_HOP = new Set(['connection', 'transfer-encoding', 'expect', 'keep-alive', 'upgrade']);
const EMPTY = Buffer.alloc(0);

export async function listen(
  emulator: Dispatcher,
  { host = '127.0.0.1', port = 0, allowedHosts = [], drainMs = 2000 }: ListenOptions = {},
): Promise<Listening> {
  const rule: HostRule = { allowedHosts, listensOn: host };
  const options = { maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: IDLE_MS, requireHostHeader: false };
  const server = createServer(options, (incoming, outgoing) => {
    serve(emulator, rule, incoming, outgoing).catch((error: unknown) => fail(outgoing, error));
  });
  server.on('connect', (_, socket) => {
    socket.on('error', () => {});
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${address.port}`,
    close: () => drain(server, drainMs),
  };
}

async function serve(
  emulator: Dispatcher,
  rule: HostRule,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { method = 'GET', url: target = '/' } = incoming;
  const origin = toOrigin(incoming);
  const refusal = checkRequestHead(incoming, rule, origin);
  if (refusal || origin === undefined) return send(refusal ?? BAD_HOST, method, outgoing);
  const sent = await readBody(incoming, maxBodyBytes(toTarget(target).api));
  if (!incoming.complete) outgoing.setHeader('connection', 'close');
  const body = method === 'GET' || method === 'HEAD' ? EMPTY : sent;
  const headers = toFields(incoming.headers);
  send(
    await emulator.dispatch({ method, target, headers, origin, body, signal: () => disconnectSignal(outgoing) }),
    method,
    outgoing,
  );
}

function disconnectSignal(outgoing: ServerResponse): AbortSignal {
  const aborter = new AbortController();
  if (outgoing.destroyed) aborter.abort();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) aborter.abort();
  });
  return aborter.signal;
}

/** Reads at most one chunk more than the body limit: enough to reject the body without reading the rest. */
function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= maxBytes) return;
      incoming.pause();
      resolve(Buffer.concat(chunks));
    });
    incoming.once('end', () => resolve(Buffer.concat(chunks)));
    incoming.once('error', reject);
  });
}

function toFields(headers: IncomingMessage['headers']): HeaderFields {
  const textOf = (value: string | string[]) => (Array.isArray(value) ? value.join(', ') : value);
  return {
    get(name) {
      const value = headers[name.toLowerCase()];
      return value === undefined ? null : textOf(value);
    },
    *[Symbol.iterator]() {
      for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined && !HOP_BY_HOP.has(name)) yield [name, textOf(value)];
      }
    },
  };
}

/** A truncated body is sent up to the cut, with the content length of the whole body. */
function send({ status, headers, body, bytes, cutAfterBytes }: Reply, method: string, outgoing: ServerResponse): void {
  const content = bytes ?? body ?? '';
  const length = { 'content-length': String(Buffer.byteLength(content)) };
  outgoing.writeHead(status, method === 'HEAD' || status === 204 ? headers : { ...length, ...headers });
  if (cutAfterBytes === undefined) outgoing.end(content);
  else outgoing.write((bytes ?? Buffer.from(body ?? '')).subarray(0, cutAfterBytes), () => outgoing.destroy());
}

/** Closes the connection without an answer after an injected cut or a disconnect; 500 for a failure of the emulator. */
function fail(outgoing: ServerResponse, error: unknown): void {
  const isExpected = error instanceof ConnectionCut || outgoing.destroyed || outgoing.headersSent;
  if (isExpected) outgoing.destroy();
  else outgoing.writeHead(500, { 'content-type': 'application/json' }).end('{"message":"Internal server error"}');
}

async function drain(server: Server, drainMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timeout = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearTimeout(timeout);
}
