/** Numbers of any length, spelled and compared as Java's BigDecimal does. */
import { type Decimal, parseDecimal, printDecimal } from '../../../cql/types/codec-number.ts';
import { JsonNumber } from '../../../shared/json.ts';
import { failed } from '../../command/errors.ts';

const ZERO: Decimal = { unscaled: 0n, scale: 0 };
/** Java would write that many digits out; here the operation is refused. */
const MAX_SHIFT = 100_000;

/** Integers as they are; what has a fraction or an exponent without zeros at the end: `1.10` is `1.1`, `100.0` is `1E+2`. */
export function spelled(number: JsonNumber): JsonNumber {
  if (number.isInteger) return number.text === '-0' ? new JsonNumber('0') : number;
  return new JsonNumber(printDecimal(stripped(decimalOf(number))));
}

/** The same text for numbers of the same value. */
export function canonical(number: JsonNumber): string {
  return printDecimal(stripped(decimalOf(number)));
}

export function compareSpelledNumbers(one: JsonNumber, other: JsonNumber): number {
  const [a, b] = [decimalOf(one), decimalOf(other)];
  const sign = signOf(a);
  if (sign !== signOf(b)) return sign - signOf(b);
  if (sign === 0) return 0;
  const magnitude = exponentOf(a) - exponentOf(b);
  if (magnitude !== 0) return magnitude * sign;
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [atScale(a, scale), atScale(b, scale)];
  return left < right ? -1 : Number(left > right);
}

export function add(one: JsonNumber, other: JsonNumber): JsonNumber {
  const [a, b] = [decimalOf(one), decimalOf(other)];
  const scale = Math.max(a.scale, b.scale);
  return printed({ unscaled: atScale(a, scale) + atScale(b, scale), scale });
}

export function multiply(one: JsonNumber, other: JsonNumber): JsonNumber {
  const [a, b] = [decimalOf(one), decimalOf(other)];
  return printed({ unscaled: a.unscaled * b.unscaled, scale: a.scale + b.scale });
}

function decimalOf({ text }: JsonNumber): Decimal {
  const decimal = parseDecimal(text);
  if (decimal) return decimal;
  throw failed('', 'UNEXPECTED_SERVER_ERROR', `Too many digits in the exponent of ${text}`);
}

function printed(decimal: Decimal): JsonNumber {
  return new JsonNumber(printDecimal(decimal));
}

function stripped({ unscaled, scale }: Decimal): Decimal {
  if (unscaled === 0n) return ZERO;
  const zeros = /0*$/.exec(String(unscaled))?.[0].length ?? 0;
  return { unscaled: unscaled / 10n ** BigInt(zeros), scale: scale - zeros };
}

function signOf({ unscaled }: Decimal): number {
  return unscaled < 0n ? -1 : Number(unscaled > 0n);
}

/** Of the first digit. */
function exponentOf({ unscaled, scale }: Decimal): number {
  return String(unscaled < 0n ? -unscaled : unscaled).length - scale;
}

function atScale({ unscaled, scale }: Decimal, wanted: number): bigint {
  if (wanted - scale > MAX_SHIFT) {
    throw failed('', 'UNEXPECTED_SERVER_ERROR', `A number of more than ${MAX_SHIFT} digits`);
  }
  return unscaled * 10n ** BigInt(wanted - scale);
}
