/** Which token goes to which API, and in which header. */
import { digest } from '../shared/digest.ts';
import { memoize } from '../shared/memoize.ts';
import { type Api, UnauthenticatedError } from '../source/errors.ts';
import type { Tokens } from '../source/source.ts';

/**
 * The header that carries the caller's token to an API; none for sign-in.
 *
 * @throws UnauthenticatedError - when there is no such token; says which header the client is to send
 */
export function tokenHeaders(api: Api, tokens: Tokens): Readonly<Record<string, string>> {
  if (api === 'auth') return {};
  if (api === 'devops') return { Authorization: `Bearer ${toHeaderValue(tokens.devops ?? missing(api))}` };
  if (api === 'data') return { Token: toHeaderValue(tokens.data ?? missing(api)) };
  return { 'X-Cassandra-Token': toHeaderValue(tokens.data ?? missing(api)) };
}

function missing(api: Exclude<Api, 'auth'>): never {
  throw new UnauthenticatedError(
    api === 'devops'
      ? 'This needs a token for the DevOps API. Send it in the header "Authorization: Bearer <token>".'
      : 'This needs a token. Send it in the header "Authorization: Bearer <token>" or "X-Cassandra-Token: <token>".',
  );
}

/** A header value cannot hold control characters or characters beyond Latin-1; a token that does is no token. */
function toHeaderValue(token: string): string {
  if (!/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(token)) {
    throw new UnauthenticatedError('The token is empty or holds characters that no token has.');
  }
  return token;
}

/** Equal for equal tokens alone. Caches compare tokens by it, so that they keep none. */
export const tokenDigest = memoize(({ devops, data }: Tokens) =>
  digest(JSON.stringify([devops ?? null, data ?? null])),
);
