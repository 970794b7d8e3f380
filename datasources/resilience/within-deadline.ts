import type { HttpClient } from '../http/client.ts';
import { failedCall, type HttpAnswer, type HttpCall, nameCall } from '../http/http-call.ts';
import { OperationTimeoutError, UpstreamTimeoutError } from '../source/errors.ts';
import type { OperationScope } from '../source/source.ts';
import { grantTime, timeLeftMs } from './operation-time.ts';

/**
 * Sends nothing after the deadline of an operation, and cancels reads at the deadline. A write in flight keeps its own time
 * limit: its outcome is worth the wait. The duration of a schema change, which may be half a minute, is not counted.
 *
 * @param timeoutMs - the default time limit of reads
 */
export function withinDeadline(http: HttpClient, timeoutMs: number): HttpClient {
  async function send<T>(call: HttpCall<T>, scope: OperationScope): Promise<HttpAnswer<T>> {
    const leftMs = timeLeftMs(scope);
    if (leftMs <= 0) throw operationTimeout(call, 'was not sent');
    return call.effect === 'read' ? sendRead(call, scope, leftMs) : sendWrite(call, scope);
  }

  async function sendRead<T>(call: HttpCall<T>, scope: OperationScope, leftMs: number): Promise<HttpAnswer<T>> {
    const ownMs = call.timeoutMs ?? timeoutMs;
    // No spread: V8 gives each object of a literal that begins with one and adds a member a shape of its own.
    const limited = Object.assign({}, call, { timeoutMs: Math.ceil(Math.min(ownMs, leftMs)) });
    try {
      return await http.send(limited, scope);
    } catch (error) {
      // A timeout of a call with hardly any time left says nothing about its host.
      const isCut = error instanceof UpstreamTimeoutError && leftMs < ownMs / 2;
      throw isCut ? operationTimeout(call, 'was cancelled') : error;
    }
  }

  async function sendWrite<T>(call: HttpCall<T>, scope: OperationScope): Promise<HttpAnswer<T>> {
    const startedAtMs = performance.now();
    try {
      return await http.send(call, scope);
    } finally {
      if (call.effect === 'schema-change') grantTime(scope, performance.now() - startedAtMs);
    }
  }

  return { ...http, send };
}

function operationTimeout(call: HttpCall, fate: string): OperationTimeoutError {
  return new OperationTimeoutError(
    `The operation has used up the time that it may wait for upstream: ${nameCall(call)} ${fate}. Ask for less at a time, or try again.`,
    { call: failedCall(call, { status: undefined, retryable: true, durationMs: undefined }) },
  );
}
