/**
 * Partition tokens of Cassandra's Murmur3Partitioner: the first half of MurmurHash3 (x64, 128 bits, seed 0). Cassandra reads
 * the bytes of the last, incomplete block as signed.
 */

const C1 = 0x87c37b91114253d5n;
const C2 = 0x4cf5ad432745937fn;
const MASK = 0xffff_ffff_ffff_ffffn;
const MIN_TOKEN = -(2n ** 63n);
const MAX_TOKEN = 2n ** 63n - 1n;
const BLOCK_BYTES = 16;

/** The token of a serialized partition key, from -(2^63) + 1 to 2^63 - 1. */
export function partitionToken(serializedKey: Uint8Array): bigint {
  const view = new DataView(serializedKey.buffer, serializedKey.byteOffset, serializedKey.byteLength);
  const tailStart = serializedKey.length - (serializedKey.length % BLOCK_BYTES);
  let h1 = 0n;
  let h2 = 0n;
  for (let at = 0; at < tailStart; at += BLOCK_BYTES) {
    h1 = (rotate(h1 ^ mixFirst(view.getBigUint64(at, true)), 27n) + h2) & MASK;
    h1 = (h1 * 5n + 0x52dce729n) & MASK;
    h2 = (rotate(h2 ^ mixSecond(view.getBigUint64(at + 8, true)), 31n) + h1) & MASK;
    h2 = (h2 * 5n + 0x38495ab5n) & MASK;
  }
  h2 ^= mixSecond(signedTail(view, tailStart + 8, serializedKey.length));
  h1 ^= mixFirst(signedTail(view, tailStart, Math.min(tailStart + 8, serializedKey.length)));
  const length = BigInt(serializedKey.length);
  const first = ((h1 ^ length) + (h2 ^ length)) & MASK;
  const second = (first + (h2 ^ length)) & MASK;
  const token = BigInt.asIntN(64, finish(first) + finish(second));
  return token === MIN_TOKEN ? MAX_TOKEN : token;
}

/** A token as eight bytes, whose order as unsigned bytes is the order of tokens. */
export function tokenBytes(token: bigint): Uint8Array {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigUInt64BE(token - MIN_TOKEN);
  return bytes;
}

function signedTail(view: DataView, start: number, end: number): bigint {
  let word = 0n;
  for (let at = start; at < end; at += 1) word ^= BigInt(view.getInt8(at)) << BigInt((at - start) * 8);
  return word & MASK;
}

function mixFirst(word: bigint): bigint {
  return (rotate((word * C1) & MASK, 31n) * C2) & MASK;
}

function mixSecond(word: bigint): bigint {
  return (rotate((word * C2) & MASK, 33n) * C1) & MASK;
}

function rotate(word: bigint, bits: bigint): bigint {
  return ((word << bits) | (word >> (64n - bits))) & MASK;
}

function finish(word: bigint): bigint {
  let mixed = ((word ^ (word >> 33n)) * 0xff51afd7ed558ccdn) & MASK;
  mixed = ((mixed ^ (mixed >> 33n)) * 0xc4ceb9fe1a85ec53n) & MASK;
  return mixed ^ (mixed >> 33n);
}
