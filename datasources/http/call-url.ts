import { InputError } from '../source/errors.ts';
import type { HttpCall } from './http-call.ts';

type UrlParts = Pick<HttpCall, 'method' | 'baseUrl' | 'route' | 'parameters' | 'path' | 'query'>;

/**
 * The URL of a call, exactly as it will be sent.
 *
 * @throws InputError - when a path segment is empty, `.` or `..`: such a path would mean something else
 */
export function callUrl(call: UrlParts): URL {
  const path = call.path ?? fillRoute(call.route, call.parameters ?? {});
  const text = `${call.baseUrl}${path}`;
  const url = new URL(text);
  if (`${url.origin}${url.pathname}` !== text)
    throw new InputError(`A key or name cannot be part of the path ${call.route}.`);
  url.search = toQuery(call.query ?? {});
  return url;
}

function fillRoute(route: string, parameters: Readonly<Record<string, string>>): string {
  return route.replace(/\{(\w+)\}/g, (_, name: string) => toSegment(parameters[name], name));
}

function toSegment(value: string | undefined, name: string): string {
  if (!value) throw new InputError(`The ${name} must not be empty.`);
  return encodeText(value);
}

/**
 * Percent-encodes a text once.
 *
 * @throws InputError - when it holds half a surrogate pair, which UTF-8 cannot express
 */
export function encodeText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new InputError('A text holds half a surrogate pair, which is no character.');
  return encodeURIComponent(text);
}

function toQuery(query: NonNullable<HttpCall['query']>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeText(String(value))}`]))
    .join('&');
}

/**
 * Bytes of the request line.
 *
 * @throws InputError - see `callUrl`
 */
export function requestLineBytes(call: UrlParts): number {
  const { pathname, search } = callUrl(call);
  return `${call.method} ${pathname}${search} HTTP/1.1`.length;
}
