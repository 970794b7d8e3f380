/** Clients that send one operation after another, until they are told to stop or their connection fails. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './client.ts';
import type { Operation } from './operations.ts';
import type { Tally } from './tally.ts';

const CLIENTS = 12;
/** What a client waits after an error, as a well-behaved one does. */
const AFTER_ERROR_MS = 25;

export interface Load {
  /** Resolves when the last request has ended. */
  stop(): Promise<void>;
  /** Resolves when all clients have ended, be it because nobody listens. */
  readonly ended: Promise<void>;
}

/** @param maxRequests - no more are sent, over all clients */
export function startLoad(client: Client, operations: readonly Operation[], tally: Tally, maxRequests: number): Load {
  let isStopped = false;
  let sent = 0;

  async function work(first: number): Promise<void> {
    for (let turn = first; !isStopped && sent < maxRequests; turn += 1) {
      sent += 1;
      const operation = operations[turn % operations.length];
      const reply = await operation?.(client);
      if (!reply) return;
      tally.add(reply);
      if (reply.status === undefined) return;
      if (reply.codes.length > 0) await sleep(AFTER_ERROR_MS);
    }
  }

  const working = Promise.all(Array.from({ length: CLIENTS }, (_, index) => work(index))).then(() => {});
  return {
    ended: working,
    stop() {
      isStopped = true;
      return working;
    },
  };
}
