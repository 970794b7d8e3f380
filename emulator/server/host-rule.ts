/** By which name a client has reached the emulator: a web page can point names of its own at this machine (DNS rebinding). */
import { isIP } from 'node:net';

/** An IP address or `localhost`, which no web page can make mean another machine than it says. */
export function isAddressOrLocalhost(origin: string): boolean {
  const name = hostname(origin);
  return name === 'localhost' || isIP(name) !== 0;
}

/** A name of this machine itself; those below `localhost` are its names too (RFC 6761). */
export function isLoopback(origin: string): boolean {
  const name = hostname(origin);
  if (isIP(name) === 4) return name.startsWith('127.');
  return /^(.*\.)?localhost$/.test(name) || name === '::1' || /^::ffff:7f[\da-f]{2}:/.test(name);
}

export interface HostRule {
  /** Names, addresses, `*.` with a name for all below it, or `*` for any. Where there are any, other names are refused. */
  readonly allowedHosts: readonly string[];
  /** Where the server listens. On loopback names of other machines are refused without any list. */
  readonly listensOn: string;
}

/** Whether the server answers those who came by this name. */
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
