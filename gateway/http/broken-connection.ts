/** Answers to connections whose bytes Node cannot parse as a request; Node's own answers have no body. */
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GraphQLError } from 'graphql';
import { createRefusal } from '../shared/refusal.ts';

/** What Node's parser or timer reports. */
export interface ConnectionError extends Error {
  readonly code?: string;
  /** The packet in which the parser failed. */
  readonly rawPacket?: Buffer;
}

/** Node's limit for the request line and the headers together. */
const MAX_HEADER_BYTES = 16_384;

export function refuseConnection({ code, rawPacket }: ConnectionError): GraphQLError {
  const refuse = (status: number, message: string) => createRefusal(message, { code: 'BAD_REQUEST', status });
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return refuse(408, 'The request was not complete in time: send it again.');
  if (code !== 'HPE_HEADER_OVERFLOW')
    return refuse(400, 'The bytes are no HTTP/1.1 request: send a request line, headers and a body.');
  const isLine = rawPacket !== undefined && !rawPacket.subarray(0, MAX_HEADER_BYTES).includes('\n');
  const limit = `${MAX_HEADER_BYTES} bytes that are allowed`;
  return isLine
    ? refuse(414, `The request line is longer than the ${limit}: send the query by POST.`)
    : refuse(431, `Request line and headers are longer than the ${limit}: send fewer or shorter ones.`);
}

export const CONNECT_REFUSAL = createRefusal(
  'The gateway is no proxy: send a query or mutation by POST instead of CONNECT.',
  {
    code: 'BAD_REQUEST',
    status: 405,
    headers: { allow: 'GET, POST' },
  },
);

/** Writes an answer to the socket, because Node has no response object for such a connection, and closes it. */
export async function endWith(socket: Duplex, response: Response): Promise<void> {
  // No other listener handles errors of this socket, and a disconnected client must not end the process.
  socket.on('error', () => socket.destroy());
  const body = await response.text();
  const own = { connection: 'close', date: new Date().toUTCString() };
  const headers = Object.entries({ ...Object.fromEntries(response.headers), ...own });
  const head = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}`,
    ...headers.map((field) => field.join(': ')),
  ];
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
