/** Answers that refuse a request before it is one of GraphQL; their body is of GraphQL all the same. */
import { STATUS_CODES } from 'node:http';
import type { GraphQLError } from 'graphql';
import { exchangeOf } from '../shared/request-state.ts';

const GRAPHQL_TYPE = 'application/graphql-response+json';

/** For where Yoga makes no answer of what is thrown, or would refuse to because of what the client accepts. */
export function toRefusalResponse(request: Request, { message, extensions }: GraphQLError): Response {
  const { code, http } = extensions;
  const { status = 400, headers = {} } = (http ?? {}) as {
    status?: number;
    headers?: Readonly<Record<string, string>>;
  };
  const exchange = exchangeOf(request);
  exchange.errorCodes = [String(code)];
  const type = request.headers.get('accept')?.includes(GRAPHQL_TYPE) ? GRAPHQL_TYPE : 'application/json';
  const body = JSON.stringify({ errors: [{ message, extensions: { code, requestId: exchange.requestId } }] });
  // A body of unknown length would be sent in chunks, even to HTTP/1.0.
  const length = String(Buffer.byteLength(body));
  const own = { 'content-type': `${type}; charset=utf-8`, 'content-length': length };
  return new Response(body, { status, statusText: STATUS_CODES[status] ?? '', headers: { ...own, ...headers } });
}
