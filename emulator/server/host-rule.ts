/** Host names that the emulator answers to. A web page can point its own name at this machine (DNS rebinding). */
import { isIP } from 'node:net';

/** An IP address or `localhost`: names that a web page cannot redirect. */
export function isAddressOrLocalhost(origin: string): boolean {
  const name = hostname(origin);
  return name === 'localhost' || isIP(name) !== 0;
}

/** A loopback address or name; names below `localhost` are loopback too (RFC 6761). */
export function isLoopback(origin: string): boolean {
  const name = hostname(origin);
  if (isIP(name) === 4) return name.startsWith('127.');
  return /^(.*\.)?localhost$/.test(name) || name === '::1' || /^::ffff:7f[\da-f]{2}:/.test(name);
}

export interface HostRule {
  /** Names, addresses, `*.example.com` for subdomains, or `*` for any name. A non-empty list rejects all other names. */
  readonly allowedHosts: readonly string[];
  /** The address that the server listens on. On a loopback address, an empty list rejects all but loopback names. */
  readonly listensOn: string;
}

/** Whether the server answers requests for this origin. */
export function isHostAllowed({ allowedHosts, listensOn }: HostRule, origin: string): boolean {
  const isOpen =
    allowedHosts.length === 0 && !isLoopback(`http://${isIP(listensOn) === 6 ? `[${listensOn}]` : listensOn}`);
  const name = hostname(origin);
  const isMatch = (pattern: string) =>
    pattern === '*' || pattern === name || (pattern.startsWith('*.') && name.endsWith(pattern.slice(1)));
  return isOpen || isLoopback(origin) || allowedHosts.some(isMatch);
}

function hostname(origin: string): string {
  return new URL(origin).hostname.replace(/^\[|\]$|\.$/g, '');
}
