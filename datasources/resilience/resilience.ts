/** Wraps the HTTP client in resilience. From the outside in: retries, bulkhead and circuit breaker by host, deadlines. */
import type { HttpClient } from '../http/client.ts';
import type { BreakerChange, UpstreamPressure } from '../source/source.ts';
import { guardHosts } from './guard-hosts.ts';
import type { ResilienceOptions } from './options.ts';
import { retryReads } from './retry-reads.ts';
import { withinDeadline } from './within-deadline.ts';

export interface ResilientClient extends HttpClient {
  pressure(): UpstreamPressure;
}

/**
 * A call leaves the queue of its host before its time limit begins, and is out of the bulkhead while it waits for a retry.
 *
 * @param client - sends each call once
 * @param timeoutMs - the time limit of calls without their own
 * @param onBreaker - called when a circuit breaker opens or closes
 */
export function withResilience(
  client: HttpClient,
  timeoutMs: number,
  options: ResilienceOptions,
  onBreaker?: (change: BreakerChange) => void,
): ResilientClient {
  const guarded = guardHosts(withinDeadline(client, timeoutMs), options, onBreaker);
  return { ...retryReads(guarded, options), pressure: guarded.pressure };
}
