/** Reaches the upstream that is configured, and says whose tokens count there. */

import { createUpstream, type UpstreamConfig } from '../../datasources/compose/upstream.ts';
import type { Upstream } from '../../datasources/source/source.ts';
import type { Auth, AuthPolicy } from '../access/tokens.ts';
import type { AstraChoice, StargateChoice } from '../config/upstream-config.ts';

export interface Connection {
  readonly upstream: Upstream;
  readonly auth: Auth;
  close(): Promise<void>;
}

export type ConnectionOptions = Pick<UpstreamConfig, 'fetch' | 'coalesceReads'>;

export function connect(
  choice: AstraChoice | StargateChoice,
  policy: AuthPolicy,
  options: ConnectionOptions,
): Connection {
  const token = choice.kind === 'astra' ? choice.applicationToken : undefined;
  const upstream = createUpstream({ ...choice, ...options });
  return { upstream, auth: { ...policy, token }, close: () => upstream.close() };
}
