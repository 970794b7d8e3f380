/** The receipt: the upstream cost of an operation, for clients that request it. It contains no key, host or token. */
import type { LoadName, ReadHints, UpstreamCall } from '../../datasources/source/source.ts';
import type { RequestState } from '../shared/request-state.ts';
import { findHints, type Hint } from './receipt-hints.ts';
import type { ExecutedDocument } from './receipt-paths.ts';

/** The answer has it as `extensions.upstream`. Times are in milliseconds since its begin: that of the execution or, in a typed graph, of the first read of definitions before it. */
export interface Receipt {
  readonly durationMs: number;
  /** The execution was that of an identical request in flight. */
  readonly isShared?: true;
  /** In order of their start. */
  readonly calls: readonly ReceiptCall[];
  readonly totals: { readonly calls: number; readonly bytes: number; readonly callsMs: number };
  /** Reads that the loaders answered from the operation's memory, by loader. */
  readonly saved: Readonly<Partial<Record<LoadName, number>>>;
  readonly hints: readonly Hint[];
}

export interface ReceiptCall
  extends Pick<
    UpstreamCall,
    | 'api'
    | 'method'
    | 'route'
    | 'command'
    | 'status'
    | 'errorCode'
    | 'durationMs'
    | 'keys'
    | 'attempt'
    | 'reads'
    | 'isShared'
  > {
  readonly startMs: number;
  /** Of the answer's body. */
  readonly bytes: number;
}

export function createReceipt(state: RequestState, operation: ExecutedDocument, hints: ReadHints): Receipt {
  const { calls, loads, operation: executed } = state.coalescedWith ?? state;
  const startedAtMs = beginOf(calls, executed?.startedAtMs ?? state.startedAtMs);
  const printed = calls.map((call) => toReceiptCall(call, startedAtMs));
  return {
    durationMs: rounded(performance.now() - startedAtMs),
    ...(state.coalescedWith && { isShared: true }),
    calls: printed.toSorted((one, other) => one.startMs - other.startMs),
    totals: {
      calls: printed.length,
      bytes: printed.reduce((sum, { bytes }) => sum + bytes, 0),
      callsMs: rounded(printed.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    },
    saved: loads?.saved() ?? {},
    hints: findHints(calls, operation, hints),
  };
}

/** The definitions that a typed graph is built from are read before the execution. */
function beginOf(calls: readonly UpstreamCall[], executedAtMs: number): number {
  return calls.reduce((earliest, call) => Math.min(earliest, call.startedAtMs), executedAtMs);
}

function toReceiptCall(call: UpstreamCall, startedAtMs: number): ReceiptCall {
  const { api, method, route, command, status, errorCode, keys, attempt, reads, isShared } = call;
  return {
    api,
    method,
    route,
    ...(command !== undefined && { command }),
    ...(status !== undefined && { status }),
    ...(errorCode !== undefined && { errorCode }),
    startMs: rounded(call.startedAtMs - startedAtMs),
    durationMs: rounded(call.durationMs),
    bytes: call.responseBytes,
    ...(keys !== undefined && { keys }),
    ...(attempt !== undefined && { attempt }),
    ...(reads !== undefined && { reads }),
    ...(isShared && { isShared }),
  };
}

/** To hundredths, which is finer than the clock's precision. */
function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
