/** Reads the body of a request, up to a limit. Yoga has a limit too, whose streams cost a third of the throughput. */

import { LIMIT_SETTINGS } from '../config/limit-settings.ts';
import { createRefusal } from '../shared/refusal.ts';
import { inflate, readCoding } from './content-coding.ts';

const bodies = new WeakMap<Request, Promise<string>>();

/**
 * The same however often it is asked for.
 *
 * @param maxBodyBytes - of what is sent, or of what that is inflated to
 * @throws GraphQLError - REQUEST_ENTITY_TOO_LARGE with status 413, before more than the limit is kept; see also `readCoding` and `inflate`
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
  // The HTTP server ends a body where its length says. Without a body a framework has read it already, and has inflated it.
  if ((announced !== null && !coding) || !request.body) return request.text();
  const sent = upTo(chunksOf(request.body), maxSentBytes, refuse);
  const collect = (chunks: AsyncIterable<Uint8Array>) => toText(upTo(chunks, maxBodyBytes, refuse));
  return coding ? inflate(sent, coding, collect) : collect(sent);
}

/** What cannot be compressed becomes a little longer by it. */
function overheadOf(bytes: number): number {
  return 1024 + bytes / 64;
}

/** Sent in chunks: how long it is shows only while it comes. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Not `for await`: leaving such a loop cuts the connection, and the client would not get its answer.
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
