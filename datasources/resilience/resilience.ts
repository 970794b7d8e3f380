/** Puts what keeps the gateway calm around the wire. From the outside in: tries again, guards hosts, keeps to the deadline. */
import type { HttpClient } from '../http/client.ts';
import type { UpstreamPressure } from '../source/source.ts';
import { guardHosts } from './guard-hosts.ts';
import type { ResilienceOptions } from './options.ts';
import { retryReads } from './retry-reads.ts';
import { withinDeadline } from './within-deadline.ts';

export interface ResilientClient extends HttpClient {
  pressure(): UpstreamPressure;
}

/**
 * A call waits for its turn before its time is measured, and gives its place back before it waits to be tried again.
 *
 * @param wire - sends each call once
 * @param timeoutMs - what a call is given that does not say its own time
 */
export function withResilience(wire: HttpClient, timeoutMs: number, options: ResilienceOptions): ResilientClient {
  const guarded = guardHosts(withinDeadline(wire, timeoutMs), options);
  return { ...retryReads(guarded, options), pressure: guarded.pressure };
}
