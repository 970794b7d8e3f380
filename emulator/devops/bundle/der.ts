/** The parts of ASN.1 DER (X.690) that a certificate needs. */

const UTC_TIME_END = 2050;

/** One value: tag, length, content. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(body.length)]), body]);
}

export function derSequence(...content: readonly Uint8Array[]): Buffer {
  return der(0x30, ...content);
}

export function derSet(...content: readonly Uint8Array[]): Buffer {
  return der(0x31, ...content);
}

/** @param magnitude - a non-negative number, big-endian */
export function derInteger(magnitude: Uint8Array): Buffer {
  const isNegative = ((magnitude[0] ?? 0) & 0x80) !== 0;
  return der(0x02, Buffer.from(isNegative ? [0] : []), magnitude);
}

export function derBoolean(value: boolean): Buffer {
  return der(0x01, Buffer.from([value ? 0xff : 0]));
}

export function derBitString(bytes: Uint8Array, unusedBits = 0): Buffer {
  return der(0x03, Buffer.from([unusedBits]), bytes);
}

export function derOctetString(bytes: Uint8Array): Buffer {
  return der(0x04, bytes);
}

export function derUtf8String(text: string): Buffer {
  return der(0x0c, Buffer.from(text));
}

/** @param dotted - for example `2.5.29.19`; the first two parts share one byte */
export function derObjectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** To the second: UTCTime before 2050, GeneralizedTime from 2050 on, as RFC 5280 requires. */
export function derTime(atMs: number): Buffer {
  const date = new Date(atMs);
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  return date.getUTCFullYear() < UTC_TIME_END
    ? der(0x17, Buffer.from(digits.slice(2)))
    : der(0x18, Buffer.from(digits));
}

/** A value with an explicit context tag, for example `[3]`. */
export function derExplicit(tag: number, content: Uint8Array): Buffer {
  return der(0xa0 + tag, content);
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>>= 8) bytes.unshift(rest & 0xff);
  return [0x80 + bytes.length, ...bytes];
}

function base128(part: number): number[] {
  const bytes = [part & 0x7f];
  for (let rest = part >>> 7; rest > 0; rest >>>= 7) bytes.unshift(0x80 | (rest & 0x7f));
  return bytes;
}
