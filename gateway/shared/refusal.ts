/** Refusals of requests: errors with a code, an HTTP status and headers. */
import { GraphQLError } from 'graphql';
import { requestStateOf } from './request-state.ts';

export interface RefusalOptions {
  /** `extensions.code` */
  readonly code: string;
  readonly status: number;
  /** Whether clients that accept `application/json` alone get status 200, as they expect for errors in a document. */
  readonly isGraphQLStatus?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

const GRAPHQL_TYPE = 'application/graphql-response+json';

/** Yoga turns the error into the whole answer: status, headers and the one error. */
export function createRefusal(message: string, options: RefusalOptions): GraphQLError {
  const { code, status, isGraphQLStatus = false, headers } = options;
  const http = { status, ...(isGraphQLStatus && { spec: true }), ...(headers && { headers }) };
  return new GraphQLError(message, { extensions: { code, http } });
}

/** The answer of a refusal, for phases in which Yoga does not answer a thrown error, or rejects the client's `Accept`. */
export function toRefusalResponse(request: Request, { message, extensions }: GraphQLError): Response {
  const { code, http } = extensions;
  const { status = 400, headers = {} } = (http ?? {}) as {
    status?: number;
    headers?: Readonly<Record<string, string>>;
  };
  const state = requestStateOf(request);
  state.errorCodes = [String(code)];
  const type = request.headers.get('accept')?.includes(GRAPHQL_TYPE) ? GRAPHQL_TYPE : 'application/json';
  const body = JSON.stringify({ errors: [{ message, extensions: { code, requestId: state.requestId } }] });
  // Without a length Node sends the body in chunks, which HTTP/1.0 does not know.
  const length = String(Buffer.byteLength(body));
  const own = { 'content-type': `${type}; charset=utf-8`, 'content-length': length };
  return new Response(body, { status, headers: { ...own, ...headers } });
}
