/** Bodies of requests that come compressed. */
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { createRefusal } from '../shared/refusal.ts';

/** `deflate` is the format of zlib, as RFC 9110 says. */
const INFLATERS = { gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress, deflate: createInflate };
const ACCEPTED = 'gzip, br, deflate';

export type ContentCoding = keyof typeof INFLATERS;

/**
 * `undefined`: as it is.
 *
 * @throws GraphQLError - BAD_REQUEST with status 415 for what cannot be inflated, and for several codings one over another
 */
export function readCoding(headers: Headers): ContentCoding | undefined {
  const codings = (headers.get('content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim());
  const [coding = '', ...further] = codings.filter((name) => name !== '' && name !== 'identity');
  if (coding === '') return undefined;
  if (further.length === 0 && Object.hasOwn(INFLATERS, coding)) return coding as ContentCoding;
  const came = JSON.stringify(codings.join(', ').slice(0, 100));
  throw createRefusal(
    `The Content-Encoding ${came} is not understood: send the body as it is, or in one of ${ACCEPTED}.`,
    {
      code: 'BAD_REQUEST',
      status: 415,
      headers: { 'accept-encoding': ACCEPTED },
    },
  );
}

/**
 * Inflates while it is read, so that no more is ever held than `collect` keeps.
 *
 * @param collect - its errors are thrown on
 * @throws GraphQLError - BAD_REQUEST with status 400 for what is no whole stream of this coding
 */
export async function inflate<T>(
  chunks: AsyncIterable<Uint8Array>,
  coding: ContentCoding,
  collect: (inflated: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const inflater = INFLATERS[coding]();
  let sent = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      sent += chunk.byteLength;
      yield chunk;
    }
  }
  try {
    const result = await pipeline(counted, inflater, collect);
    // What follows the end of a stream is dropped silently.
    if (inflater.bytesWritten === sent) return result;
  } catch (error) {
    if (!isOfZlib(error)) throw error;
  }
  throw createRefusal(`The body of the request is not a whole stream of ${coding}: it is cut off or damaged.`, {
    code: 'BAD_REQUEST',
    status: 400,
  });
}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && /^(Z_|ERR__ERROR_)/.test(String(Reflect.get(error, 'code')));
}
