import type { HttpClient } from '../http/client.ts';
import { failedCall, type HttpAnswer, type HttpCall } from '../http/http-call.ts';
import { OperationTimeoutError, UpstreamTimeoutError } from '../source/errors.ts';
import type { OperationScope } from '../source/source.ts';
import { grantTime, timeLeftMs } from './operation-time.ts';

/**
 * Sends nothing once an operation has used up its time, and cuts reads when it has. A write is given its own time: once it
 * has left, its outcome is worth the wait. What a change of a schema takes, which may be half a minute, is not counted.
 *
 * @param timeoutMs - what a call is given that does not say its own time
 */
export function withinDeadline(http: HttpClient, timeoutMs: number): HttpClient {
  async function send<T>(call: HttpCall<T>, scope: OperationScope): Promise<HttpAnswer<T>> {
    const leftMs = timeLeftMs(scope);
    if (leftMs <= 0) throw operationTimeout(call, 'was not sent');
    return call.effect === 'read' ? sendRead(call, scope, leftMs) : sendWrite(call, scope);
  }

  async function sendRead<T>(call: HttpCall<T>, scope: OperationScope, leftMs: number): Promise<HttpAnswer<T>> {
    const ownMs = call.timeoutMs ?? timeoutMs;
    try {
      return await http.send({ ...call, timeoutMs: Math.ceil(Math.min(ownMs, leftMs)) }, scope);
    } catch (error) {
      // A call that had hardly any time says nothing about its host.
      const isCut = error instanceof UpstreamTimeoutError && leftMs < ownMs / 2;
      throw isCut ? operationTimeout(call, 'was broken off') : error;
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
    `The operation has used up the time that it may wait for upstream: ${call.method} ${call.route} ${fate}. Ask for less at a time, or try again.`,
    { call: failedCall(call, { status: undefined, retryable: true, durationMs: undefined }) },
  );
}
