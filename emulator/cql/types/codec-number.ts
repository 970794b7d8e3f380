/** float, double and decimal. */
import { JsonNumber } from '../../shared/json.ts';
import { integerBytes, minimalIntegerBytes, readInteger } from './bytes.ts';
import { ConversionError, scalarCodec } from './codec.ts';
import { javaDouble, javaFloat } from './java.ts';
import { decimalOrder, floatOrder } from './ordered.ts';

export const float = scalarCodec<number>({
  name: 'FLOAT',
  parse: (text) => rounded(parseFloating(text)),
  coerce: (value) => (value instanceof JsonNumber ? Math.fround(Number(value.text)) : undefined),
  serialize(value) {
    const bytes = Buffer.allocUnsafe(4);
    bytes.writeFloatBE(value);
    return bytes;
  },
  deserialize: (bytes) => new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0),
  toJson: (value) => printed(javaFloat(value)),
  toOrdered: floatOrder,
});

export const double = scalarCodec<number>({
  name: 'DOUBLE',
  parse: parseFloating,
  coerce: (value) => (value instanceof JsonNumber ? Number(value.text) : undefined),
  serialize(value) {
    const bytes = Buffer.allocUnsafe(8);
    bytes.writeDoubleBE(value);
    return bytes;
  },
  deserialize: (bytes) => new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0),
  toJson: (value) => printed(javaDouble(value)),
  toOrdered: floatOrder,
});

/** `unscaled / 10^scale`, as Java's BigDecimal holds it. */
export interface Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
}

/** Four bytes of scale, then the digits as an integer. */
export const decimal = scalarCodec<Decimal>({
  name: 'DECIMAL',
  parse: parseDecimal,
  coerce(value) {
    if (!(value instanceof JsonNumber)) return undefined;
    if (value.isInteger) return { unscaled: BigInt(value.text), scale: 0 };
    const text = javaDouble(Number(value.text));
    const parsed = parseDecimal(text);
    if (parsed) return parsed;
    throw new ConversionError(
      `Character ${text.replace('-', '')[0]} is neither a decimal digit number, decimal point, nor "e" notation exponential mark.`,
    );
  },
  serialize: ({ unscaled, scale }) => Buffer.concat([integerBytes(BigInt(scale), 4), minimalIntegerBytes(unscaled)]),
  deserialize: readDecimal,
  toJson: (value) => new JsonNumber(printDecimal(value)),
  // A double has no trailing zeros; decimal keys of maps keep theirs.
  toText: printDecimal,
  toOrdered(bytes) {
    const { unscaled, scale } = readDecimal(bytes);
    return decimalOrder(unscaled, scale);
  },
});

function parseFloating(text: string): number | undefined {
  const match = /^[\s\0]*([+-]?)(NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?)[\s\0]*$/.exec(text);
  if (!match) return undefined;
  const [, sign, digits = ''] = match;
  const value = Number(digits.replace(/[fFdD]$/, ''));
  return sign === '-' ? -value : value;
}

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.fround(value);
}

/** NaN and infinities are strings: JSON has no such numbers. */
function printed(text: string): JsonNumber | string {
  return /\d/.test(text) ? new JsonNumber(text) : text;
}

const MAX_SCALE = 2 ** 31 - 1;

/** @returns `undefined` for what is no number */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  if (!match || whole + fraction === '') return undefined;
  const scale = fraction.length - Number(exponent);
  if (Math.abs(scale) > MAX_SCALE) return undefined;
  const digits = BigInt(whole + fraction);
  return { unscaled: sign === '-' ? -digits : digits, scale };
}

/** `BigDecimal.toString`. */
export function printDecimal({ unscaled, scale }: Decimal): string {
  const sign = unscaled < 0n ? '-' : '';
  const digits = String(unscaled < 0n ? -unscaled : unscaled);
  const exponent = digits.length - 1 - scale;
  if (scale === 0) return sign + digits;
  if (scale > 0 && exponent >= -6) {
    const padded = digits.padStart(scale + 1, '0');
    return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  }
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return `${sign}${mantissa}${exponent === 0 ? '' : `E${exponent > 0 ? '+' : ''}${exponent}`}`;
}

function readDecimal(bytes: Uint8Array): Decimal {
  return { scale: Number(readInteger(bytes.subarray(0, 4))), unscaled: readInteger(bytes.subarray(4)) };
}
