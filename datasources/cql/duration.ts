/** duration: months, days and nanoseconds, none of which is turned into another. Canonical in units: `1y2mo3d4h`. */

import { fits } from './integer.ts';
import type { Scalar } from './type.ts';

type Part = 'months' | 'days' | 'nanos';

/** Largest first, which is the order that a duration requires. */
const UNITS: readonly { readonly name: string; readonly part: Part; readonly size: bigint }[] = [
  { name: 'y', part: 'months', size: 12n },
  { name: 'mo', part: 'months', size: 1n },
  { name: 'w', part: 'days', size: 7n },
  { name: 'd', part: 'days', size: 1n },
  { name: 'h', part: 'nanos', size: 3_600_000_000_000n },
  { name: 'm', part: 'nanos', size: 60_000_000_000n },
  { name: 's', part: 'nanos', size: 1_000_000_000n },
  { name: 'ms', part: 'nanos', size: 1_000_000n },
  { name: 'us', part: 'nanos', size: 1000n },
  { name: 'ns', part: 'nanos', size: 1n },
];

const IN_UNITS = new RegExp(`^${UNITS.map(({ name }) => `(?:(\\d+)${name})?`).join('')}$`, 'i');
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const ISO_LIKE_DATE = /^P(\d{4})-(\d\d)-()(\d\d)T(\d\d):(\d\d):(\d\d)$/;
const BITS: Readonly<Record<Part, number>> = { months: 32, days: 32, nanos: 64 };
/** Upstream prints the empty text for zero, but refuses it as input. */
const ZERO = '0s';

/** Cassandra has no order of durations, and refuses them in keys and sets. */
export const duration: Scalar = {
  expects: 'a duration such as "1y2mo3d4h5m6s" or "P1Y2M3DT4H5M6S"',
  hint: (value) => (typeof value === 'string' ? hint(value) : undefined),
  canonical: (value) => (typeof value === 'string' ? canonical(value) : undefined),
  compare: () => 0,
};

function hint(text: string): string | undefined {
  if (/\d[.,]\d/.test(text)) return 'Each unit takes a whole number: "1h30m", and not "1.5h".';
  return match(text.replace(/^-/, ''))
    ? 'Months and days have 32 bits, and what is below a day 64 bits of ns.'
    : undefined;
}

function canonical(text: string): string | undefined {
  const isNegative = text.startsWith('-');
  if (text === '-') return undefined;
  const totals = parse(isNegative ? text.slice(1) : text);
  if (!totals) return undefined;
  const printed = (['months', 'days', 'nanos'] as const).map((part) => printPart(part, totals[part])).join('');
  return printed === '' ? ZERO : `${isNegative ? '-' : ''}${printed}`;
}

function parse(text: string): Readonly<Record<Part, bigint>> | undefined {
  const found = match(text);
  if (!found) return undefined;
  const totals = { months: 0n, days: 0n, nanos: 0n };
  for (const [index, { part, size }] of UNITS.entries()) totals[part] += BigInt(found[index + 1] || 0) * size;
  const areInRange = (['months', 'days', 'nanos'] as const).every((part) => fits(totals[part], BITS[part]));
  return areInRange ? totals : undefined;
}

/** The numbers of the units, in their order. */
function match(text: string): readonly (string | undefined)[] | null {
  if (/[PT]$/.test(text)) return null;
  return IN_UNITS.exec(text.replace(/[µμ]s/i, 'us')) ?? ISO.exec(text) ?? ISO_LIKE_DATE.exec(text);
}

/** Weeks are never printed. */
function printPart(part: Part, total: bigint): string {
  let rest = total;
  let text = '';
  for (const { name, size } of UNITS.filter((unit) => unit.part === part && unit.name !== 'w')) {
    if (rest >= size) text += `${rest / size}${name}`;
    rest %= size;
  }
  return text;
}
