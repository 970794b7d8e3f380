/** Misfortunes on demand: slowness, made-up answers, cut and silent connections. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from './target.ts';

export interface FaultRule {
  /** Which requests it is for; without it, all. */
  readonly match?: {
    readonly api?: Api;
    readonly method?: string;
    /** Tested on the path behind the base path, with the query, percent-encoded; a text is a beginning. */
    readonly target?: string | RegExp;
  };
  /** How many requests it spoils before it is spent; default: all. */
  readonly times?: number;
  /** How many matching requests it lets pass first; default 0. */
  readonly after?: number;
  /** Waits before anything else happens. */
  readonly latencyMs?: number;
  /** What happens instead of the proper answer; without it, the proper answer is given. */
  readonly fault?: Fault;
}

export type Fault =
  /** A string as body is sent as it is, anything else as JSON. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    }
  /** The connection ends without an answer, and the request is not carried out. */
  | { readonly kind: 'cut' }
  /** The request is carried out, but the connection ends within the body of its answer. */
  | { readonly kind: 'truncate'; readonly afterBytes: number }
  /** No answer ever comes. */
  | { readonly kind: 'hang' };

/** What stands for a cut connection: `fetch` of the emulator rejects with it, and a server closes the socket. */
export class ConnectionCut extends Error {
  override readonly name = 'ConnectionCut';
}

export interface Faults {
  /** The first rule that matches a request and is not spent decides. Returns a function that takes the rule away again. */
  add(rule: FaultRule): () => void;
  clear(): void;
  /** The rule for a request, counted as used. */
  take(request: FaultedRequest): FaultRule | undefined;
}

export interface FaultedRequest {
  readonly api: Api;
  readonly method: string;
  readonly target: string;
}

export function createFaults(rules: readonly FaultRule[] = []): Faults {
  const active = rules.map(toCounted);
  return {
    add(rule) {
      const counted = toCounted(rule);
      active.push(counted);
      return () => void active.splice(active.indexOf(counted), active.includes(counted) ? 1 : 0);
    },
    clear: () => void active.splice(0),
    take(request) {
      for (const counted of active) {
        if (counted.usesLeft <= 0 || !isMatch(counted.rule, request)) continue;
        if (counted.passesLeft > 0) counted.passesLeft -= 1;
        else {
          counted.usesLeft -= 1;
          return counted.rule;
        }
      }
      return undefined;
    },
  };
}

/**
 * Answers under a rule.
 *
 * @param proceed - gives the proper answer
 * @param signal - ends the waiting when the client is gone
 */
export async function answerWithFault(
  { latencyMs = 0, fault }: FaultRule,
  proceed: () => Promise<Response>,
  signal: AbortSignal,
): Promise<Response> {
  if (latencyMs > 0) await sleep(latencyMs, undefined, { signal });
  switch (fault?.kind) {
    case 'answer':
      return madeUp(fault);
    case 'cut':
      throw new ConnectionCut('The connection was cut');
    case 'truncate':
      return truncated(await proceed(), fault.afterBytes);
    case 'hang':
      return aborted(signal);
    default:
      return proceed();
  }
}

interface Counted {
  readonly rule: FaultRule;
  usesLeft: number;
  passesLeft: number;
}

function toCounted(rule: FaultRule): Counted {
  return { rule, usesLeft: rule.times ?? Number.POSITIVE_INFINITY, passesLeft: rule.after ?? 0 };
}

function isMatch({ match = {} }: FaultRule, request: FaultedRequest): boolean {
  if (match.api !== undefined && match.api !== request.api) return false;
  if (match.method !== undefined && match.method !== request.method) return false;
  if (match.target === undefined) return true;
  return typeof match.target === 'string'
    ? request.target.startsWith(match.target)
    : request.target.search(match.target) >= 0;
}

function madeUp({ status, body, headers }: Extract<Fault, { kind: 'answer' }>): Response {
  if (body === undefined) return new Response(null, { status, headers: headers ?? {} });
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } });
}

async function truncated(response: Response, afterBytes: number): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  let isSent = afterBytes === 0;
  const body = new ReadableStream<Uint8Array>({
    // An error throws away what was not read yet, so it has to wait for the second pull.
    pull(controller) {
      if (isSent) controller.error(new ConnectionCut('The connection was cut within the body'));
      else controller.enqueue(bytes.subarray(0, afterBytes));
      isSent = true;
    },
  });
  const headers = new Headers(response.headers);
  headers.set('content-length', String(bytes.length));
  return new Response(body, { status: response.status, headers });
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
