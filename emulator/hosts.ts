/** By which name a client has reached the emulator: a web page can point names of its own at this machine (DNS rebinding). */
import { isIP } from 'node:net';

/** An IP address or `localhost`, which no web page can make mean another machine than it says. */
export function isDirect(origin: string): boolean {
  const name = hostname(origin);
  return name === 'localhost' || isIP(name) !== 0;
}

/** A name of this machine itself. */
export function isLoopback(origin: string): boolean {
  const name = hostname(origin);
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

function hostname(origin: string): string {
  return new URL(origin).hostname.replace(/^\[|\]$/g, '');
}
