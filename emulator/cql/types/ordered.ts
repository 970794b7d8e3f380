/**
 * Order-preserving encodings: unsigned byte order is value order. No encoding of a type is a prefix of another, so
 * concatenated encodings sort value by value.
 */

/** Fixed-width two's complement integers: flips the sign bit. */
export function signedOrder(bytes: Uint8Array): Uint8Array {
  const ordered = Buffer.from(bytes);
  ordered[0] = (ordered[0] ?? 0) ^ 0x80;
  return ordered;
}

/** IEEE numbers in Java's order: -0.0 before 0.0, NaN last. */
export function floatOrder(bytes: Uint8Array): Uint8Array {
  const negative = ((bytes[0] ?? 0) & 0x80) !== 0;
  return negative ? complement(bytes) : signedOrder(bytes);
}

const END = Uint8Array.of(0, 0);

/** Bytes of any length: escapes zeros with a second byte, and ends with two zeros. */
export function bytesOrder(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0)) return Buffer.concat([bytes, END]);
  const escaped: number[] = [];
  for (const byte of bytes) {
    escaped.push(byte);
    if (byte === 0) escaped.push(0xff);
  }
  escaped.push(0, 0);
  return Uint8Array.from(escaped);
}

/** Integers of any size: sign, length, absolute value; complemented for negative numbers. */
export function bigintOrder(value: bigint): Uint8Array {
  const absolute = value < 0n ? -value : value;
  const hex = absolute.toString(16);
  const digits = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  const length = Buffer.allocUnsafe(4);
  length.writeUInt32BE(digits.length);
  const magnitude = Buffer.concat([length, digits]);
  return value < 0n
    ? Buffer.concat([Uint8Array.of(0), complement(magnitude)])
    : Buffer.concat([Uint8Array.of(1), magnitude]);
}

/** Decimals by value, so `1.5` and `1.50` are equal: sign, exponent, digits without trailing zeros. */
export function decimalOrder(unscaled: bigint, scale: number): Uint8Array {
  if (unscaled === 0n) return Uint8Array.of(1);
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString();
  const exponent = BigInt(digits.length) - BigInt(scale);
  const magnitude = Buffer.concat([bigintOrder(exponent), bytesOrder(Buffer.from(digits.replace(/0+$/, '')))]);
  return unscaled < 0n
    ? Buffer.concat([Uint8Array.of(0), complement(magnitude)])
    : Buffer.concat([Uint8Array.of(2), magnitude]);
}

/** Lists: element by element, the shorter first. */
export function listOrder(elements: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([...elements.flatMap((element) => [Uint8Array.of(1), element]), Uint8Array.of(0)]);
}

/** A fixed number of optional members; absent ones sort first. */
export function membersOrder(members: readonly (Uint8Array | undefined)[]): Uint8Array {
  return Buffer.concat(members.flatMap((member) => (member ? [Uint8Array.of(1), member] : [Uint8Array.of(0)])));
}

/** Reverses the order. */
export function complement(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => byte ^ 0xff);
}
