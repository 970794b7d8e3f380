/** Sends upstream calls. */
import type { CallWatch, OperationScope, StartedCall, UpstreamCall } from '../source/source.ts';
import { spendCall } from './budget.ts';
import { callUrl } from './call-url.ts';
import { createAnswer, type Received } from './check-answer.ts';
import { createDeadline } from './deadline.ts';
import { failedCall, type HttpAnswer, type HttpCall } from './http-call.ts';
import { checkLength, codeOf, connectionError, timeoutError } from './http-failure.ts';
import { adviceForConnection } from './operator-advice.ts';
import { tokenHeaders } from './tokens.ts';
import type { Transport } from './transport.ts';

export interface HttpClientOptions {
  /** For reads and writes of data. */
  readonly timeoutMs: number;
  /** For changes of a schema. Default: `timeoutMs`. */
  readonly schemaTimeoutMs?: number | undefined;
  /** Closed with the client. */
  readonly transport: Transport;
  /** A longer answer is an `UpstreamError`. */
  readonly maxAnswerBytes?: number | undefined;
}

export interface HttpClient {
  /**
   * Sends a call, once, and reads the whole answer: a failure as it is, a success if it is what the call expects. No redirect is followed, so a token stays where it was
   * sent. The operation's signal cancels reads, which then reject with its reason; a write that has left is seen to its end.
   *
   * @throws UnauthenticatedError, BudgetExceededError, InputError - before anything is sent
   * @throws UpstreamTimeoutError, UpstreamUnavailableError, UpstreamError - when there was no answer that can be used
   */
  send<T>(call: HttpCall<T>, scope: OperationScope): Promise<HttpAnswer<T>>;
  /** Whether anything answers there, with whatever status. Sends no token. */
  isReachable(url: string, timeoutMs: number): Promise<boolean>;
  close(): void;
}

export function createHttpClient({
  timeoutMs,
  schemaTimeoutMs = timeoutMs,
  transport,
  maxAnswerBytes = 64 * 2 ** 20,
}: HttpClientOptions): HttpClient {
  async function send<T>(call: HttpCall<T>, scope: OperationScope): Promise<HttpAnswer<T>> {
    return createAnswer(call, await receive(call, scope));
  }

  async function receive(call: HttpCall, scope: OperationScope): Promise<Received> {
    const url = callUrl(call);
    const headers = toHeaders(call, scope);
    scope.signal?.throwIfAborted();
    spendCall(scope);
    const startedAtMs = performance.now();
    const callTimeoutMs = call.timeoutMs ?? (call.effect === 'schema-change' ? schemaTimeoutMs : timeoutMs);
    const deadline = createDeadline(callTimeoutMs, call.effect === 'read' ? scope.signal : undefined);
    const started = toStarted(call, startedAtMs);
    const watch = scope.onSend?.(started);
    let status: number | undefined;
    try {
      const response = await transport.fetch(url, {
        method: call.method,
        headers: watch ? { ...watch.headers, ...headers } : headers,
        redirect: 'error',
        size: maxAnswerBytes,
        signal: deadline.signal,
        ...(call.body !== undefined && { body: call.body }),
      });
      status = response.status;
      const bytes = Buffer.from(await response.arrayBuffer());
      checkLength(response.headers, bytes.length);
      const durationMs = performance.now() - startedAtMs;
      const errorCode = call.errors.codeOf?.(bytes);
      const ended = {
        status,
        durationMs,
        responseBytes: bytes.length,
        ...started,
        ...adviceOf(call, status, errorCode),
        ...(errorCode !== undefined && { errorCode }),
      };
      report(ended, scope, watch);
      return { status, headers: response.headers, bytes, durationMs };
    } catch (error) {
      const durationMs = performance.now() - startedAtMs;
      const failed = failedCall(call, { status, retryable: call.effect === 'read', durationMs });
      const failure = deadline.ended() ?? 'connection';
      const advice = failure === 'connection' ? adviceForConnection(codeOf(error)) : undefined;
      const answered = {
        ...(status !== undefined && { status }),
        ...(advice === undefined ? adviceOf(call, status) : { advice }),
      };
      report({ ...started, ...answered, durationMs, responseBytes: 0, failure, error: failed }, scope, watch);
      if (deadline.ended() === 'cancel') throw scope.signal?.reason ?? error;
      throw deadline.ended() === 'timeout'
        ? timeoutError(call, failed, callTimeoutMs)
        : connectionError(call, failed, error);
    } finally {
      deadline.release();
    }
  }

  async function isReachable(url: string, probeTimeoutMs: number): Promise<boolean> {
    const deadline = createDeadline(probeTimeoutMs, undefined);
    const init = { headers: {}, redirect: 'manual', size: maxAnswerBytes } as const;
    try {
      const response = await transport.fetch(url, { ...init, signal: deadline.signal });
      await response.arrayBuffer();
      return true;
    } catch {
      return false;
    } finally {
      deadline.release();
    }
  }

  return { send, isReachable, close: () => transport.close() };
}

/** @throws UnauthenticatedError - when the caller has no token for this API */
function toHeaders(call: HttpCall, scope: OperationScope): Record<string, string> {
  const tokens = call.isAnonymous ? call.credentials : scope.tokens;
  return {
    Accept: 'application/json',
    'User-Agent': 'astra-graphql',
    'X-Request-Id': scope.requestId,
    ...(tokens && tokenHeaders(call.api, tokens)),
    // A type without a body would be a 415.
    ...(call.body !== undefined && { 'Content-Type': 'application/json' }),
  };
}

function toStarted({ api, method, route, command, keys, attempt, reads }: HttpCall, startedAtMs: number): StartedCall {
  return {
    api,
    method,
    route,
    ...(command === undefined ? {} : { command }),
    startedAtMs,
    ...(keys === undefined ? {} : { keys }),
    ...(attempt === undefined ? {} : { attempt }),
    ...(reads === undefined ? {} : { reads }),
  };
}

function adviceOf(call: HttpCall, status: number | undefined, errorCode?: string): Pick<UpstreamCall, 'advice'> {
  const advice = call.errors.adviceFor(call, status, errorCode);
  return advice === undefined ? {} : { advice };
}

function report(ended: UpstreamCall, scope: OperationScope, watch: CallWatch | undefined): void {
  scope.onCall?.(ended);
  watch?.end(ended);
}
