import { memoizeTexts } from '../shared/memoize-texts.ts';
import { InputError } from '../source/errors.ts';
import type { HttpCall } from './http-call.ts';

type UrlParts = Pick<HttpCall, 'method' | 'baseUrl' | 'route' | 'parameters' | 'path' | 'query'>;

/**
 * The URL of a call, exactly as it will be sent.
 *
 * @throws InputError - when a path segment is empty, `.` or `..`: such a path would mean something else
 */
export function callUrl(call: UrlParts): string {
  const path = call.path ?? fillRoute(call.route, call.parameters ?? {});
  if (!isKept(call.baseUrl, path)) throw new InputError(`A key or name cannot be part of the path ${call.route}.`);
  const query = toQuery(call.query ?? {});
  return `${call.baseUrl}${path}${query && '?'}${query}`;
}

/** A path of which no parser of URLs changes anything. */
const PLAIN_PATH = /^(?:\/[\w-]+)+$/;

/** Whether a URL means what it says: parsing changes nothing of it. */
function isKept(baseUrl: string, path: string): boolean {
  return PLAIN_PATH.test(path) ? isKeptBefore(baseUrl) : isKeptAsParsed(`${baseUrl}${path}`);
}

const isKeptBefore = memoizeTexts((baseUrl) => isKeptAsParsed(`${baseUrl}/path`));

function isKeptAsParsed(text: string): boolean {
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname}` === text;
}

function fillRoute(route: string, parameters: Readonly<Record<string, string>>): string {
  const filled = partsOf(route).map((part, index) => (index % 2 === 0 ? part : toSegment(parameters[part], part)));
  return filled.join('');
}

/** By turns what stands before a placeholder, and its name. */
const partsOf = memoizeTexts((route): readonly string[] => route.split(/\{(\w+)\}/));

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
  if (!text.isWellFormed()) throw new InputError('A text holds half a surrogate pair, which is no character.');
  return encodeURIComponent(text);
}

/** The quote is the only character that `encodeURIComponent` leaves and URLs encode in a query. */
function toQuery(query: NonNullable<HttpCall['query']>): string {
  let text = '';
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) text += `${text && '&'}${name}=${encodeText(String(value)).replaceAll("'", '%27')}`;
  }
  return text;
}

/**
 * Bytes of the request line.
 *
 * @throws InputError - see `callUrl`
 */
export function requestLineBytes(call: UrlParts): number {
  const { pathname, search } = new URL(callUrl(call));
  return `${call.method} ${pathname}${search} HTTP/1.1`.length;
}
