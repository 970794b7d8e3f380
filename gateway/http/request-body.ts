/** Reads the body of a request up to a limit. Yoga's own limit uses streams that cost a third of the throughput. */

import { LIMIT_SETTINGS } from '../config/limit-settings.ts';
import { createRefusal } from '../shared/refusal.ts';
import { inflate, readCoding } from './content-coding.ts';

const bodies = new WeakMap<Request, Promise<string>>();

/**
 * Repeated calls return the same body.
 *
 * @param maxBodyBytes - limit of the sent and of the inflated bytes
 * @throws GraphQLError - REQUEST_ENTITY_TOO_LARGE with status 413, before more than the limit is in memory; see also `readCoding` and `inflate`
 */
export function readBody(request: Request, maxBodyBytes: number): Promise<string> {
  const known = bodies.get(request);
  if (known) return known;
  const body = readOnce(request, maxBodyBytes);
  bodies.set(request, body);
  return body;
}

async function readOnce(request: Request, maxBodyBytes: number): Promise<string> {
  const refuse = () => tooLong(maxBodyBytes);
  const coding = readCoding(request.headers);
  const maxSentBytes = coding ? maxBodyBytes + overheadOf(maxBodyBytes) : maxBodyBytes;
  const announced = request.headers.get('content-length');
  if (announced !== null && !(/^\d+$/.test(announced) && Number(announced) <= maxSentBytes)) throw refuse();
  // The HTTP server ends the body at its length. Without a stream a framework has already read and inflated it.
  if ((announced !== null && !coding) || !request.body) return request.text();
  const sent = upTo(chunksOf(request.body), maxSentBytes, refuse);
  const collect = (chunks: AsyncIterable<Uint8Array>) => toText(upTo(chunks, maxBodyBytes, refuse));
  return coding ? inflate(sent, coding, collect) : collect(sent);
}

/** Compression makes incompressible bytes a little longer. */
function overheadOf(bytes: number): number {
  return 1024 + bytes / 64;
}

/** Chunked bodies have no length in advance. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Leaving a `for await` loop would close the connection, and the client would not get its answer.
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    void dropRest(reader);
  }
}

/** What nobody reads would stand in the way of the next request of the same connection. */
async function dropRest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The client has left.
  }
}

async function* upTo(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  refuse: () => Error,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > maxBytes) throw refuse();
    yield chunk;
  }
}

async function toText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const kept: Uint8Array[] = [];
  for await (const chunk of chunks) kept.push(chunk);
  return Buffer.concat(kept).toString();
}

function tooLong(maxBodyBytes: number): Error {
  return createRefusal(
    `The body of the request is longer than the ${maxBodyBytes} bytes that are allowed (${LIMIT_SETTINGS.maxBodyBytes.env}).`,
    { code: 'REQUEST_ENTITY_TOO_LARGE', status: 413 },
  );
}
