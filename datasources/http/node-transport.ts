/**
 * The transport of Node: connections that are kept, an answer in one buffer, and headers read as they came. It sends the same calls
 * and gives the same answers and failures as node-fetch, at less than half of its time.
 */
import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { urlToHttpOptions } from 'node:url';
import { createBoundedCache } from '../shared/bounded-cache.ts';
import { decompress } from './decompress.ts';
import { openNodeFetchTransport } from './node-fetch-transport.ts';
import { UPGRADED } from './refuse-upgrades.ts';
import type { FetchAnswer, FetchInit, Transport, TransportOptions } from './transport.ts';

const MAX_ORIGINS = 1000;
/** Before the path, after the scheme. */
const SCHEME_LENGTH = 'https://'.length;
const REDIRECTS: ReadonlySet<number | undefined> = new Set([301, 302, 303, 307, 308]);
/** Their answers have no body, whatever their headers say. */
const BODILESS: ReadonlySet<number> = new Set([204, 304]);

/** What all calls to one origin have in common. */
type Origin = Pick<RequestOptions, 'protocol' | 'hostname' | 'port' | 'auth'>;
type Send = (url: string, init: FetchInit) => ClientRequest;

export function openNodeTransport({ maxSocketsPerHost = 64, client = 'node' }: TransportOptions = {}): Transport {
  if (client === 'node-fetch') return openNodeFetchTransport({ maxSocketsPerHost });
  const options = { keepAlive: true, maxSockets: maxSocketsPerHost };
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };
  /** Parsed once: calls differ in their paths. */
  const origins = createBoundedCache<Origin>({ maxEntries: MAX_ORIGINS });

  function originOf(text: string): Origin {
    const known = origins.get(text);
    if (known) return known;
    const { protocol, hostname, port, auth } = urlToHttpOptions(new URL(text));
    const origin = { protocol, hostname, port, auth };
    origins.set(text, origin);
    return origin;
  }

  const send: Send = (url, { method = 'GET', headers, body }) => {
    const end = url.indexOf('/', SCHEME_LENGTH);
    const origin = originOf(url.slice(0, end));
    const isSecure = origin.protocol === 'https:';
    const outgoing = (isSecure ? requestHttps : requestHttp)({
      path: url.slice(end),
      method,
      headers: {
        Accept: '*/*',
        'Accept-Encoding': 'gzip, deflate, br',
        ...headers,
        ...(body !== undefined && { 'Content-Length': Buffer.byteLength(body) }),
      },
      agent: isSecure ? agents.https : agents.http,
      ...origin,
    });
    outgoing.end(body);
    return outgoing;
  };

  return {
    fetch: (url, init) => exchange(send, url, init),
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

function exchange(send: Send, url: string, init: FetchInit): Promise<FetchAnswer> {
  const { signal, redirect, size = 0 } = init;
  return new Promise((resolve, reject) => {
    if (signal.aborted) throw aborted();
    const outgoing = send(url, init);
    const abort = () => outgoing.destroy(aborted());
    const release = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    outgoing.once('close', release);
    outgoing.on('error', reject);
    // The socket no longer belongs to the request, which is not notified of its end.
    outgoing.once('upgrade', (_answer, socket) => {
      release();
      socket.destroy();
      reject(failure('code', UPGRADED));
    });
    outgoing.once('response', (incoming) => {
      if (redirect === 'error' && REDIRECTS.has(incoming.statusCode)) {
        outgoing.destroy(failure('type', 'no-redirect'));
        return;
      }
      // Bytes behind a body spoil it: its length was wrong.
      outgoing.on('error', (error) => incoming.destroy(error));
      resolve(toAnswer(incoming, size));
    });
  });
}

function toAnswer(incoming: IncomingMessage, size: number): FetchAnswer {
  const headers = { get: (name: string) => readHeader(incoming, name) };
  const status = incoming.statusCode ?? 0;
  const coding = BODILESS.has(status) ? null : headers.get('content-encoding');
  const bytes = coding === null ? collect(incoming, size) : collectDecompressed(incoming, coding, size);
  // Nobody may ask for it.
  bytes.catch(() => {});
  return { status, headers, arrayBuffer: () => bytes };
}

async function collectDecompressed(incoming: IncomingMessage, coding: string, size: number): Promise<ArrayBuffer> {
  return collect(await decompress(incoming, coding), size);
}

/** Values of a repeated header stand in one text, as in `fetch`. */
function readHeader({ rawHeaders }: IncomingMessage, name: string): string | null {
  let found: string | null = null;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const field = rawHeaders[index] ?? '';
    if (field.length !== name.length || field.toLowerCase() !== name) continue;
    const value = rawHeaders[index + 1] ?? '';
    found = found === null ? value : `${found}, ${value}`;
  }
  return found;
}

/** @param size - most bytes; 0 for any number */
function collect(body: Readable, size: number): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    body.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (size > 0 && bytes > size) body.destroy(failure('type', 'max-size'));
      else chunks.push(chunk);
    });
    body.once('error', reject);
    body.once('end', () => resolve(join(chunks, bytes)));
  });
}

function join(chunks: readonly Buffer[], bytes: number): ArrayBuffer {
  const joined = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined.buffer;
}

function aborted(): Error {
  return new Error('The call was aborted.');
}

function failure(member: 'code' | 'type', value: string): Error {
  return Object.assign(new Error('The call failed.'), { [member]: value });
}
