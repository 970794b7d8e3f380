/**
 * By which host names a gateway may be asked. A web page can point a name of its own at any address (DNS rebinding), and
 * then asks in the name of whoever looks at it; its requests carry that name in `Host`.
 */
import { isIP } from 'node:net';

export interface HostRule {
  /** As `toHostPattern` writes them. Where there are any, other names are refused. */
  readonly allowedHosts: readonly string[];
  /** Whether the server listens on loopback, where names of other machines are refused without any list. */
  readonly isLoopback: boolean;
}

/** Nothing that means something in a URL, so that what stands in `Host` can change neither path nor query. */
const HOST = /^(?:\[[\da-f:.]+\]|[^\s[\]:/?#@\\%]+)(?::\d{0,5})?$/i;
const MAPPED_LOOPBACK = /^::ffff:7f[\da-f]{2}:/;

/** The name or address in the value of `Host`, as URLs spell it and without brackets; `undefined` where there is none. */
export function toHostname(host: string): string | undefined {
  const url = HOST.test(host) && URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
  return url?.hostname.replace(/^\[|\]$|\.$/g, '') || undefined;
}

/** A name, an address, `*.` with a name for all names below it, or `*` for any; `undefined` for anything else. */
export function toHostPattern(item: string): string | undefined {
  const [, wildcard = '', name = ''] = /^(\*\.)?(.*)$/.exec(item) ?? [];
  if (item === '*') return item;
  const hostname = toHostname(isIP(name) === 6 ? `[${name}]` : name);
  const hasPort = /:\d*$/.test(name) && isIP(name) !== 6;
  return hostname === undefined || hasPort || hostname.includes('*') ? undefined : wildcard + hostname;
}

/** A name or address of this machine itself. The names below `localhost` belong to it too (RFC 6761). */
export function isLoopbackName(hostname: string): boolean {
  if (isIP(hostname) === 4) return hostname.startsWith('127.');
  return /^(.*\.)?localhost$/.test(hostname) || hostname === '::1' || MAPPED_LOOPBACK.test(hostname);
}

/** @param localAddress - that the connection has reached, by which probes ask; nobody can point a name at that and be it */
export function isAnswered(rule: HostRule, hostname: string, localAddress?: string): boolean {
  if (!isGuarded(rule) || isLoopbackName(hostname) || hostname === localAddress) return true;
  return rule.allowedHosts.some((pattern) => matches(pattern, hostname));
}

/** Whether the gateway's own token may be lent to who asks by this name: one that is answered, or else an address. */
export function isTrusted(rule: HostRule, hostname: string): boolean {
  return isGuarded(rule) ? isAnswered(rule, hostname) : isLoopbackName(hostname) || isIP(hostname) !== 0;
}

function isGuarded({ allowedHosts, isLoopback }: HostRule): boolean {
  return isLoopback || allowedHosts.length > 0;
}

function matches(pattern: string, hostname: string): boolean {
  return pattern === '*' || pattern === hostname || (pattern.startsWith('*.') && hostname.endsWith(pattern.slice(1)));
}
