/** Adapts a standard `fetch` to what the HTTP client needs. */
import type { StandardAnswer, StandardFetch } from './standard-fetch.ts';
import { type Fetch, toAbortSignal } from './transport.ts';

/** The code of Node's `fetch` for a connection that was reset. */
const RESET = 'UND_ERR_SOCKET';

/** Follows no redirect, reads at most `size` bytes, and fails with the `code` and `type` of node-fetch. */
export function adaptFetch(fetch: StandardFetch): Fetch {
  return async (url, { method = 'GET', headers, body, signal, size = 0 }) => {
    const init = {
      method,
      headers,
      redirect: 'manual',
      cache: 'no-store',
      signal: toAbortSignal(signal),
      ...(body && { body }),
    } as const;
    const answer = await named(fetch(url, init));
    // A browser hides the status of a redirect that is not followed, and says 0.
    if (answer.status === 0 || (answer.status >= 300 && answer.status < 400 && answer.headers.get('location'))) {
      throw Object.assign(new Error('A redirect was answered.'), { type: 'no-redirect' });
    }
    const { status, headers: fields } = answer;
    return { status, headers: fields, arrayBuffer: () => named(readBytes(answer, size)) };
  };
}

async function readBytes({ body }: StandardAnswer, size: number): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (size > 0 && bytes > size) throw Object.assign(new Error('The answer is too long.'), { type: 'max-size' });
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks)).buffer;
}

/** Node's `fetch` hides the code of a failure in its cause. */
async function named<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : undefined;
    const code: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'code') : undefined;
    throw typeof code === 'string'
      ? Object.assign(new Error('The call failed.'), { code: code === RESET ? 'ECONNRESET' : code })
      : error;
  }
}
