/** What is refused before the emulator sees it. */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { json, type Reply } from '../core/service.ts';
import { type HostRule, isHostAllowed } from './host-rule.ts';

/** Methods that are no business of a server of this kind. */
const UNKNOWN_METHODS = ['TRACE', 'TRACK', 'CONNECT'];
export const BAD_HOST = refuse(400, 'Bad request: send one Host header with a name or address, and a port.');

/** The answer to what has no host or a foreign one, and to targets and methods that no server of this kind knows. */
export function checkRequestHead(
  incoming: IncomingMessage,
  rule: HostRule,
  origin: string | undefined,
): Reply | undefined {
  const { method = 'GET', url: target = '/', headersDistinct, httpVersion } = incoming;
  if (UNKNOWN_METHODS.includes(method)) return refuse(400, `Bad request: the method ${method} is not supported.`);
  const [, named] = /^https?:\/\/([^/?#]*)/i.exec(target) ?? [];
  const isPath = named !== undefined || target.startsWith('/');
  if (!isPath) return refuse(400, `Bad request: ${target.slice(0, 100)} is not a path.`);
  const hosts = headersDistinct.host?.length ?? 0;
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) return BAD_HOST;
  const origins = [origin, ...(named === undefined ? [] : [originOf(named)])];
  if (origins.includes(undefined)) return BAD_HOST;
  const stranger = origins.find((known) => known !== undefined && !isHostAllowed(rule, known));
  if (stranger === undefined) return undefined;
  const name = new URL(stranger).hostname;
  const cure = 'ask by localhost, or add it to --allowed-hosts (ASTRA_GRAPHQL_ALLOWED_HOSTS)';
  return refuse(421, `The emulator does not answer as ${name}: ${cure}.`);
}

function refuse(status: number, message: string): Reply {
  return json(status, { message }, { connection: 'close' });
}

/** Without a `Host` header (HTTP/1.0), the address that the client reached; `undefined` for a host that is none. */
export function toOrigin({ headers, socket: { localAddress = '', localPort } }: IncomingMessage): string | undefined {
  return originOf(headers.host ?? `${isIPv6(localAddress) ? `[${localAddress}]` : localAddress}:${localPort}`);
}

/** `undefined` for what is no host, or holds what means something else in a URL. */
function originOf(host: string): string | undefined {
  const isHost = /^(?:\[[\da-f:.]+\]|[^\s[\]:/?#@\\%]+)(?::\d{0,5})?$/i.test(host) && URL.canParse(`http://${host}`);
  return isHost ? new URL(`http://${host}`).origin : undefined;
}
