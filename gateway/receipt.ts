/** The receipt: what an operation cost upstream, for clients that ask for it. It holds no key, host or token. */
import type { LoadName } from '../datasources/load-count.ts';
import type { UpstreamCall } from '../datasources/source.ts';
import type { Exchange } from './exchange.ts';
import { findHints, type Hint } from './receipt-hints.ts';
import type { ExecutedOperation } from './receipt-paths.ts';

/** Stands in the answer as `extensions.upstream`. Times are in milliseconds since the execution began. */
export interface Receipt {
  readonly durationMs: number;
  /** In the order in which they began. */
  readonly calls: readonly ReceiptCall[];
  readonly totals: { readonly calls: number; readonly bytes: number; readonly callsMs: number };
  /** How often the operation's memory had an answer already, by what was asked for. */
  readonly saved: Readonly<Partial<Record<LoadName, number>>>;
  readonly hints: readonly Hint[];
}

export interface ReceiptCall
  extends Pick<UpstreamCall, 'api' | 'method' | 'route' | 'status' | 'durationMs' | 'keys' | 'reads'> {
  readonly startMs: number;
  /** Of the answer's body. */
  readonly bytes: number;
}

/** @param startedAtMs - when the execution began, by `performance.now()` */
export function createReceipt(
  { calls, loads }: Pick<Exchange, 'calls' | 'loads'>,
  operation: ExecutedOperation,
  startedAtMs: number,
): Receipt {
  const printed = calls.map((call) => toReceiptCall(call, startedAtMs));
  return {
    durationMs: rounded(performance.now() - startedAtMs),
    calls: printed.toSorted((one, other) => one.startMs - other.startMs),
    totals: {
      calls: printed.length,
      bytes: printed.reduce((sum, { bytes }) => sum + bytes, 0),
      callsMs: rounded(printed.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    },
    saved: loads?.saved() ?? {},
    hints: findHints(calls, operation),
  };
}

function toReceiptCall(call: UpstreamCall, startedAtMs: number): ReceiptCall {
  const { api, method, route, status, keys, reads } = call;
  return {
    api,
    method,
    route,
    ...(status !== undefined && { status }),
    startMs: rounded(call.startedAtMs - startedAtMs),
    durationMs: rounded(call.durationMs),
    bytes: call.responseBytes,
    ...(keys !== undefined && { keys }),
    ...(reads !== undefined && { reads }),
  };
}

/** To hundredths: finer than the clock is worth, and short to print. */
function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
