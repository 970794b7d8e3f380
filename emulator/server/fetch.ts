/** The emulator as a function from `Request` to `Response`. */

import type { Reply } from '../core/service.ts';
import type { Dispatch } from './dispatcher.ts';
import { ConnectionCut } from './fault-injection.ts';

export interface FetchDetails {
  /** The raw target of the request line: a `Request` has only a normalized URL. */
  readonly target?: string;
}

/** Rejects with `ConnectionCut` when a server would close the connection. */
export type Fetch = (request: Request, details?: FetchDetails) => Promise<Response>;

export function createFetch(dispatch: Dispatch): Fetch {
  return async (request, { target } = {}) => {
    const { origin, pathname, search } = new URL(request.url);
    const reply = await dispatch({
      method: request.method,
      target: target ?? pathname + search,
      headers: request.headers,
      origin,
      body: request.body ? Buffer.from(await request.arrayBuffer()) : Buffer.alloc(0),
      signal: () => request.signal,
    });
    return toResponse(reply);
  };
}

function toResponse({ status, headers, body, bytes, cutAfterBytes }: Reply): Response {
  if (cutAfterBytes === undefined) return new Response(bytes ?? body, { status, headers });
  const whole = bytes ?? Buffer.from(body ?? '');
  const length = { 'content-length': String(whole.length) };
  return new Response(cutShort(whole, cutAfterBytes), { status, headers: { ...headers, ...length } });
}

function cutShort(bytes: Uint8Array, afterBytes: number): ReadableStream<Uint8Array> {
  let isSent = afterBytes === 0;
  return new ReadableStream({
    // An error discards unread chunks, so it waits for the second pull.
    pull(controller) {
      if (isSent) controller.error(new ConnectionCut('The connection was cut within the body'));
      else controller.enqueue(bytes.subarray(0, afterBytes));
      isSent = true;
    },
  });
}
