/** Where a request comes from, as far as that can be known. */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import type { GraphQLError } from 'graphql';

/** What Yoga hands on with a request: behind `node:http` the message that it was made from. */
export interface ServerContext {
  readonly req?: IncomingMessage;
  /** Why the entrance does not let it in. */
  readonly refusal?: GraphQLError;
}

const UNKNOWN = 'unknown';

/**
 * The network of the client: its IPv4 address, or the first half of its IPv6 address, of which one client has them all.
 *
 * @param trustedProxies - how many proxies have added an address to `X-Forwarded-For`; what stands before is hearsay
 */
export function readClientAddress(request: Request, { req }: ServerContext, trustedProxies: number): string {
  const forwarded = trustedProxies > 0 ? (request.headers.get('x-forwarded-for') ?? '').split(',') : [];
  const hops = [...forwarded.flatMap((hop) => hop.trim() || []), req?.socket.remoteAddress ?? UNKNOWN];
  return toNetwork(hops.at(-1 - Math.min(trustedProxies, hops.length - 1)) ?? UNKNOWN);
}

function toNetwork(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  // The URL parser knows how to write an address in one way only.
  const [head = '', tail] = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array(zeros).fill('0'), ...after].slice(0, 4).join(':');
}
