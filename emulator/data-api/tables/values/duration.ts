/** Durations in ISO 8601, as the Data API shows them: months become years, but hours no days. */
import { readInteger } from '../../../cql/types/bytes.ts';

const NANOS_PER_SECOND = 1_000_000_000n;

export function durationText(bytes: Uint8Array): string {
  const parts = [bytes.subarray(0, 4), bytes.subarray(4, 8), bytes.subarray(8)].map(readInteger);
  const isNegative = parts.some((part) => part < 0n);
  const [months = 0n, days = 0n, nanos = 0n] = isNegative ? parts.map((part) => -part) : parts;
  const period = unit(months / 12n, 'Y') + unit(months % 12n, 'M') + unit(days, 'D');
  const clock = clockText(nanos);
  if (period + clock === '') return 'PT0S';
  return `${isNegative ? '-' : ''}P${period}${clock && `T${clock}`}`;
}

function clockText(nanos: bigint): string {
  const seconds = nanos / NANOS_PER_SECOND;
  const fraction = String(nanos % NANOS_PER_SECOND)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const rest = seconds % 60n;
  const last = fraction ? `${rest}.${fraction}S` : unit(rest, 'S');
  return unit(seconds / 3600n, 'H') + unit((seconds / 60n) % 60n, 'M') + last;
}

function unit(amount: bigint, sign: string): string {
  return amount === 0n ? '' : `${amount}${sign}`;
}
