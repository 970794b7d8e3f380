/** The tokens of a request, and whether the gateway's own token replaces them. */
import type { Tokens } from '../../datasources/source/source.ts';
import type { AuthPolicy } from '../config/auth-config.ts';
import type { HostRule } from '../config/host-patterns.ts';
import { hostnameOf, isTrusted } from '../http/host-check.ts';
import type { HeadersOnly } from '../shared/client-address.ts';

const NO_RULE: HostRule = { allowedHosts: [], isLoopback: false };

export interface Auth extends AuthPolicy {
  /** The gateway's own. */
  readonly token?: string | undefined;
  /** Absent: no list of hosts, and not on loopback. */
  readonly hostRule?: HostRule | undefined;
}

/**
 * `Authorization: Bearer` is a token for both APIs; `X-Cassandra-Token` is one for the data plane alone, where it takes
 * precedence. A client that sends a token, even an invalid one, is never served with the gateway's own.
 */
export function readTokens(request: HeadersOnly & { readonly url?: string }, auth: Auth): Tokens {
  const authorization = auth.acceptAuthorization ? request.headers.get('authorization')?.trim() : undefined;
  const cassandraToken = request.headers.get('x-cassandra-token')?.trim();
  if (!authorization && !cassandraToken) return ownTokens(request, auth);
  const [, devops] = /^Bearer +(\S.*)$/i.exec(authorization ?? '') ?? [];
  const data = cassandraToken || devops;
  return { ...(devops && { devops }), ...(data && { data }) };
}

function ownTokens(
  request: HeadersOnly & { readonly url?: string },
  { ownToken, token, hostRule = NO_RULE }: Auth,
): Tokens {
  const isServed = ownToken === 'all' || (ownToken === 'direct' && isTrusted(hostRule, hostnameOf(request)));
  return isServed && token !== undefined ? { devops: token, data: token } : {};
}
