/** Simple values, alike in rows and in conditions. */
import { withoutTrailingZeros } from '../../cql/decimal.ts';
import type { ScalarName } from '../../cql/type.ts';
import { type JsonValue, NumberText } from '../../json/json-value.ts';
import { show } from '../../json/shorten.ts';
import { InputError } from '../../source/errors.ts';
import type { CqlValue } from '../../source/source.ts';

/** The longest number that upstream takes, in digits. */
const MAX_DIGITS = 100;
const EXACT_NUMBERS: ReadonlySet<ScalarName> = new Set(['bigint', 'varint']);

/**
 * A value that is not null, as JSON: exact numbers as bare digits, bytes as `{"$binary": base64}`, times as their text.
 *
 * @param value - canonical
 * @throws InputError - for minus zero, which upstream would store as zero, and for a number of too many digits
 */
export function encodeScalar(name: ScalarName, value: CqlValue, column: string): JsonValue {
  if (name === 'decimal') return digits(reachableDecimal(String(value)), column);
  if (EXACT_NUMBERS.has(name)) return digits(String(value), column);
  if (name === 'blob') return { $binary: value };
  if ((name === 'float' || name === 'double') && value === '-0') {
    throw new InputError(
      `The column "${column}" cannot be given minus zero: the Data API would take it for zero. Send 0.`,
    );
  }
  return value;
}

function digits(text: string, column: string): NumberText {
  const count = text.replace(/[-+.E]/g, '').length;
  if (count <= MAX_DIGITS) return new NumberText(text);
  throw new InputError(
    `The number ${show(text)} for the column "${column}" has ${count} digits, and the Data API takes ${MAX_DIGITS}. Send a shorter one.`,
  );
}

/**
 * The spelling of a decimal that is stored as it is sent: upstream drops zeros behind the point, and makes `1E+1` of `10.0`.
 *
 * @param value - canonical
 */
export function reachableDecimal(value: string): string {
  if (/^-?\d+$/.test(value)) return value;
  const [whole = '', zeros = ''] = value.split('.');
  return /^0+$/.test(zeros) ? whole : withoutTrailingZeros(value);
}
