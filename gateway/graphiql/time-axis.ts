/** Where things stand on the one time axis of a receipt. All places are in percent of its length. */
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

/** How many ticks there are at most, the one at 0 not counted. */
const MAX_TICKS = 4;

/** From the operation's begin to the end of the last call. @returns at least 1, so that it can be divided by */
export function axisLengthMs(calls: readonly ReceiptCall[]): number {
  return Math.max(1, ...calls.map(({ startMs, durationMs }) => startMs + durationMs));
}

export function barOf({ startMs, durationMs }: ReceiptCall, lengthMs: number): Bar {
  return { left: (startMs / lengthMs) * 100, width: (durationMs / lengthMs) * 100 };
}

/** From 0 on, at steps of 1, 2 or 5 with zeros. */
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
