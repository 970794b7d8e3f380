/** Byte encodings of the CQL protocol: integers, length-prefixed values; comparison and successors of keys. */

/** A signed integer of `size` bytes, big-endian, two's complement. */
export function integerBytes(value: bigint, size: number): Uint8Array {
  const hex = BigInt.asUintN(size * 8, value).toString(16);
  return Buffer.from(hex.padStart(size * 2, '0'), 'hex');
}

/** A signed integer in the fewest bytes. */
export function minimalIntegerBytes(value: bigint): Uint8Array {
  const size = ((value < 0n ? ~value : value).toString(16).length >> 1) + 1;
  const fitsInLess = size > 1 && BigInt.asIntN((size - 1) * 8, value) === value;
  return integerBytes(value, fitsInLess ? size - 1 : size);
}

export function readInteger(bytes: Uint8Array): bigint {
  const hex = Buffer.from(bytes).toString('hex');
  return hex === '' ? 0n : BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`));
}

/** Concatenates values, each after its length in four bytes; an absent value has the length -1. */
export function framed(values: readonly (Uint8Array | undefined)[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const value of values) {
    const length = Buffer.allocUnsafe(4);
    length.writeInt32BE(value ? value.length : -1);
    parts.push(length);
    if (value) parts.push(value);
  }
  return Buffer.concat(parts);
}

/** Splits the result of `framed`, from `start`. */
export function unframed(bytes: Uint8Array, start = 0): (Uint8Array | undefined)[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values: (Uint8Array | undefined)[] = [];
  for (let at = start; at < buffer.length; ) {
    const length = buffer.readInt32BE(at);
    at += 4;
    values.push(length < 0 ? undefined : buffer.subarray(at, at + length));
    if (length > 0) at += length;
  }
  return values;
}

/** The first key after all keys with `prefix`, which must contain a byte below 255. */
export function successor(prefix: Uint8Array): Uint8Array {
  let end = prefix.length - 1;
  while (prefix[end] === 0xff) end -= 1;
  const next = Buffer.from(prefix.subarray(0, end + 1));
  next[end] = (next[end] ?? 0) + 1;
  return next;
}

export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
