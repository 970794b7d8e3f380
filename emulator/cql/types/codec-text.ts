/** text, ascii, boolean, blob, uuid and timeuuid. */
import { type Codec, ConversionError, scalarCodec } from './codec.ts';
import { javaText } from './java.ts';
import { bytesOrder } from './ordered.ts';
import { parseUuid, timeuuidOrder, uuidOrder, uuidText, uuidVersion } from './uuid.ts';

const textScalar = {
  name: 'TEXT',
  strings: true,
  parse: (text: string) => text,
  // A nested null becomes the text "null".
  coerce: javaText,
  serialize: (value: string) => Buffer.from(value),
  deserialize: (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(),
  toJson: (value: string) => value,
  toOrdered: bytesOrder,
};

export const text = scalarCodec(textScalar);

export const ascii: Codec = scalarCodec({
  ...textScalar,
  problem: (bytes: Uint8Array) =>
    bytes.some((byte) => byte > 0x7f)
      ? { text: 'java.nio.charset.UnmappableCharacterException: Input length = 1', positioned: true }
      : undefined,
});

export const boolean = scalarCodec<boolean>({
  name: 'BOOLEAN',
  parse(word) {
    const lower = word.toLowerCase();
    return lower === 'true' || lower === 'false' ? lower === 'true' : undefined;
  },
  coerce: (value) => (typeof value === 'boolean' ? value : undefined),
  serialize: (value) => Uint8Array.of(value ? 1 : 0),
  deserialize: (bytes) => bytes[0] === 1,
  toJson: (value) => value,
  toOrdered: (bytes) => bytes,
});

export const blob = scalarCodec<Uint8Array>({
  name: 'BLOB',
  strings: true,
  parse: parseBase64,
  serialize: (value) => value,
  deserialize: (bytes) => bytes,
  toJson: (value) => Buffer.from(value).toString('base64'),
  toOrdered: bytesOrder,
});

export const uuid = scalarCodec<Uint8Array>({
  name: 'UUID',
  strings: true,
  parse: parseUuid,
  serialize: (value) => value,
  deserialize: (bytes) => bytes,
  toJson: uuidText,
  toOrdered: uuidOrder,
});

export const timeuuid = scalarCodec<Uint8Array>({
  name: 'TIMEUUID',
  strings: true,
  parse: parseUuid,
  serialize: (value) => value,
  deserialize: (bytes) => bytes,
  toJson: uuidText,
  toOrdered: timeuuidOrder,
  problem: (bytes) =>
    uuidVersion(bytes) === 1 ? undefined : { text: 'Invalid version for TimeUUID type.', positioned: false },
});

/** Base64 as `java.util.Base64` decodes it: the standard alphabet, with optional but valid padding. */
export function parseBase64(encoded: string): Uint8Array {
  const bytes = Buffer.from(encoded);
  const end = bytes.indexOf('=') < 0 ? bytes.length : bytes.indexOf('=');
  const invalid = bytes.subarray(0, end).find((byte) => !/[A-Za-z0-9+/]/.test(String.fromCharCode(byte)));
  if (invalid !== undefined) throw new ConversionError(`Illegal base64 character ${invalid.toString(16)}`);
  if (bytes.length === 1) throw new ConversionError('Input byte[] should at least have 2 bytes for base64 bytes');
  const padding = bytes.length - end;
  if (padding > 0 && (end % 4 < 2 || padding < 4 - (end % 4))) {
    throw new ConversionError('Input byte array has wrong 4-byte ending unit');
  }
  if (padding > 0 && padding > 4 - (end % 4)) {
    throw new ConversionError(`Input byte array has incorrect ending byte at ${end + 4 - (end % 4)}`);
  }
  if (end % 4 === 1) throw new ConversionError('Last unit does not have enough valid bits');
  return Buffer.from(encoded, 'base64');
}
