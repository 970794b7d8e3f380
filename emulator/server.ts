/** Puts the emulator behind a port. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import type { Emulator } from './emulator.ts';
import { ConnectionCut } from './faults.ts';
import { MAX_BODY_BYTES } from './limits.ts';

export interface ListenOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any that is free. */
  readonly port?: number;
  /** How long requests under way may take when it is closed; default 2000. */
  readonly drainMs?: number;
}

export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  /** Takes no more requests, lets those under way finish for a while, then ends them. The emulator stays open. */
  close(): Promise<void>;
}

/** The emulator itself refuses what is too long, with the statuses of the real servers; this only bounds memory. */
const MAX_HEADER_BYTES = 128 * 1024;
/** Longer than clients keep idle connections, so that none is closed under a request on its way. */
const IDLE_MS = 65_000;
/** Methods that no `Request` can have. */
const UNFETCHABLE_METHODS = ['TRACE', 'TRACK', 'CONNECT'];

export async function listen(
  emulator: Pick<Emulator, 'fetch'>,
  { host = '127.0.0.1', port = 0, drainMs = 2000 }: ListenOptions = {},
): Promise<Listening> {
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: IDLE_MS }, (incoming, outgoing) => {
    serve(emulator, incoming, outgoing).catch((error: unknown) => fail(outgoing, error));
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
  emulator: Pick<Emulator, 'fetch'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const aborter = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) aborter.abort();
  });
  const { method = 'GET', url = '/' } = incoming;
  const origin = toOrigin(incoming);
  if (!URL.canParse(origin) || UNFETCHABLE_METHODS.includes(method)) {
    outgoing.writeHead(400, { connection: 'close' }).end();
    return;
  }
  const body = await readBody(incoming);
  if (!incoming.complete) outgoing.setHeader('connection', 'close');
  const hasBody = body.length > 0 && method !== 'GET' && method !== 'HEAD';
  const request = new Request(origin, {
    method,
    headers: toHeaders(incoming.headers),
    signal: aborter.signal,
    ...(hasBody && { body }),
  });
  await send(await emulator.fetch(request, { target: url }), method, outgoing);
}

/** Without a `Host` header (HTTP/1.0), the address that the client reached. */
function toOrigin({ headers, socket }: IncomingMessage): string {
  return `http://${headers.host ?? `${socket.localAddress}:${socket.localPort}`}`;
}

/** At most one chunk more than the emulator takes: enough for it to refuse, without reading on. */
function readBody(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) return;
      incoming.pause();
      resolve(Buffer.concat(chunks));
    });
    incoming.once('end', () => resolve(Buffer.concat(chunks)));
    incoming.once('error', reject);
  });
}

function toHeaders(headers: IncomingMessage['headers']): Headers {
  const HOP_BY_HOP = ['connection', 'transfer-encoding', 'expect', 'keep-alive', 'upgrade'];
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (HOP_BY_HOP.includes(name)) continue;
    for (const one of Array.isArray(value) ? value : [value ?? '']) result.append(name, one);
  }
  return result;
}

/** A body that breaks off is sent as far as it goes, under the length it was to have. */
async function send(response: Response, method: string, outgoing: ServerResponse): Promise<void> {
  const chunks: Uint8Array[] = [];
  let isCut = false;
  try {
    for await (const chunk of response.body ?? []) chunks.push(chunk as Uint8Array);
  } catch (error) {
    if (!(error instanceof ConnectionCut)) throw error;
    isCut = true;
  }
  const bytes = Buffer.concat(chunks);
  const headers = Object.fromEntries(response.headers);
  if (method !== 'HEAD' && response.status !== 204) headers['content-length'] ??= String(bytes.length);
  outgoing.writeHead(response.status, headers);
  if (isCut) outgoing.write(bytes, () => outgoing.destroy());
  else outgoing.end(bytes);
}

/** The connection ends without an answer: it was to be cut, the client is gone, or the emulator is at fault. */
function fail(outgoing: ServerResponse, error: unknown): void {
  const isExpected = error instanceof ConnectionCut || outgoing.destroyed || outgoing.headersSent;
  if (isExpected) outgoing.destroy();
  else outgoing.writeHead(500, { 'content-type': 'application/json' }).end('{"message":"Internal server error"}');
}

async function drain(server: Server, drainMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearTimeout(patience);
}
