/** Positions on the time axis of a receipt, in percent of its length. */
import type { ReceiptCall } from '../observability/receipt.ts';
import { formatMs } from './units.ts';

export interface Tick {
  readonly left: number;
  readonly label: string;
}

export interface Bar {
  readonly left: number;
  readonly width: number;
}

/** Most ticks, without the one at 0. */
const MAX_TICKS = 4;

/** From the start of the operation to the end of the last call; at least 1, because it is a divisor. */
export function axisLengthMs(calls: readonly ReceiptCall[]): number {
  return Math.max(1, ...calls.map(({ startMs, durationMs }) => startMs + durationMs));
}

export function barOf({ startMs, durationMs }: ReceiptCall, lengthMs: number): Bar {
  return { left: (startMs / lengthMs) * 100, width: (durationMs / lengthMs) * 100 };
}

/** From 0, in steps of 1, 2 or 5 times a power of ten. */
export function ticksOf(lengthMs: number): Tick[] {
  const stepMs = roundUp(lengthMs / MAX_TICKS);
  const count = Math.floor(lengthMs / stepMs);
  return Array.from({ length: count + 1 }, (_, index) => ({
    left: ((index * stepMs) / lengthMs) * 100,
    label: formatMs(index * stepMs),
  }));
}

function roundUp(ms: number): number {
  const unit = 10 ** Math.floor(Math.log10(ms));
  return unit * ([1, 2, 5].find((factor) => factor * unit >= ms) ?? 10);
}
