/** The network address of a client. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIPv6 } from 'node:net';
import type { GraphQLError } from 'graphql';

/** Yoga's server context: behind `node:http` the incoming message. */
export interface ServerContext {
  readonly req?: IncomingMessage;
  readonly res?: ServerResponse;
  /** Set when the handler refuses the request. */
  readonly refusal?: GraphQLError;
}

/** What is read of a request. */
export interface HeadersOnly {
  readonly headers: { get(name: string): string | null };
}

const UNKNOWN = 'unknown';

/**
 * The client's IPv4 address, or the first half of its IPv6 address, because one client usually has all addresses of such a network.
 *
 * @param trustedProxies - how many proxies append an address to `X-Forwarded-For`; earlier addresses are not trusted
 */
export function readClientAddress(request: HeadersOnly, { req }: ServerContext, trustedProxies: number): string {
  const forwarded = trustedProxies > 0 ? (request.headers.get('x-forwarded-for') ?? '').split(',') : [];
  const hops = [...forwarded.flatMap((hop) => hop.trim() || []), req?.socket.remoteAddress ?? UNKNOWN];
  return toNetwork(hops.at(-1 - Math.min(trustedProxies, hops.length - 1)) ?? UNKNOWN);
}

function toNetwork(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  // The URL parser writes each address in one canonical form.
  const [head = '', tail] = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array(zeros).fill('0'), ...after].slice(0, 4).join(':');
}
