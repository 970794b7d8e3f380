/** inet: canonical as upstream prints it, IPv6 in eight groups without leading zeros. */
import { isIPv4, isIPv6 } from 'node:net';
import type { CqlValue } from '../source/source.ts';
import type { Scalar } from './type.ts';

/** Names are refused, since upstream would look them up; so is the empty text, which it takes for 127.0.0.1. */
export const inet: Scalar = {
  expects: 'an IPv4 or IPv6 address',
  canonical: (value) => {
    if (typeof value !== 'string') return undefined;
    if (isIPv4(value)) return value;
    return isIPv6(value) && !value.includes('%') ? printGroups(toGroups(value)) : undefined;
  },
  compare: (one, other) => Buffer.compare(toBytes(one), toBytes(other)),
};

const GROUPS = 8;

/** The URL parser accepts all spellings and returns the shortest. */
function toGroups(address: string): readonly number[] {
  const { hostname } = new URL(`http://[${address}]/`);
  const [head = '', tail] = hostname.slice(1, -1).split('::');
  const [first, last] = [parseGroups(head), parseGroups(tail ?? '')];
  return [...first, ...new Array<number>(GROUPS - first.length - last.length).fill(0), ...last];
}

function parseGroups(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}

function printGroups(groups: readonly number[]): string {
  const [high = 0, low = 0] = groups.slice(6);
  const isMappedIPv4 = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMappedIPv4) return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
  return groups.map((group) => group.toString(16)).join(':');
}

function toBytes(canonical: CqlValue): Buffer {
  const address = String(canonical);
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  return Buffer.from(toGroups(address).flatMap((group) => [group >> 8, group & 0xff]));
}
