/** inet: addresses as Java's `InetAddress` reads and prints them. Only the name `localhost` is resolved. */
import { scalarCodec } from './codec.ts';
import { bytesOrder } from './ordered.ts';

const LOOPBACK = Uint8Array.of(127, 0, 0, 1);

export const inet = scalarCodec<Uint8Array>({
  name: 'INET',
  strings: true,
  parse: parseAddress,
  serialize: (value) => value,
  deserialize: (bytes) => bytes,
  toJson: printAddress,
  toText: (value) => `/${printAddress(value)}`,
  toOrdered: bytesOrder,
});

function parseAddress(text: string): Uint8Array | undefined {
  if (text === '' || text.toLowerCase() === 'localhost') return LOOPBACK;
  const bare = /^\[.*\]$/.test(text) ? text.slice(1, -1) : text;
  return bare.includes(':') ? parseVersion6(bare) : parseVersion4(text);
}

/** One to four parts; the last fills the remaining bytes: `1.2` is `1.0.0.2`. */
function parseVersion4(text: string): Uint8Array | undefined {
  const parts = text.split('.');
  if (parts.length > 4 || !parts.every((part) => /^\d{1,10}$/.test(part))) return undefined;
  const numbers = parts.map(Number);
  const last = numbers.pop() ?? 0;
  const tailBytes = 4 - numbers.length;
  if (numbers.some((part) => part > 255) || last >= 256 ** tailBytes) return undefined;
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(last);
  return Buffer.concat([Uint8Array.from(numbers), tail.subarray(4 - tailBytes)]);
}

function parseVersion6(text: string): Uint8Array | undefined {
  const address = text.replace(/%.*$/, '');
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : groupBytes(half)));
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const missing = 16 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 2 : missing !== 0) return undefined;
  const bytes = Uint8Array.from([...head, ...Array<number>(missing).fill(0), ...(tail ?? [])]);
  return isMapped(bytes) ? bytes.subarray(12) : bytes;
}

function groupBytes(text: string): number[] | undefined {
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    if (group.includes('.') && index === groups.length - 1) {
      const version4 = group.split('.').length === 4 ? parseVersion4(group) : undefined;
      if (!version4) return undefined;
      bytes.push(...version4);
    } else if (/^[0-9a-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 0xff);
    } else return undefined;
  }
  return bytes;
}

/** An IPv4-mapped IPv6 address is stored as IPv4. */
function isMapped(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
}

function printAddress(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  const buffer = Buffer.from(bytes);
  return Array.from({ length: 8 }, (_, index) => buffer.readUInt16BE(index * 2).toString(16)).join(':');
}
