/** Which tokens a request brings, and whether the gateway lends it its own. */
import { isIP } from 'node:net';
import type { Tokens } from '../datasources/source.ts';

export interface AuthPolicy {
  /** Whether `Authorization: Bearer` is a token for us. Behind a router it is often somebody else's. */
  readonly acceptAuthorization: boolean;
  /**
   * Who is served with the gateway's own token when they bring none: nobody, anybody, or those who came by an IP address
   * or as `localhost`. The last keeps out web pages that point a name of their own at this machine (DNS rebinding).
   */
  readonly ownToken: 'none' | 'all' | 'direct';
}

export interface Auth extends AuthPolicy {
  readonly token?: string | undefined;
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

function ownTokens(request: Request, { ownToken, token }: Auth): Tokens {
  const isServed = ownToken === 'all' || (ownToken === 'direct' && isDirect(request));
  return isServed && token !== undefined ? { devops: token, data: token } : {};
}

function isDirect(request: Request): boolean {
  const hostname = new URL(request.url).hostname.replace(/^\[|\]$/g, '');
  return hostname === 'localhost' || isIP(hostname) !== 0;
}
