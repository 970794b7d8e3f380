/** Integers. Upstream silently wraps those that are out of range, so ranges are checked here. */
import type { CqlValue } from '../source/source.ts';
import type { Scalar } from './type.ts';

const INTEGER = /^[+-]?\d+$/;
/** Longer than any varint that a Cassandra cell or a request can sensibly hold. */
const MAX_DIGITS = 100_000;

/** tinyint, smallint and int: canonical as numbers. */
export function shortInteger(bits: 8 | 16 | 32): Scalar {
  const limit = 2 ** (bits - 1);
  return {
    expects: `an integer from ${-limit} to ${limit - 1}`,
    canonical: (value) => {
      // Most values come as numbers, by the thousand. Minus zero becomes zero.
      if (typeof value === 'number')
        return Number.isInteger(value) && value >= -limit && value < limit ? value + 0 : undefined;
      const integer = toInteger(value);
      return integer !== undefined && fits(integer, bits) ? Number(integer) : undefined;
    },
    compare: compareIntegers,
  };
}

/** bigint and counter: canonical as strings of digits. */
export const longInteger: Scalar = {
  expects: `an integer from ${-(2n ** 63n)} to ${2n ** 63n - 1n}, best sent as a string of digits,`,
  canonical: (value) => {
    const integer = toInteger(value);
    return integer !== undefined && fits(integer, 64) ? String(integer) : undefined;
  },
  compare: compareIntegers,
};

export const varint: Scalar = {
  expects: 'an integer, best sent as a string of digits,',
  canonical: (value) => toInteger(value)?.toString(),
  compare: compareIntegers,
};

/** Whether a two's complement integer of so many bits holds it. */
export function fits(integer: bigint, bits: number): boolean {
  return BigInt.asIntN(bits, integer) === integer;
}

function toInteger(value: CqlValue): bigint | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  if (typeof value !== 'string' || value.length > MAX_DIGITS || !INTEGER.test(value)) return undefined;
  return BigInt(value.replace('+', ''));
}

function compareIntegers(one: CqlValue, other: CqlValue): number {
  const [left, right] = [BigInt(String(one)), BigInt(String(other))];
  return left < right ? -1 : left > right ? 1 : 0;
}
