/** Exact decimal numbers for JSON schemas: as a double, 7.3 is not a multiple of 0.1, and long integers lose digits. */
import type { JsonNumber } from '../../shared/json.ts';

interface Decimal {
  readonly unscaled: bigint;
  /** The value is `unscaled / 10^scale`. */
  readonly scale: number;
}

const NUMBER = /^(-?\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;
/** Bounds the number of digits; the range of doubles is smaller. */
const MAX_EXPONENT = 400;

export function compareNumbers(left: JsonNumber, right: JsonNumber): number {
  const [one, other] = align(toDecimal(left), toDecimal(right));
  return one < other ? -1 : Number(one > other);
}

export function isMultipleOf(value: JsonNumber, divisor: JsonNumber): boolean {
  const [one, other] = align(toDecimal(value), toDecimal(divisor));
  return other !== 0n && one % other === 0n;
}

/** The same text for numbers of the same value. */
export function canonicalNumber(number: JsonNumber): string {
  let { unscaled, scale } = toDecimal(number);
  while (unscaled !== 0n && unscaled % 10n === 0n) {
    unscaled /= 10n;
    scale -= 1;
  }
  return unscaled === 0n ? '0' : `${unscaled}e${-scale}`;
}

function toDecimal({ text }: JsonNumber): Decimal {
  const [, whole = '0', fraction = '', exponentText = '0'] = NUMBER.exec(text) ?? [];
  const exponent = Math.max(-MAX_EXPONENT, Math.min(MAX_EXPONENT, Number(exponentText)));
  return { unscaled: BigInt(whole + fraction), scale: fraction.length - exponent };
}

function align(left: Decimal, right: Decimal): [bigint, bigint] {
  const scale = Math.max(left.scale, right.scale, 0);
  return [left.unscaled * 10n ** BigInt(scale - left.scale), right.unscaled * 10n ** BigInt(scale - right.scale)];
}
