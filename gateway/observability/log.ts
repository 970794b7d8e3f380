/**
 * The log: one entry per request, per failed upstream call, per change of a circuit breaker and per fault. Entries have only the fields named here, and never
 * headers, variables, documents or upstream addresses.
 */
import { shortenMessage } from '../../datasources/json/shorten.ts';
import type { BreakerChange, KeyspaceRef, UpstreamCall } from '../../datasources/source/source.ts';
import type { RequestState } from '../shared/request-state.ts';
import { locationOf, redact } from './log-redaction.ts';

export interface Log {
  request(state: RequestState, status: number): void;
  /** A call without an answer, or with one that the operator may have to act on. */
  upstreamFailure(requestId: string, call: UpstreamCall): void;
  /** Calls to a host are stopped or let through again. */
  breaker(change: BreakerChange): void;
  /** A document that is not trusted at this path, by its SHA-256. */
  untrustedDocument(state: Pick<RequestState, 'requestId'>, path: string, sha256: string): void;
  /** A web page that may not ask, by its origin; once for each. */
  refusedOrigin(origin: string, advice: string): void;
  /** A setting without effect. */
  configWarning(message: string): void;
  /** A fault of the embedded emulator, such as a full disk. */
  emulatorFault(message: string): void;
  /** A worker has ended, which none does by itself; the message says how, what is done and the cure. */
  workerEnd(worker: number, message: string): void;
  /** A keyspace has other tables than it had: the parts of its typed graph that came, changed and went. */
  schemaChange(keyspace: KeyspaceRef, changes: readonly string[]): void;
  /** A declared edge that does not fit the tables, so a typed graph is without it. */
  relationProblem(
    keyspace: KeyspaceRef,
    problem: { readonly file: string; readonly line: number; readonly message: string },
  ): void;
  /** What a typed graph could not do as it is wanted. */
  schemaWarning(keyspace: KeyspaceRef, message: string): void;
  /** An unexpected error. */
  fault(state: Pick<RequestState, 'requestId' | 'hideSecrets'>, error: unknown): void;
}

export type LogEntry = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export interface LogOptions {
  readonly write: (line: LogEntry) => void;
  /** Logs no requests. */
  readonly quiet?: boolean;
}

export function createLog({ write, quiet = false }: LogOptions): Log {
  return {
    request(state, status) {
      if (!quiet) write(requestLine(state, status));
    },
    upstreamFailure(requestId, call) {
      write(upstreamLine(requestId, call));
    },
    breaker(change) {
      write({ level: change.state === 'open' ? 'warn' : 'info', event: 'breaker', ...change });
    },
    untrustedDocument({ requestId }, path, sha256) {
      write({ level: 'warn', event: 'untrusted-document', requestId, path, sha256 });
    },
    refusedOrigin(origin, advice) {
      write({ level: 'warn', event: 'refused-origin', origin: shortenMessage(origin), advice });
    },
    configWarning(message) {
      write({ level: 'warn', event: 'config', message });
    },
    emulatorFault(message) {
      write({ level: 'error', event: 'emulator', message });
    },
    workerEnd(worker, message) {
      write({ level: 'error', event: 'worker', worker, message });
    },
    schemaChange({ databaseId, keyspace }, changes) {
      write({ level: 'info', event: 'schema', databaseId, keyspace, changes });
    },
    relationProblem({ databaseId, keyspace }, { file, line, message }) {
      write({ level: 'warn', event: 'relation', databaseId, keyspace, at: `${file}:${line}`, message });
    },
    schemaWarning({ databaseId, keyspace }, message) {
      write({ level: 'warn', event: 'schema', databaseId, keyspace, message });
    },
    fault({ requestId, hideSecrets = String }, error) {
      const { name, message } = error instanceof Error ? error : { name: typeof error, message: String(error) };
      const text = redact(hideSecrets(shortenMessage(message)));
      write({ level: 'error', event: 'fault', requestId, error: name, message: text, at: locationOf(error) });
    },
  };
}

function requestLine(state: RequestState, status: number): LogEntry {
  const { requestId, trace, operation, startedAtMs, errorCodes, calls, coalescedWith } = state;
  const own = calls.filter(({ isShared }) => !isShared);
  const retries = own.filter(({ attempt = 1 }) => attempt > 1).length;
  return {
    level: 'info',
    event: 'request',
    requestId,
    traceId: trace?.traceId,
    operation: operation?.type,
    name: operation?.name,
    status,
    durationMs: Math.round(performance.now() - startedAtMs),
    ...(errorCodes.length > 0 && { errors: [...new Set(errorCodes)] }),
    ...(coalescedWith && { coalescedWith: coalescedWith.requestId }),
    upstreamCalls: own.length,
    ...(retries > 0 && { retries }),
    ...(calls.length > own.length && { sharedCalls: calls.length - own.length }),
    upstreamMs: Math.round(own.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  };
}

function upstreamLine(requestId: string, call: UpstreamCall): LogEntry {
  const { api, method, route, command, status, errorCode, attempt, durationMs } = call;
  return {
    level: 'warn',
    event: 'upstream',
    requestId,
    api,
    method,
    route,
    ...(command !== undefined && { command }),
    status,
    ...(errorCode !== undefined && { errorCode }),
    ...(attempt !== undefined && { attempt }),
    durationMs: Math.round(durationMs),
    advice: call.advice,
  };
}

/** One JSON object that begins with the time. */
export function toJsonLine(line: LogEntry, now: Date): string {
  return JSON.stringify({ time: now.toISOString(), ...line });
}

/** Time, level and event; other fields follow as `name=value`. */
export function toTerminalLine(line: LogEntry, now: Date): string {
  const { level, event, ...rest } = line;
  const fields = Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`));
  return [now.toTimeString().slice(0, 8), level === 'info' ? '' : `${level}`, event, ...fields]
    .filter(Boolean)
    .join(' ');
}
