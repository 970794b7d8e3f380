/** One upstream call before it is sent, and its URL. */

import { type Api, type FailedCall, InputError } from '../source/errors.ts';
import type { LoadName } from '../source/load-count.ts';
import type { BodyReader } from './body.ts';

/**
 * What a call does upstream. The effect alone, and never the HTTP verb, decides these:
 *
 * - `read`: changes nothing. Identical reads in flight are sent once; a transient failure is retried; a client that leaves
 *   and an operation whose time is up cancel it.
 * - `write`: sent once, never cancelled, and a barrier that no read in flight is joined across. Its errors say that the
 *   change may have happened.
 * - `schema-change`: a write with the longer time limit of schema changes, which its operation's time does not count.
 */
export type Effect = 'read' | 'write' | 'schema-change';

export interface HttpCall<T = unknown> {
  readonly api: Api;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Origin and path prefix, without a slash at the end. */
  readonly baseUrl: string;
  /** Template such as `/v2/keyspaces/{keyspace}/{table}`; the only form of the path that errors and logs show. */
  readonly route: string;
  /** Values of the placeholders, percent-encoded here, once. Not used together with `path`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The path ready-made and encoded, where the route alone does not make it. */
  readonly path?: string;
  /** Encoded here; `undefined` is left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** JSON text. */
  readonly body?: string;
  /** The statuses that a success has, and what their bodies hold; any other success cannot be right. */
  readonly expect: Expectation<T>;
  /** The answer holds what only its receiver may see, and no error shows any of it. */
  readonly isSecret?: boolean;
  /** Sent without the caller's token; the answer is secret. */
  readonly isAnonymous?: boolean;
  readonly effect: Effect;
  /** Default: the client's limit for calls of this effect. */
  readonly timeoutMs?: number;
  /** Counts the times that the same call is sent, from 1; absent the first time. */
  readonly attempt?: number;
  /** How many keys the call carries, where it is a batch. */
  readonly keys?: number;
  /** What it reads, for those who look where calls come from. */
  readonly reads?: LoadName;
}

type UrlParts = Pick<HttpCall, 'method' | 'baseUrl' | 'route' | 'parameters' | 'path' | 'query'>;

export type Expectation<T> = { readonly [status: number]: BodyReader<T> };

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
 * Bytes of the request line, which upstream limits to 4,096 (414 beyond).
 *
 * @throws InputError - see `callUrl`
 */
export function requestLineBytes(call: UrlParts): number {
  const { pathname, search } = callUrl(call);
  return `${call.method} ${pathname}${search} HTTP/1.1`.length;
}

/** A sentence for a call whose change may have happened, with a blank before it; empty for a read. */
export function doubtOf({ effect }: Pick<HttpCall, 'effect'>): string {
  return effect === 'read' ? '' : ' The change may have been made all the same.';
}

/** What an error says about the call. */
export function failedCall(
  { api, method, route }: Pick<HttpCall, 'api' | 'method' | 'route'>,
  { status, retryable, durationMs }: { status: number | undefined; retryable: boolean; durationMs: number | undefined },
): FailedCall {
  return {
    api,
    method,
    route,
    retryable,
    ...(status === undefined ? {} : { status }),
    ...(durationMs === undefined ? {} : { durationMs }),
  };
}
