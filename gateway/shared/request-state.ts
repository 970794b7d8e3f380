/** The state of one request while it is answered: for its log entry, its metrics, its trace and its errors. */
import { randomUUID } from 'node:crypto';
import type { LoadCount } from '../../datasources/loaders/load-count.ts';
import { memoize } from '../../datasources/shared/memoize.ts';
import type { CallWatch, StartedCall, UpstreamCall } from '../../datasources/source/source.ts';

export interface RequestState {
  /** The client's `X-Request-Id` if it is well-formed, else a new UUID. */
  readonly requestId: string;
  /** HTTP method. */
  readonly method: string;
  /** By `performance.now()`. */
  readonly startedAtMs: number;
  /** Absent for what is no GraphQL request. */
  surface?: SurfaceKind;
  /** Upstream calls, in the order in which they ended. */
  readonly calls: UpstreamCall[];
  /** `extensions.code` of each error in the answer. */
  errorCodes: readonly string[];
  /** Absent until an operation is executed. */
  operation?: ExecutedOperation;
  /** Loads of the operation; absent until it is executed. */
  loads?: LoadCount;
  /** Cancels the reads of a query instead of the request's own signal. */
  readSignal?: AbortSignal;
  /** The identical request whose execution answers this one too. */
  coalescedWith?: RequestState;
  /** Replaces tokens and passwords of the request in a text; absent until the request is parsed. */
  hideSecrets?: (text: string) => string;
  /** Absent when neither the operator nor the client traces. */
  trace?: RequestTrace;
}

/** The universal graph, or the typed ones of all keyspaces. */
export type SurfaceKind = 'universal' | 'typed';

export interface ExecutedOperation extends OperationName {
  /** By `performance.now()`. */
  readonly startedAtMs: number;
}

export interface OperationName {
  /** `query` or `mutation`. */
  readonly type: string;
  readonly name: string | undefined;
}

/** The trace of a request; `gateway/observability/` implements it. */
export interface RequestTrace {
  readonly traceId: string;
  /** For `OperationScope.onSend`. */
  readonly watchCall: (call: StartedCall) => CallWatch;
  nameOperation(operation: OperationName): void;
  /** Runs the task with the request's span as the active span, if the operator's SDK has a context manager. */
  run<T>(task: () => T): T;
  end(outcome: RequestOutcome): void;
}

export interface RequestOutcome {
  /** HTTP status of the answer. */
  readonly status: number;
  /** `extensions.code` of each error in it. */
  readonly errorCodes: readonly string[];
}

/** Returns the same state for the same request. */
export const requestStateOf = memoize(
  ({ headers, method }: Request): RequestState => createRequestState((name) => headers.get(name), method),
);

export function createRequestState(readHeader: (name: string) => string | null, method: string): RequestState {
  return {
    requestId: readRequestId(readHeader('x-request-id')),
    method,
    startedAtMs: performance.now(),
    calls: [],
    errorCodes: [],
  };
}

/** The id goes into logs and upstream headers, so characters with a meaning there are refused. */
function readRequestId(given: string | null): string {
  return given !== null && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}
