/** Rejects requests by host, target and method before the emulator handles them (protection against DNS rebinding). */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { json, type Reply } from '../core/service.ts';
import { type HostRule, isHostAllowed } from './host-rule.ts';

/** Methods of proxies and debuggers, not of an API server. */
const UNKNOWN_METHODS = ['TRACE', 'TRACK', 'CONNECT'];
export const BAD_HOST = refuse(400, 'Bad request: send one Host header with a name or address, and a port.');

/** The answer to a missing or foreign host, an invalid target, and an unsupported method. */
export function checkRequestHead(
  incoming: IncomingMessage,
  rule: HostRule,
  origin: string | undefined,
): Reply | undefined {
  const { method = 'GET', url: target = '/', headersDistinct, httpVersion } = incoming;
  if (UNKNOWN_METHODS.includes(method)) return refuse(400, `Bad request: the method ${method} is not supported.`);
  const [, targetHost] = /^https?:\/\/([^/?#]*)/i.exec(target) ?? [];
  const isPath = targetHost !== undefined || target.startsWith('/');
  if (!isPath) return refuse(400, `Bad request: ${target.slice(0, 100)} is not a path.`);
  const hosts = headersDistinct.host?.length ?? 0;
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) return BAD_HOST;
  const origins = [origin, ...(targetHost === undefined ? [] : [originOf(targetHost)])];
  if (origins.includes(undefined)) return BAD_HOST;
  const foreign = origins.find((known) => known !== undefined && !isHostAllowed(rule, known));
  if (foreign === undefined) return undefined;
  const name = new URL(foreign).hostname;
  const cure = 'ask by localhost, or add it to --allowed-hosts (ASTRA_GRAPHQL_ALLOWED_HOSTS)';
  return refuse(421, `The emulator does not answer as ${name}: ${cure}.`);
}

function refuse(status: number, message: string): Reply {
  return json(status, { message }, { connection: 'close' });
}

/** The origin of a request. Without a `Host` header (HTTP/1.0), the address that the client connected to; `undefined` for an invalid host. */
export function toOrigin({ headers, socket: { localAddress = '', localPort } }: IncomingMessage): string | undefined {
  return originOf(headers.host ?? `${isIPv6(localAddress) ? `[${localAddress}]` : localAddress}:${localPort}`);
}

/** `undefined` for an invalid host, and for one with characters that delimit other parts of a URL. */
function originOf(host: string): string | undefined {
  const isHost = /^(?:\[[\da-f:.]+\]|[^\s[\]:/?#@\\%]+)(?::\d{0,5})?$/i.test(host) && URL.canParse(`http://${host}`);
  return isHost ? new URL(`http://${host}`).origin : undefined;
}
