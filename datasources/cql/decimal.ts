/**
 * decimal: canonical as a string that keeps all digits, trailing zeros too, because `1.50` and `1.5` are different values to
 * Cassandra (an unscaled integer and a scale). Spelled as Java prints it: `1E+3`, `0.001`, `1.2E-8`.
 */
import type { CqlValue } from '../source/source.ts';
import type { Scalar } from './type.ts';

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,10}))?$/i;
const MAX_DIGITS = 100_000;
const MAX_SCALE = 2 ** 31 - 1;
/** The smallest exponent that is written out as zeros after the point. */
const LEAST_PLAIN_EXPONENT = -6;

interface Decimal {
  readonly unscaled: bigint;
  /** Digits after the point; negative for trailing zeros that are not written. */
  readonly scale: number;
}

export const decimal: Scalar = {
  expects: 'a decimal number, best sent as a string,',
  canonical: (value) => {
    const parsed = typeof value === 'string' || isExact(value) ? parse(String(value)) : undefined;
    return parsed && print(parsed);
  },
  compare,
};

/** Whether a JSON number still has its digits: those of an integer beyond 2^53 were lost when it was parsed. */
function isExact(value: CqlValue): boolean {
  return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value));
}

/**
 * Whether upstream parses the bare JSON number to exactly this value: integers, and numbers that a double prints the same way.
 *
 * @param value - canonical
 */
export function survivesAsNumber(value: string): boolean {
  return (
    /^-?\d+$/.test(value) || (String(Number(value)) === value && /^-?\d{1,7}\.\d+$/.test(value) && isNotTiny(value))
  );
}

/** Java prints doubles below 0.001 with an exponent, which is another scale. */
function isNotTiny(value: string): boolean {
  return Math.abs(Number(value)) >= 1e-3;
}

/**
 * The shortest spelling of the same number: values of a clustering column that differ in trailing zeros are equal to Cassandra.
 *
 * @param value - canonical
 */
export function withoutTrailingZeros(value: string): string {
  const { unscaled = 0n, scale = 0 } = parse(value) ?? {};
  if (unscaled === 0n) return '0';
  const digits = String(unscaled);
  const kept = trimZeros(digits);
  const zeros = Math.min(digits.length - kept.length, scale + MAX_SCALE);
  return print({ unscaled: BigInt(digits.slice(0, digits.length - zeros)), scale: scale - zeros });
}

/** Removes trailing zeros in linear time; a pattern would take quadratic time. */
export function trimZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

/** Whether both texts are numbers and equal, in whatever spelling. */
export function isSameNumber(one: string, other: string): boolean {
  const [left, right] = [decimal.canonical(one), decimal.canonical(other)];
  return (
    left !== undefined &&
    right !== undefined &&
    withoutTrailingZeros(String(left)) === withoutTrailingZeros(String(right))
  );
}

function parse(text: string): Decimal | undefined {
  const match = text.length <= MAX_DIGITS ? DECIMAL.exec(text) : null;
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole + fraction === '') return undefined;
  const scale = fraction.length - Number(exponent);
  if (Math.abs(scale) > MAX_SCALE) return undefined;
  const magnitude = BigInt(whole + fraction);
  return { unscaled: sign === '-' ? -magnitude : magnitude, scale };
}

function print({ unscaled, scale }: Decimal): string {
  const sign = unscaled < 0n ? '-' : '';
  const digits = String(unscaled < 0n ? -unscaled : unscaled);
  const exponent = digits.length - 1 - scale;
  if (scale === 0) return sign + digits;
  if (scale > 0 && exponent >= LEAST_PLAIN_EXPONENT) {
    const padded = digits.padStart(scale + 1, '0');
    return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  }
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return `${sign}${mantissa}${exponent === 0 ? '' : `E${exponent > 0 ? '+' : ''}${exponent}`}`;
}

function compare(one: CqlValue, other: CqlValue): number {
  const [left, right] = [parse(String(one)), parse(String(other))];
  if (!left || !right) return 0;
  const [leftSign, rightSign] = [signOf(left), signOf(right)];
  if (leftSign !== rightSign || leftSign === 0) return leftSign - rightSign;
  const byLength = (orderOf(left) - orderOf(right)) * leftSign;
  if (byLength !== 0) return byLength;
  // The same number of digits before the point, so this pads by no more than the digits that were written.
  const scale = Math.max(left.scale, right.scale);
  const difference = shift(left, scale) - shift(right, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function signOf({ unscaled }: Decimal): number {
  return unscaled < 0n ? -1 : unscaled > 0n ? 1 : 0;
}

/** The power of ten of the first digit. */
function orderOf({ unscaled, scale }: Decimal): number {
  return String(unscaled).replace('-', '').length - scale;
}

function shift({ unscaled, scale }: Decimal, to: number): bigint {
  return unscaled * 10n ** BigInt(to - scale);
}
