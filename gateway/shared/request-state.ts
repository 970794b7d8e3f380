/** What is known of one request while it is answered, for its log line, its metrics and its errors. */
import { randomUUID } from 'node:crypto';
import { memoize } from '../../datasources/shared/memoize.ts';
import type { LoadCount } from '../../datasources/source/load-count.ts';
import type { UpstreamCall } from '../../datasources/source/source.ts';
import type { RequestTrace } from '../observability/request-trace.ts';

export interface Exchange {
  /** The client's `X-Request-Id` if it is harmless, else one of ours. */
  readonly requestId: string;
  /** HTTP method. */
  readonly method: string;
  /** By `performance.now()`. */
  readonly startedAtMs: number;
  /** Upstream calls, in the order in which they ended. */
  readonly calls: UpstreamCall[];
  /** `extensions.code` of each error in the answer. */
  errorCodes: readonly string[];
  /** Absent until an operation is executed. */
  operation?: ExecutedOperation;
  /** What the operation asked of its loaders; absent until it is executed. */
  loads?: LoadCount;
  /** Ends the reads of a query, in the place of the request's own signal. */
  readSignal?: AbortSignal;
  /** The request whose execution answered this one too. */
  joined?: Exchange;
  /** Takes tokens and passwords that came with the request out of a text; absent until it is read. */
  hideSecrets?: (text: string) => string;
  /** Absent when nobody traces: neither the operator nor the client. */
  trace?: RequestTrace;
}

export interface ExecutedOperation {
  readonly type: string;
  readonly name: string | undefined;
  /** By `performance.now()`. */
  readonly startedAtMs: number;
}

/** The same for the same request, however often and early it is asked for. */
export const exchangeOf = memoize(
  ({ headers, method }: Request): Exchange => ({
    requestId: readRequestId(headers.get('x-request-id')),
    method,
    startedAtMs: performance.now(),
    calls: [],
    errorCodes: [],
  }),
);

/** It goes into logs and upstream headers, so it may hold nothing that means something there. */
function readRequestId(given: string | null): string {
  return given !== null && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}
