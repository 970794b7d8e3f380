/**
 * float and double: canonical as numbers, except for those that JSON cannot carry, which are the strings `NaN`,
 * `Infinity`, `-Infinity` and `-0` (JSON printers drop its sign, and Cassandra keeps -0 and 0 apart in keys).
 */
import { ownValue } from '../shared/own-value.ts';
import type { CqlValue } from '../source/source.ts';
import { isSameNumber } from './decimal.ts';
import { precisionLost } from './refuse.ts';
import type { Scalar } from './type.ts';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,9})?$/i;
/** This many significant digits identify each double; programs print no more. */
const DOUBLE_DIGITS = 17;
const WORDS: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

export const double: Scalar = {
  expects: 'a number, or one of the strings "NaN", "Infinity" and "-Infinity",',
  hint: (value) => hint(value, print),
  canonical: (value) => print(toNumber(value)),
  compare: compareNumbers,
};

export const float: Scalar = {
  expects: 'a number of at most 3.4028235e38, or one of the strings "NaN", "Infinity" and "-Infinity",',
  hint: (value) => hint(value, (number) => print(shortest(Math.fround(number)))),
  canonical: (value) => {
    const number = toNumber(value);
    if (number === undefined) return undefined;
    const rounded = Math.fround(number);
    const isLost = Number.isFinite(number) && (!Number.isFinite(rounded) || (rounded === 0 && number !== 0));
    return isLost ? undefined : print(shortest(rounded));
  },
  compare: compareNumbers,
};

/** The number that a canonical value stands for. */
export function numberOfCanonical(value: CqlValue): number {
  return typeof value === 'string' ? (ownValue(WORDS, value) ?? Number(value)) : Number(value);
}

/** `undefined` for text that is no number, or whose digits a double loses: upstream would round it, or make it infinite or zero. */
function toNumber(value: CqlValue): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const word = ownValue(WORDS, value);
  if (word !== undefined) return word;
  const number = NUMBER.test(value) ? Number(value) : Number.NaN;
  return Number.isFinite(number) && isExactly(value, number) ? number : undefined;
}

/** Whether a text is the shortest spelling of a double, or one that some program prints for it. */
function isExactly(text: string, number: number): boolean {
  const [digits = ''] = text.split(/e/i);
  const significant = digits.replace(/[+.-]/g, '').replace(/^0+/, '');
  if (number === 0 || isSameNumber(text, String(number))) return number !== 0 || significant === '';
  return /[.e]/i.test(text) && significant.length <= DOUBLE_DIGITS;
}

function hint(value: CqlValue, toKept: (number: number) => CqlValue | undefined): string | undefined {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value));
  const kept = isNumber && Number.isFinite(Number(value)) ? toKept(Number(value)) : undefined;
  return typeof kept === 'number' ? precisionLost('floating-point numbers', kept) : undefined;
}

function print(number: number | undefined): CqlValue | undefined {
  if (number === undefined) return undefined;
  if (Object.is(number, -0)) return '-0';
  return Number.isFinite(number) ? number : String(number);
}

/** The number with the fewest digits that rounds to this float: 0.1 and not 0.10000000149011612. Nine always suffice. */
function shortest(float: number): number {
  for (let digits = 1; digits < 9; digits += 1) {
    const candidate = Number(float.toPrecision(digits));
    if (Math.fround(candidate) === float) return Object.is(float, -0) ? -0 : candidate;
  }
  return float;
}

/** As Java: -0 before 0, NaN last. */
function compareNumbers(one: CqlValue, other: CqlValue): number {
  const [left, right] = [numberOfCanonical(one), numberOfCanonical(other)];
  if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
  if (left === 0 && right === 0) return Number(Object.is(right, -0)) - Number(Object.is(left, -0));
  return left - right || (left < right ? -1 : left > right ? 1 : 0);
}
