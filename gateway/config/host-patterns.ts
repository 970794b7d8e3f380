/** Host names and the patterns of allowed hosts, as settings and `Host` headers write them. */
import { isIP } from 'node:net';
import { memoizeTexts } from '../../datasources/shared/memoize-texts.ts';

export interface HostRule {
  /** As `toHostPattern` writes them. Where there are any, other names are refused. */
  readonly allowedHosts: readonly string[];
  /** Whether the server listens on loopback, where names of other machines are refused even without a list. */
  readonly isLoopback: boolean;
}

/** No character with a meaning in a URL, so that the value of `Host` can change neither path nor query. */
const HOST = /^(?:\[[\da-f:.]+\]|[^\s[\]:/?#@\\%]+)(?::\d{0,5})?$/i;
const MAPPED_LOOPBACK = /^::ffff:7f[\da-f]{2}:/;

/** The name or address in the value of `Host`, as URLs spell it and without brackets; `undefined` where there is none. */
export const toHostname = memoizeTexts((host): string | undefined => {
  const url = HOST.test(host) && URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
  return url?.hostname.replace(/^\[|\]$|\.$/g, '') || undefined;
});

/** A name, an address, `*.` with a name for all names below it, or `*` for any; `undefined` for anything else. */
export function toHostPattern(item: string): string | undefined {
  const [, wildcard = '', name = ''] = /^(\*\.)?(.*)$/.exec(item) ?? [];
  if (item === '*') return item;
  const hostname = toHostname(isIP(name) === 6 ? `[${name}]` : name);
  const hasPort = /:\d*$/.test(name) && isIP(name) !== 6;
  return hostname === undefined || hasPort || hostname.includes('*') ? undefined : wildcard + hostname;
}

/** A name or address of this machine. The names below `localhost` belong to it too (RFC 6761). */
export function isLoopbackName(hostname: string): boolean {
  if (isIP(hostname) === 4) return hostname.startsWith('127.');
  return /^(.*\.)?localhost$/.test(hostname) || hostname === '::1' || MAPPED_LOOPBACK.test(hostname);
}
