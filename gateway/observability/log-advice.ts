import type { UpstreamCall } from '../../datasources/source/source.ts';

/** What the operator can do about a failed call; `undefined` for answers that are the client's own affair. */
export function adviceFor({ api, status }: Pick<UpstreamCall, 'api' | 'status'>): string | undefined {
  if (status === undefined) return 'No answer: see whether upstream is up and its address is right; /ready tells.';
  if (status === 401 || status === 403) {
    const kind =
      api === 'devops' ? 'an application token (AstraCS:…) whose role allows it' : 'a token that has not expired';
    return api === 'auth'
      ? 'Sign-in was refused: see user and password.'
      : `The token was refused: the client needs ${kind}.`;
  }
  if (status === 429) return 'Upstream asks to slow down: send less, or raise its rate limits.';
  if (status === 408 || status === 504) {
    return 'Upstream was too slow: see its load, or ask for less at a time.';
  }
  if (status === 502 || status === 503) return 'Upstream cannot reach its database, or the database is not serving.';
  if (status === 507) return "Upstream's store is full (ENOSPC): free space on its disk.";
  return status >= 500 ? "Upstream failed: its own log, at this request's id, says why." : undefined;
}
