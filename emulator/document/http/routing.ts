/** The answers of the real server's web framework: unknown routes and methods, media types, parameters. */
import { type Call, empty, type Reply, ServiceError } from '../../core/service.ts';
import { invalidRequest } from '../values/errors.ts';
import { javaInt } from '../values/path.ts';

export type CallHandler = (call: Call) => Promise<Reply> | Reply;
/** The handlers of an address. */
export type MethodHandlers = Readonly<Partial<Record<Method, CallHandler>>>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const JSON_TYPE = 'application/json';

export function notFoundRoute(): ServiceError {
  return new ServiceError(404, 'HTTP 404 Not Found');
}

/** The last segment of the address is not a valid name. */
export function unmatchedRoute(): ServiceError {
  return new ServiceError(404, 'Unable to find matching target resource method');
}

/** Checks the method and the media types, then runs the handler. */
export async function answerRoute(route: MethodHandlers, call: Call): Promise<Reply> {
  const methods = Object.keys(route);
  if (call.method === 'OPTIONS') {
    return empty(200, { allow: ['OPTIONS', ...(route.GET ? ['HEAD'] : []), ...methods].join(', ') });
  }
  const handler = isMethod(call.method) ? route[call.method] : undefined;
  if (!handler) throw new ServiceError(405, 'HTTP 405 Method Not Allowed');
  const contentType = call.headers.get('content-type');
  if (contentType && mediaType(contentType) !== JSON_TYPE) {
    throw new ServiceError(415, 'The content-type header value did not match the value in @Consumes');
  }
  return checkAccept(call.headers.get('accept')) ?? handler(call);
}

/** An integer parameter; `undefined` when absent or empty. Throws 404 for a text that is not a Java int. */
export function intParameter(call: Call, name: string): number | undefined {
  const text = call.query.text(name);
  if (text === undefined) return undefined;
  const value = javaInt(text);
  if (value === undefined) throw notFoundRoute();
  return value;
}

/** Throws 400 with all complaints that are texts. */
export function rejectIfAny(...complaints: readonly (string | false | undefined)[]): void {
  const messages = complaints.filter((complaint) => typeof complaint === 'string');
  if (messages.length > 0) throw invalidRequest(...messages);
}

function isMethod(text: string): text is Method {
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(text);
}

/** The body of this error is text, under the media type of the request. */
function checkAccept(accept: string | null): Reply | undefined {
  if (!accept) return undefined;
  const wanted = accept
    .split(',')
    .map((range) => ({ type: mediaType(range), isRefused: /;\s*q=0(\.0*)?\s*(;|$)/.test(range) }));
  const fits = ({ type, isRefused }: (typeof wanted)[number]) =>
    !isRefused && (type === JSON_TYPE || type === '*/*' || type === 'application/*');
  if (wanted.some(fits)) return undefined;
  const description = 'The accept header value did not match the value in @Produces';
  const body = `ApiError[description=${description}, code=406, grpcStatus=null, internalTxId=null]`;
  return { status: 406, headers: { 'content-type': wanted[0]?.type || 'text/plain' }, body };
}

function mediaType(header: string): string {
  return (header.split(';')[0] ?? '').trim().toLowerCase();
}
