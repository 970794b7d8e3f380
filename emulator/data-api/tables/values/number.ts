/** JSON numbers as values of columns: exact as long as the type is. */
import { integerBytes, minimalIntegerBytes } from '../../../cql/types/bytes.ts';
import { type Decimal, decimal, double, float, parseDecimal } from '../../../cql/types/codec-number.ts';
import type { ScalarName } from '../../../cql/types/scalar-name.ts';
import { type Json, JsonNumber } from '../../../shared/json.ts';
import { KindError, ValueError } from './value-error.ts';

const SIZES: Partial<Readonly<Record<ScalarName, number>>> = { tinyint: 1, smallint: 2, int: 4, bigint: 8 };
const NOT_NUMBERS = ['NaN', 'Infinity', '-Infinity'];

export function integerValue(name: ScalarName, value: Json): Uint8Array {
  if (!(value instanceof JsonNumber)) throw new KindError();
  const size = SIZES[name];
  const whole = wholeNumber(value);
  if (size === undefined) return minimalIntegerBytes(whole);
  if (BigInt.asIntN(size * 8, whole) !== whole) throw new ValueError(overflow(name, value, whole));
  return integerBytes(whole, size);
}

/** Kept without zeros at its end, but for whole numbers that are written as such. */
export function decimalValue(value: Json): Uint8Array {
  if (!(value instanceof JsonNumber)) throw new KindError();
  const number = decimalOf(value);
  return decimal.fromText(plain(value.isInteger ? number : stripped(number)), { compactMaps: true });
}

/** What is too great becomes infinite, and there is no negative zero. */
export function floatingValue(name: 'float' | 'double', value: Json): Uint8Array {
  const codec = name === 'float' ? float : double;
  if (value instanceof JsonNumber) {
    const isZero = Number(value.text) === 0;
    return codec.fromJson(isZero ? new JsonNumber('0') : value, { compactMaps: true });
  }
  if (typeof value !== 'string') throw new KindError();
  if (NOT_NUMBERS.includes(value)) return codec.fromText(value, { compactMaps: true });
  throw new ValueError(`of texts only ${NOT_NUMBERS.join(', ')} are numbers`);
}

function wholeNumber(value: JsonNumber): bigint {
  if (value.isInteger) return BigInt(value.text);
  const { unscaled, scale } = stripped(decimalOf(value));
  if (scale > 0) throw new ValueError('the number has a fraction');
  return unscaled * 10n ** BigInt(-scale);
}

/** The server tells small whole numbers from great ones, and those from numbers with an exponent. */
function overflow(name: ScalarName, value: JsonNumber, whole: bigint): string {
  if (!value.isInteger) return 'the number is out of range';
  const isLong = BigInt.asIntN(64, whole) === whole;
  if (!isLong) return `the number is far out of the range of ${name}`;
  return `the number is too ${whole < 0n ? 'small' : 'great'} for ${name}`;
}

function decimalOf({ text }: JsonNumber): Decimal {
  const number = parseDecimal(text);
  if (number) return number;
  throw new ValueError('the exponent of the number is out of range');
}

function stripped({ unscaled, scale }: Decimal): Decimal {
  if (unscaled === 0n) return { unscaled, scale: 0 };
  const digits = String(unscaled);
  const kept = digits.replace(/0+$/, '');
  return { unscaled: BigInt(kept), scale: scale - (digits.length - kept.length) };
}

function plain({ unscaled, scale }: Decimal): string {
  return `${unscaled}E${-scale}`;
}
