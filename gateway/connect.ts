/** Reaches the upstream that is configured, and says whose tokens count there. */
import type { Fetch } from '../datasources/http.ts';
import type { Upstream } from '../datasources/source.ts';
import { createUpstream } from '../datasources/upstream.ts';
import type { Auth, AuthPolicy } from './auth.ts';
import type { AstraChoice, StargateChoice } from './upstream-config.ts';

export interface Connection {
  readonly upstream: Upstream;
  readonly auth: Auth;
  close(): Promise<void>;
}

/** @param fetch - sends upstream calls; default node-fetch */
export function connect(choice: AstraChoice | StargateChoice, policy: AuthPolicy, fetch?: Fetch): Connection {
  const token = choice.kind === 'astra' ? choice.applicationToken : undefined;
  const upstream = createUpstream({ ...choice, ...(fetch && { fetch }) });
  return { upstream, auth: { ...policy, token }, close: () => upstream.close() };
}
