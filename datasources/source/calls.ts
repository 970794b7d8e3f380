/** What an operation passes to its sources, and what its upstream calls report. */
import type { Api, FailedCall } from './errors.ts';

/** A kind of read, by the name of the loader for it. */
export type LoadName =
  | 'databasePage'
  | 'database'
  | 'availableRegions'
  | 'serverlessRegions'
  | 'keyspaces'
  | 'keyspace'
  | 'tables'
  | 'types'
  | 'indexes'
  | 'namespaces'
  | 'namespace'
  | 'collections'
  | 'jsonSchema'
  | 'row'
  | 'rowPage'
  | 'document'
  | 'documentPage'
  | 'nearestRows'
  | 'nearestDocuments'
  | 'documentCount'
  | 'estimatedCount'
  | 'partPage';

/** Tokens of one caller. Using a missing one throws an `UnauthenticatedError` before any call. */
export interface Tokens {
  /** For the DevOps API. */
  readonly devops?: string;
  /** For the data plane: REST and Document API. */
  readonly data?: string;
}

/** One upstream request that was made, for receipts, logs and metrics. Holds no key, host or token. */
export interface UpstreamCall {
  readonly api: Api;
  readonly method: string;
  /** Route template. */
  readonly route: string;
  /** Of an API whose requests are commands: its name, such as `find`. */
  readonly command?: string;
  /** HTTP status; absent when there was no answer. */
  readonly status?: number;
  /** By `performance.now()`. */
  readonly startedAtMs: number;
  readonly durationMs: number;
  readonly responseBytes: number;
  /** How many keys the call carried, where it was a batch. */
  readonly keys?: number;
  /** What it reads, where it is a read that loaders know. */
  readonly reads?: LoadName;
  /** The request of another operation, whose answer this one joined; the times are those of the wait. */
  readonly isShared?: boolean;
  /** From 2 on where a read was retried after a transient failure. */
  readonly attempt?: number;
  /** Why there was no answer, or no usable one. */
  readonly failure?: 'timeout' | 'cancel' | 'connection';
  readonly error?: FailedCall;
  /** The API's own word for a failure that it answered as a success of HTTP. */
  readonly errorCode?: string;
  /** What the operator can do about a failure; absent when the cause is the client's request. */
  readonly advice?: string;
}

/** What is known of an upstream request before it is sent. */
export type StartedCall = Pick<
  UpstreamCall,
  'api' | 'method' | 'route' | 'command' | 'startedAtMs' | 'keys' | 'attempt' | 'reads'
>;

/** Watches one upstream request from when it is sent. */
export interface CallWatch {
  /** Additional headers, such as the ids of a trace. Headers of the call itself take precedence. */
  readonly headers: Readonly<Record<string, string>>;
  end(call: UpstreamCall): void;
}

/** One GraphQL operation, as the sources see it. */
export interface OperationScope {
  readonly tokens: Tokens;
  readonly signal?: AbortSignal;
  /** Sent as `X-Request-Id`. */
  readonly requestId: string;
  /** Upstream calls that the operation may make. */
  readonly maxCalls: number;
  /** Further ones that its bulk mutations may make, all of them together; default 0. */
  readonly maxBulkCalls?: number;
  /** The deadline of its calls, by `performance.now()`; a write that was sent is awaited beyond it. */
  readonly endsAtMs?: number;
  /** Called for each request just before it is sent, a second attempt included. */
  readonly onSend?: (call: StartedCall) => CallWatch;
  /** Called for each request when it has ended. */
  readonly onCall?: (call: UpstreamCall) => void;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

/** Calls to a host are stopped, or let through again. The host is named by the APIs that were called there. */
export interface BreakerChange {
  readonly apis: readonly Api[];
  readonly state: 'open' | 'closed';
  /** Milliseconds until one call tries the host again; absent when it is closed. */
  readonly retryAfterMs?: number;
}

/** Over all hosts of the upstream. */
export interface UpstreamPressure {
  readonly callsActive: number;
  readonly callsQueued: number;
  /** How many hosts have a circuit breaker in each state. */
  readonly breakers: Readonly<Record<BreakerState, number>>;
}

/** Why many reads of one kind are many calls, and what a client can ask for instead, in one or two sentences. */
export type ReadHints = Readonly<Partial<Record<LoadName, string>>>;
