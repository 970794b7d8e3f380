/** An upstream that Node calls. */
import { openNodeTransport } from '../http/node-transport.ts';
import type { Upstream } from '../source/source.ts';
import { assembleUpstream, type UpstreamConfig } from './assembly.ts';

export type { UpstreamConfig } from './assembly.ts';

export function createUpstream(config: UpstreamConfig): Upstream {
  return assembleUpstream(config, openNodeTransport);
}
