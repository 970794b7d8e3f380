/** Applies a fault rule to a request. */
import { setTimeout as sleep } from 'node:timers/promises';
import { empty, jsonText, type Reply } from '../core/service.ts';
import type { Fault, FaultRule } from './faults.ts';

/** A cut connection: the emulator's `fetch` rejects with it, and a server closes the socket. */
export class ConnectionCut extends Error {
  override readonly name = 'ConnectionCut';
}

/**
 * Answers a request under a rule.
 *
 * @param proceed - handles the request normally
 * @param signal - aborted when the client disconnects
 */
export async function answerWithFault(
  { latencyMs = 0, fault }: FaultRule,
  proceed: () => Promise<Reply>,
  signal: AbortSignal,
): Promise<Reply> {
  if (latencyMs > 0) await sleep(latencyMs, undefined, { signal });
  switch (fault?.kind) {
    case 'answer':
      return fixedAnswer(fault);
    case 'cut':
      throw new ConnectionCut('The connection was cut');
    case 'truncate':
      return { ...(await proceed()), cutAfterBytes: fault.afterBytes };
    case 'hang':
      return aborted(signal);
    default:
      return proceed();
  }
}

function fixedAnswer({ status, body, headers = {} }: Extract<Fault, { kind: 'answer' }>): Reply {
  const fields = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  if (body === undefined) return empty(status, fields);
  return jsonText(status, typeof body === 'string' ? body : JSON.stringify(body), fields);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
