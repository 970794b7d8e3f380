/** What is refused before a URL is made of it: requests of no host or of a foreign one, and targets that are no path. */
import type { IncomingMessage } from 'node:http';
import type { GraphQLError } from 'graphql';
import { SAFETY_SETTINGS } from '../config/safety.ts';
import { createRefusal } from '../shared/refusal.ts';
import { type HostRule, isAnswered, toHostname } from './host-rule.ts';

const SHOWN_CHARACTERS = 100;

/** @param rule - absent: any host is answered */
export function refuseMessage(incoming: IncomingMessage, rule: HostRule | undefined): GraphQLError | undefined {
  const { url: target = '', headers, socket } = incoming;
  if (!target.startsWith('/')) {
    return refuse(`The request line asks for ${shown(target)}: send a path, such as /graphql, and the host in Host`);
  }
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue')
    return refuse(`The expectation ${shown(headers.expect)} cannot be met: leave Expect out`, 417);
  const hosts = countHosts(incoming);
  if (hosts > 1) return refuse(`The request has ${hosts} Host headers: send one`);
  // HTTP/2 has another name for it; HTTP/1.0, which no browser speaks, has none.
  const host = headers[':authority']?.toString() ?? headers.host;
  if (host === undefined)
    return incoming.httpVersion === '1.0' ? undefined : refuse('The request has no Host: send it');
  return refuseHost(host, rule, socket.localAddress?.replace(/^::ffff:/, ''));
}

/** Node keeps the first alone in `headers`; proxies may have gone by another. */
function countHosts({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((text, index) => index % 2 === 0 && text.length === 4 && text.toLowerCase() === 'host')
    .length;
}

/** A `Request` has a URL already, but a header says better by which name the client has come. */
export function refuseRequest(request: Request, rule: HostRule | undefined): GraphQLError | undefined {
  return refuseHost(request.headers.get('host') ?? new URL(request.url).host, rule);
}

/** By which name the client has come; the request is one that `refuseMessage` or `refuseRequest` lets in. */
export function hostnameOf(request: Request): string {
  return toHostname(request.headers.get('host') ?? new URL(request.url).host) ?? '';
}

function refuseHost(host: string, rule: HostRule | undefined, localAddress?: string): GraphQLError | undefined {
  const hostname = toHostname(host);
  if (hostname === undefined) return refuse(`The Host ${shown(host)} is no host: send a name or address, and a port`);
  if (!rule || isAnswered(rule, hostname, localAddress)) return undefined;
  const names = rule.isLoopback ? 'ask by localhost' : 'ask by a name that is allowed';
  return createRefusal(
    `The gateway does not answer as ${shown(hostname)}: ${names}, or add it to ${SAFETY_SETTINGS.allowedHosts.env}.`,
    { code: 'BAD_REQUEST', status: 421 },
  );
}

function refuse(sentence: string, status = 400): GraphQLError {
  return createRefusal(`${sentence}.`, { code: 'BAD_REQUEST', status });
}

function shown(text: string): string {
  return JSON.stringify(text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text);
}
