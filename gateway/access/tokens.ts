/** Which tokens a request brings, and whether the gateway lends it its own. */
import type { Tokens } from '../../datasources/source/source.ts';
import { hostnameOf } from '../http/door.ts';
import { type HostRule, isTrusted } from '../http/host-rule.ts';

export interface AuthPolicy {
  /** Whether `Authorization: Bearer` is a token for us. Behind a router it is often somebody else's. */
  readonly acceptAuthorization: boolean;
  /**
   * Who is served with the gateway's own token when they bring none: nobody, anybody, or those who came by a host that
   * `isTrusted`. The last keeps out web pages that point a name of their own at this machine (DNS rebinding).
   */
  readonly ownToken: 'none' | 'all' | 'direct';
}

const NO_RULE: HostRule = { allowedHosts: [], isLoopback: false };

export interface Auth extends AuthPolicy {
  readonly token?: string | undefined;
  /** Default: no list, and not on loopback. */
  readonly hostRule?: HostRule | undefined;
}

/**
 * `Authorization: Bearer` serves both APIs; `X-Cassandra-Token` the data plane alone, and wins there. A client that brings
 * anything of its own, however useless, is not given the gateway's.
 */
export function readTokens(request: Request, auth: Auth): Tokens {
  const authorization = auth.acceptAuthorization ? request.headers.get('authorization')?.trim() : undefined;
  const cassandraToken = request.headers.get('x-cassandra-token')?.trim();
  if (!authorization && !cassandraToken) return ownTokens(request, auth);
  const [, devops] = /^Bearer +(\S.*)$/i.exec(authorization ?? '') ?? [];
  const data = cassandraToken || devops;
  return { ...(devops && { devops }), ...(data && { data }) };
}

function ownTokens(request: Request, { ownToken, token, hostRule = NO_RULE }: Auth): Tokens {
  const isServed = ownToken === 'all' || (ownToken === 'direct' && isTrusted(hostRule, hostnameOf(request)));
  return isServed && token !== undefined ? { devops: token, data: token } : {};
}
