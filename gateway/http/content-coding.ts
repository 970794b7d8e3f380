/** Decompresses request bodies. */
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { createRefusal } from '../shared/refusal.ts';

/** `deflate` is the format of zlib, as RFC 9110 says. */
const INFLATERS = { gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress, deflate: createInflate };
const ACCEPTED = 'gzip, br, deflate';

export type ContentCoding = keyof typeof INFLATERS;

/**
 * `undefined`: not compressed.
 *
 * @throws GraphQLError - BAD_REQUEST with status 415 for unknown codings, and for several codings at once
 */
export function readCoding(headers: Headers): ContentCoding | undefined {
  const codings = (headers.get('content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim());
  const [coding = '', ...further] = codings.filter((name) => name !== '' && name !== 'identity');
  if (coding === '') return undefined;
  if (further.length === 0 && Object.hasOwn(INFLATERS, coding)) return coding as ContentCoding;
  const given = JSON.stringify(codings.join(', ').slice(0, 100));
  throw createRefusal(
    `The Content-Encoding ${given} is not supported: send the body uncompressed, or in one of ${ACCEPTED}.`,
    {
      code: 'BAD_REQUEST',
      status: 415,
      headers: { 'accept-encoding': ACCEPTED },
    },
  );
}

/**
 * Inflates the body while it is read, so that memory holds no more than `collect` keeps.
 *
 * @param collect - its errors are rethrown
 * @throws GraphQLError - BAD_REQUEST with status 400 for an incomplete or damaged stream
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
    // zlib ignores bytes after the end of a stream silently.
    if (inflater.bytesWritten === sent) return result;
  } catch (error) {
    if (!isOfZlib(error)) throw error;
  }
  throw createRefusal(
    `The body of the request is not a complete ${coding} stream: it is cut off or damaged. Send it again.`,
    {
      code: 'BAD_REQUEST',
      status: 400,
    },
  );
}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && /^(Z_|ERR__ERROR_)/.test(String(Reflect.get(error, 'code')));
}
