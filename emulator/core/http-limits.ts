/** Requests that the HTTP server of a database's APIs rejects before the APIs see them, with an empty body. */

import type { Api } from './request-target.ts';
import { empty, type HeaderFields, type Reply } from './service.ts';

/** Method, target after the base path, version and the blanks between them; a longer request line is 414. */
const MAX_REQUEST_LINE_BYTES = 4096;
/** All header lines together; more bytes are 431. */
export const MAX_HEADER_BYTES = 20 * 1024;
const MAX_BODY_BYTES = 10_485_760;
const MAX_DATA_BODY_BYTES = 20 * 1024 * 1024;

const PATH = /^(?:[\w\-.!~'()*:@&=+$,;/\x80-\uffff]|%[0-9a-f]{2})*$/i;
const QUERY = /^(?:[\w\-.!~'()*:@&=+$,;/?[\]\x80-\uffff]|%[0-9a-f]{2})*$/i;

/** The answer to a request line that is too long, or whose target is not a URI (RFC 2396, with brackets in the query). */
export function checkRequestLine(method: string, path: string, search: string): Reply | undefined {
  const target = search === '' ? path : `${path}?${search}`;
  if (Buffer.byteLength(`${method} ${target} HTTP/1.1`) > MAX_REQUEST_LINE_BYTES) return empty(414);
  return PATH.test(path) && QUERY.test(search) ? undefined : empty(400);
}

/** How long a body may be; a longer one is 413. */
export function maxBodyBytes(api: Api): number {
  return api === 'data' ? MAX_DATA_BODY_BYTES : MAX_BODY_BYTES;
}

export function checkHeaders(headers: HeaderFields): Reply | undefined {
  const SEPARATORS_BYTES = ': \r\n'.length;
  let total = 0;
  for (const [name, value] of headers) total += name.length + value.length + SEPARATORS_BYTES;
  return total > MAX_HEADER_BYTES ? empty(431) : undefined;
}
