/** One upstream call, its answer, and how failures are read from it. */

import type { Api, FailedCall, SourceError } from '../source/errors.ts';
import type { LoadName, Tokens } from '../source/source.ts';
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
  /** The name of the command, where the API's requests are commands. */
  readonly command?: string;
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
  /** What an anonymous call signs in with, where the API takes that in the place of a token. */
  readonly credentials?: Tokens;
  readonly effect: Effect;
  /** How the API says that a call failed. */
  readonly errors: ErrorReader;
  /** Default: the client's limit for calls of this effect. */
  readonly timeoutMs?: number;
  /** Counts the times that the same call is sent, from 1; absent the first time. */
  readonly attempt?: number;
  /** How many keys the call carries, where it is a batch. */
  readonly keys?: number;
  /** What it reads, for those who look where calls come from. */
  readonly reads?: LoadName;
}

export type Expectation<T> = { readonly [status: number]: BodyReader<T> };

/** A whole answer. */
export interface HttpAnswer<T = unknown> {
  readonly call: HttpCall;
  readonly status: number;
  readonly durationMs: number;
  readonly text: string;
  /** What a success holds; absent for a failure. */
  readonly success?: { readonly value: T };
  /** A header's value, or `null`. */
  header(name: string): string | null;
}

/** What a back end knows of the failures of its API. */
export interface ErrorReader {
  /** The error for an answer that is no success. */
  toError(answer: HttpAnswer): SourceError;
  /** Whether a success of HTTP holds a failure, in an API that answers so; default never. */
  isFailure?(body: string): boolean;
  /** The API's own word for a failure, where it answers failures as successes of HTTP. */
  codeOf?(body: Buffer): string | undefined;
  /** Whether a 404 or 409 comes from the API itself: proxies answer with these statuses too. */
  isFromApi(answer: HttpAnswer): boolean;
  /** The status that an error object names, which some servers send as a success; `null` for any other body. */
  claimedStatus(body: string): number | null;
  /** Whether the same call may succeed in a moment. */
  isTransient(answer: HttpAnswer): boolean;
  /**
   * What the operator can do about a failed call; `undefined` where it is the client's own affair.
   *
   * @param status - absent without an answer
   * @param errorCode - see `codeOf`
   */
  adviceFor(call: Pick<HttpCall, 'isAnonymous'>, status: number | undefined, errorCode?: string): string | undefined;
  /** Whether the answer counts against its host. */
  isHostFailure(answer: HttpAnswer): boolean;
}

/** A sentence for a call whose change may have happened, with a blank before it; empty for a read. */
export function doubtOf({ effect }: Pick<HttpCall, 'effect'>): string {
  return effect === 'read' ? '' : ' The change may have been made all the same.';
}

/** A call in messages: `GET /v2/schemas/keyspaces`, or `find at /{keyspace}/{collection}`. */
export function nameCall({ method, route, command }: Pick<HttpCall, 'method' | 'route' | 'command'>): string {
  return command === undefined ? `${method} ${route}` : `${command} at ${route}`;
}

/** What an error says about the call. */
export function failedCall(
  { api, method, route, command }: Pick<HttpCall, 'api' | 'method' | 'route' | 'command'>,
  { status, retryable, durationMs }: { status: number | undefined; retryable: boolean; durationMs: number | undefined },
): FailedCall {
  return {
    api,
    method,
    route,
    ...(command === undefined ? {} : { command }),
    retryable,
    ...(status === undefined ? {} : { status }),
    ...(durationMs === undefined ? {} : { durationMs }),
  };
}
