import {
  type FailedCall,
  type SourceError,
  UpstreamError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../source/errors.ts';
import { doubtOf, type HttpCall, nameCall } from './http-call.ts';
import { UPGRADED } from './refuse-upgrades.ts';

/** Codes of Node for a connection that the other side closed. */
const CLOSED = new Set(['ECONNRESET', 'EPIPE']);

/** Whether a call failed because of its connection: there was none, or it ended before the whole answer was there. */
export function isConnectionFailure(error: unknown): boolean {
  const isOurs = error instanceof UpstreamUnavailableError || error instanceof UpstreamError;
  return isOurs && codeOf(error.cause) !== undefined;
}

/**
 * node-fetch accepts an answer that is longer than its header says, and returns a part of it.
 *
 * @throws Error - which `connectionError` knows
 */
export function checkLength(headers: { get(name: string): string | null }, bodyBytes: number): void {
  const declared = headers.get('content-length');
  if (declared === null || headers.get('content-encoding') !== null || Number(declared) === bodyBytes) return;
  throw Object.assign(new Error('The body is not as long as it was to be'), { code: 'ERR_CONTENT_LENGTH' });
}

/** @param timeoutMs - the time that the call was given and used up */
export function timeoutError(call: HttpCall, failed: FailedCall, timeoutMs: number): SourceError {
  return new UpstreamTimeoutError(`No answer within ${timeoutMs} ms to ${nameCall(call)}.${doubtOf(call)}`, {
    call: failed,
  });
}

/**
 * The error for a call without a usable answer. Messages of the HTTP client contain the whole URL with its host and keys, so
 * only their code is kept.
 */
export function connectionError(call: HttpCall, failed: FailedCall, error: unknown): SourceError {
  const request = nameCall(call);
  const code = codeOf(error);
  const options = { call: failed, cause: { code } };
  if (typeOf(error) === 'no-redirect') {
    return new UpstreamError(
      `Upstream answered ${request} with a redirect; none is followed, for the sake of the token.`,
      options,
    );
  }
  if (code === UPGRADED)
    return new UpstreamError(`Upstream answered ${request} with 101, which no call asks for.`, { call: failed });
  if (typeOf(error) === 'max-size') return new UpstreamError(`The answer to ${request} is too long.`, options);
  const event = CLOSED.has(code ?? '') ? 'closed the connection' : 'could not be reached';
  const hasArrived = failed.status !== undefined || event === 'closed the connection';
  const doubt = hasArrived ? doubtOf(call) : '';
  if (failed.status !== undefined)
    return new UpstreamError(
      `Upstream ended the connection before the end of its answer to ${request}.${doubt}`,
      options,
    );
  return new UpstreamUnavailableError(`Upstream ${event}${code ? ` (${code})` : ''}: ${request}.${doubt}`, options);
}

/** The code of Node or of a client for why a connection failed. */
export function codeOf(error: unknown): string | undefined {
  return textMember(error, 'code');
}

/** The `type` of a node-fetch error says why it failed. */
function typeOf(error: unknown): string | undefined {
  return textMember(error, 'type');
}

function textMember(error: unknown, name: string): string | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
