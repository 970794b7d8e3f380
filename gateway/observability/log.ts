/**
 * The log: one line per request, one per failed upstream call, one per fault of ours. What may not be in it cannot get in:
 * a line is made from the fields named here, never from headers, variables, documents or upstream addresses.
 */
import { shortenMessage } from '../../datasources/json/shorten.ts';
import type { UpstreamCall } from '../../datasources/source/source.ts';
import type { Exchange } from '../shared/request-state.ts';
import { adviceFor } from './log-advice.ts';
import { placeOf, redact } from './log-redaction.ts';

export interface Log {
  request(exchange: Exchange, status: number): void;
  /** A call that got no answer, or one that the operator may have to do something about. */
  upstreamFailure(requestId: string, call: UpstreamCall): void;
  /** A document that is not among those that the operator trusts, by its SHA-256. */
  untrustedDocument(exchange: Pick<Exchange, 'requestId'>, sha256: string): void;
  /** What the embedded emulator says of a fault of its own, such as a full disk. */
  emulatorFault(message: string): void;
  /** An error that nobody foresaw. */
  fault(exchange: Pick<Exchange, 'requestId' | 'hideSecrets'>, error: unknown): void;
}

export type LogLine = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export interface LogOptions {
  readonly write: (line: LogLine) => void;
  /** Leaves out requests. */
  readonly quiet?: boolean;
}

export function createLog({ write, quiet = false }: LogOptions): Log {
  return {
    request(exchange, status) {
      if (!quiet) write(requestLine(exchange, status));
    },
    upstreamFailure(requestId, call) {
      write(upstreamLine(requestId, call));
    },
    untrustedDocument({ requestId }, sha256) {
      write({ level: 'warn', event: 'untrusted-document', requestId, sha256 });
    },
    emulatorFault(message) {
      write({ level: 'error', event: 'emulator', message });
    },
    fault({ requestId, hideSecrets = String }, error) {
      const { name, message } = error instanceof Error ? error : { name: typeof error, message: String(error) };
      const text = redact(hideSecrets(shortenMessage(message)));
      write({ level: 'error', event: 'fault', requestId, error: name, message: text, at: placeOf(error) });
    },
  };
}

function requestLine(exchange: Exchange, status: number): LogLine {
  const { requestId, trace, operation, startedAtMs, errorCodes, calls, joined } = exchange;
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
    ...(joined && { joined: joined.requestId }),
    upstreamCalls: own.length,
    ...(retries > 0 && { retries }),
    ...(calls.length > own.length && { sharedCalls: calls.length - own.length }),
    upstreamMs: Math.round(own.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  };
}

function upstreamLine(requestId: string, call: UpstreamCall): LogLine {
  const { api, method, route, status, attempt, durationMs } = call;
  return {
    level: 'warn',
    event: 'upstream',
    requestId,
    api,
    method,
    route,
    status,
    ...(attempt !== undefined && { attempt }),
    durationMs: Math.round(durationMs),
    advice: adviceFor(call),
  };
}
