/** tinyint, smallint, int, bigint, counter and varint. */
import { type Json, JsonNumber } from '../../shared/json.ts';
import { integerBytes, minimalIntegerBytes, readInteger } from './bytes.ts';
import { type Codec, ConversionError, scalarCodec } from './codec.ts';
import { javaNumber } from './java.ts';
import { bigintOrder, signedOrder } from './ordered.ts';

const INT_BITS = 32;
const INT_MAX = 2n ** 31n - 1n;

export const tinyint = fixedWidth('TINYINT', 1);
export const smallint = fixedWidth('SMALLINT', 2);
export const int = fixedWidth('INT', 4);
export const bigint = fixedWidth('LONG', 8);

/** Read as text, in the range of 32 bits: Stargate cannot print larger counters. */
export const counter: Codec = { ...fixedWidth('COUNTER', 8), toJson: counterText };

export const varint = scalarCodec<bigint>({
  name: 'VARINT',
  parse: parseInteger,
  coerce(value) {
    if (!(value instanceof JsonNumber)) return undefined;
    if (!value.isInteger) throw new ConversionError(`For input string: "${javaNumber(value)}"`);
    return BigInt(value.text);
  },
  serialize: minimalIntegerBytes,
  deserialize: readInteger,
  toJson: (value) => new JsonNumber(String(value)),
  toOrdered: (bytes) => bigintOrder(readInteger(bytes)),
});

function fixedWidth(name: string, size: number): Codec {
  const bits = size * 8;
  return scalarCodec<bigint>({
    name,
    parse(text) {
      const value = parseInteger(text);
      return value !== undefined && BigInt.asIntN(bits, value) === value ? value : undefined;
    },
    coerce: (value) => (value instanceof JsonNumber ? narrowed(value, bits) : undefined),
    serialize: (value) => integerBytes(value, size),
    deserialize: readInteger,
    toJson: (value) => new JsonNumber(String(value)),
    toOrdered: signedOrder,
  });
}

/** Java's narrowing conversions: integers wrap around; doubles saturate to int or long, then wrap to smaller types. */
function narrowed(number: JsonNumber, bits: number): bigint {
  if (number.isInteger) return BigInt.asIntN(bits, BigInt(number.text));
  const value = Number(number.text);
  const limit = 2n ** BigInt(Math.max(bits, INT_BITS) - 1);
  if (value >= Number(limit)) return BigInt.asIntN(bits, limit - 1n);
  if (value <= -Number(limit)) return BigInt.asIntN(bits, -limit);
  return BigInt.asIntN(bits, BigInt(Math.trunc(value)));
}

function parseInteger(text: string): bigint | undefined {
  return /^[+-]?\d+$/.test(text) ? BigInt(text.replace(/^\+/, '')) : undefined;
}

function counterText(bytes: Uint8Array): Json {
  const value = readInteger(bytes);
  if (value > INT_MAX || value < -INT_MAX - 1n) {
    throw new ConversionError(`Valid range for int is ${-INT_MAX - 1n} to ${INT_MAX}, got ${value}`);
  }
  return String(value);
}
