/** Parses UUIDs as leniently as Java, prints them, and encodes Cassandra's two orders of UUIDs. */
import { signedOrder } from './ordered.ts';

const GROUP_HEX_DIGITS = [8, 4, 4, 4, 12] as const;

/** Five groups of hex digits: short groups are padded with zeros, of long groups the last digits count. */
export function parseUuid(text: string): Uint8Array | undefined {
  const groups = text.split('-');
  if (text.length > 36 || groups.length !== 5) return undefined;
  if (!groups.every((group) => /^[0-9a-f]{1,16}$/i.test(group))) return undefined;
  const hex = groups.map((group, index) => group.padStart(16, '0').slice(-(GROUP_HEX_DIGITS[index] ?? 0)));
  return Buffer.from(hex.join(''), 'hex');
}

export function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export function uuidVersion(bytes: Uint8Array): number {
  return (bytes[6] ?? 0) >> 4;
}

/** By version, then by time (version 1) or by bytes. */
export function uuidOrder(bytes: Uint8Array): Uint8Array {
  const version = uuidVersion(bytes);
  const first = version === 1 ? timeBytes(bytes) : bytes.subarray(0, 8);
  return Buffer.concat([Uint8Array.of(version), first, bytes.subarray(8)]);
}

/** By time, then by the other bytes, each of them signed. */
export function timeuuidOrder(bytes: Uint8Array): Uint8Array {
  const rest = bytes.subarray(8).map((byte) => byte ^ 0x80);
  return Buffer.concat([signedOrder(timeBytes(bytes)), rest]);
}

/** The time of a version 1 UUID, most significant byte first, without the version. */
function timeBytes(bytes: Uint8Array): Uint8Array {
  const time = Buffer.concat([bytes.subarray(6, 8), bytes.subarray(4, 6), bytes.subarray(0, 4)]);
  time[0] = (time[0] ?? 0) & 0x0f;
  return time;
}
