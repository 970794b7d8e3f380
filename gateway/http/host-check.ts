/**
 * Refuses requests without a host, for a foreign host, or whose target is no path, before a URL is made of them. A web page can
 * point a name of its own at any address (DNS rebinding); its requests carry that name in `Host`.
 */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { GraphQLError } from 'graphql';
import { type HostRule, isLoopbackName, toHostname } from '../config/host-patterns.ts';
import { SAFETY_SETTINGS } from '../config/safety-settings.ts';
import type { HeadersOnly } from '../shared/client-address.ts';
import { createRefusal } from '../shared/refusal.ts';

const SHOWN_CHARACTERS = 100;

/** @param rule - absent: any host is answered */
export function refuseMessage(incoming: IncomingMessage, rule: HostRule | undefined): GraphQLError | undefined {
  const { url: target = '', headers, socket } = incoming;
  if (!target.startsWith('/')) {
    return badRequest(
      `The request line asks for ${shown(target)}: send a path, such as /graphql, and the host in Host`,
    );
  }
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue')
    return badRequest(`The expectation ${shown(headers.expect)} cannot be met: leave Expect out`, 417);
  const hosts = countHosts(incoming);
  if (hosts > 1) return badRequest(`The request has ${hosts} Host headers: send one`);
  // HTTP/2 sends `:authority` instead; HTTP/1.0, which no browser speaks, may send none.
  const host = headers[':authority']?.toString() ?? headers.host;
  if (host === undefined)
    return incoming.httpVersion === '1.0' ? undefined : badRequest('The request has no Host: send it');
  return refuseHost(host, rule, socket.localAddress?.replace(/^::ffff:/, ''));
}

/** Node keeps the first one in `headers`; a proxy may have routed by another. */
function countHosts({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((text, index) => index % 2 === 0 && text.length === 4 && text.toLowerCase() === 'host')
    .length;
}

/** The `Host` header takes precedence over the URL of a `Request`: it is the name that the client used. */
export function refuseRequest(request: Request, rule: HostRule | undefined): GraphQLError | undefined {
  return refuseHost(request.headers.get('host') ?? new URL(request.url).host, rule);
}

/** The host name that the client used; `refuseMessage` or `refuseRequest` has accepted the request. */
export function hostnameOf({ headers, url }: HeadersOnly & { readonly url?: string }): string {
  const host = headers.get('host') ?? (url === undefined ? '' : new URL(url).host);
  return toHostname(host) ?? '';
}

function refuseHost(host: string, rule: HostRule | undefined, localAddress?: string): GraphQLError | undefined {
  const hostname = toHostname(host);
  if (hostname === undefined)
    return badRequest(`The Host ${shown(host)} is no host: send a name or address, and a port`);
  if (!rule || isAllowed(rule, hostname, localAddress)) return undefined;
  const names = rule.isLoopback ? 'use localhost' : 'use a host that is allowed';
  return createRefusal(
    `The gateway does not answer as ${shown(hostname)}: ${names}, or add it to ${SAFETY_SETTINGS.allowedHosts.env}.`,
    { code: 'BAD_REQUEST', status: 421 },
  );
}

/** @param localAddress - of the connection; probes use it as host, and no page can both have and point at that name */
function isAllowed(rule: HostRule, hostname: string, localAddress?: string): boolean {
  if (!isRestricted(rule) || isLoopbackName(hostname) || hostname === localAddress) return true;
  return rule.allowedHosts.some((pattern) => matches(pattern, hostname));
}

/** Whether the gateway may serve this host with its own token: an allowed host, or without a rule an address. */
export function isTrusted(rule: HostRule, hostname: string): boolean {
  return isRestricted(rule) ? isAllowed(rule, hostname) : isLoopbackName(hostname) || isIP(hostname) !== 0;
}

function isRestricted({ allowedHosts, isLoopback }: HostRule): boolean {
  return isLoopback || allowedHosts.length > 0;
}

function matches(pattern: string, hostname: string): boolean {
  return pattern === '*' || pattern === hostname || (pattern.startsWith('*.') && hostname.endsWith(pattern.slice(1)));
}

function badRequest(sentence: string, status = 400): GraphQLError {
  return createRefusal(`${sentence}.`, { code: 'BAD_REQUEST', status });
}

function shown(text: string): string {
  return JSON.stringify(text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text);
}
