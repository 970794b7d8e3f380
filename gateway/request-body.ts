/** Reads the body of a request, up to a limit. Yoga has a limit too, whose streams cost a third of the throughput. */
import { createRefusal } from './refusal.ts';
import { LIMIT_SETTINGS } from './settings/limits.ts';

const bodies = new WeakMap<Request, Promise<string>>();

/**
 * The same however often it is asked for.
 *
 * @throws GraphQLError - REQUEST_ENTITY_TOO_LARGE with status 413, before more than the limit is kept
 */
export function readBody(request: Request, maxBodyBytes: number): Promise<string> {
  const known = bodies.get(request);
  if (known) return known;
  const body = readOnce(request, maxBodyBytes);
  bodies.set(request, body);
  return body;
}

async function readOnce(request: Request, maxBodyBytes: number): Promise<string> {
  const announced = request.headers.get('content-length');
  if (announced === null) return readUnannounced(request, maxBodyBytes);
  if (!/^\d+$/.test(announced) || Number(announced) > maxBodyBytes) throw tooLong(maxBodyBytes);
  // The HTTP server ends a body where its length says.
  return request.text();
}

/** Sent in chunks: how long it is shows only while it comes. */
async function readUnannounced({ body }: Request, maxBodyBytes: number): Promise<string> {
  // Not `for await`: leaving such a loop cuts the connection, and the client would not get its answer.
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBodyBytes) throw tooLong(maxBodyBytes);
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString();
}

function tooLong(maxBodyBytes: number): Error {
  return createRefusal(
    `The body of the request is longer than the ${maxBodyBytes} bytes that are allowed (${LIMIT_SETTINGS.maxBodyBytes.env}).`,
    { code: 'REQUEST_ENTITY_TOO_LARGE', status: 413 },
  );
}
