/** Request coalescing: identical reads in flight, of callers with the same tokens, are one upstream request. */
import { spendCall } from '../http/budget.ts';
import { callUrl } from '../http/call-url.ts';
import type { HttpClient } from '../http/client.ts';
import type { HttpAnswer, HttpCall } from '../http/http-call.ts';
import { tokenDigest } from '../http/tokens.ts';
import { createSingleFlight } from '../shared/single-flight.ts';
import { WRITES } from '../source/peers.ts';
import type { OperationScope, Peers, UpstreamCall } from '../source/source.ts';
import { timeLeftMs } from './operation-time.ts';

/** How a request ended, and what was reported of it last. */
interface SharedRead {
  readonly starter: OperationScope;
  readonly outcome: { readonly answer: HttpAnswer } | { readonly error: unknown };
  readonly report: UpstreamCall | undefined;
}

/**
 * Sends identical reads in flight as one request. Every other call is a barrier: no read joins one that began before it. A
 * joined read spends a call of its operation's budget like any other, so that what an operation may ask does not depend on
 * others. The request is cancelled when all its callers have left.
 *
 * @param peers - whose writes are barriers too
 */
export function coalesceReads(http: HttpClient, peers?: Peers): HttpClient {
  const inFlight = createSingleFlight<SharedRead>();
  peers?.topic(WRITES).listen(inFlight.forget);

  async function read<T>(call: HttpCall<T>, scope: OperationScope): Promise<HttpAnswer<T>> {
    scope.signal?.throwIfAborted();
    const key = keyOf(call, scope);
    spendCall(scope);
    const joinedAtMs = performance.now();
    const cancel = new AbortController();
    const { starter, outcome, report } = await inFlight.share({
      key,
      signal: scope.signal,
      start: () => send(call, scope, cancel.signal),
      cancel: () => cancel.abort(),
    });
    if (starter !== scope && report) {
      const durationMs = performance.now() - joinedAtMs;
      scope.onCall?.({ ...report, startedAtMs: joinedAtMs, durationMs, isShared: true });
    }
    if ('error' in outcome) throw outcome.error;
    // The same method, URL and body are the same route, of which each call expects the same.
    return outcome.answer as HttpAnswer<T>;
  }

  /** Never rejects. The call is paid for already, by each who waits for it. */
  async function send(call: HttpCall, starter: OperationScope, signal: AbortSignal): Promise<SharedRead> {
    let report: UpstreamCall | undefined;
    const onCall = (reported: UpstreamCall) => {
      report = reported;
      starter.onCall?.(reported);
    };
    try {
      const endsAtMs = performance.now() + timeLeftMs(starter);
      const paid = { ...starter, signal, endsAtMs, maxCalls: Number.POSITIVE_INFINITY, onCall };
      const answer = await http.send(call, paid);
      return { starter, outcome: { answer }, report };
    } catch (error) {
      return { starter, outcome: { error }, report };
    }
  }

  return {
    ...http,
    send: (call, scope) =>
      call.effect === 'read' ? read(call, scope) : inFlight.barrier(() => http.send(call, scope)),
  };
}

function keyOf(call: HttpCall, { tokens }: OperationScope): string {
  const { api, method, isAnonymous = false, credentials = tokens, timeoutMs = null, body = null } = call;
  return JSON.stringify([tokenDigest(credentials), api, method, isAnonymous, timeoutMs, callUrl(call), body]);
}
