/** Asks the gateway to stop while clients go on sending, as a balancer that has not noticed yet. */
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './client.ts';
import { startLoad } from './load.ts';
import type { Operation } from './operations.ts';
import type { SoakGateway } from './processes.ts';
import { createTally } from './tally.ts';

export interface Stop {
  readonly exitCode: number | null;
  /** Answers after the signal. */
  readonly answeredAfter: number;
  /** Requests that the gateway took in and that no answer came back to. */
  readonly dropped: number;
  /** Errors in answers, before and after the signal. */
  readonly errors: ReadonlyMap<string, number>;
  /** Connections that nobody took. */
  readonly refused: number;
  /** Whether `/ready` said 503 before nobody listened any more. */
  readonly wasAnnounced: boolean;
}

const BEFORE_MS = 1000;
/** How a connection ends that was still in the system's queue when the gateway stopped listening, or came later. */
const REFUSALS = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

/** @param client - the only one that the gateway has had */
export async function stopUnderLoad(
  gateway: SoakGateway,
  client: Client,
  operations: readonly Operation[],
): Promise<Stop> {
  const tally = createTally();
  const load = startLoad(client, operations, tally, Number.POSITIVE_INFINITY);
  await sleep(BEFORE_MS);
  const before = client.answered();
  const stopping = gateway.stop();
  const wasAnnounced = await watchReady(new URL('/ready', gateway.url));
  await load.ended;
  const exitCode = await stopping;
  const errors = new Map(tally.total().errors);
  const refused = REFUSALS.reduce((sum, code) => sum + (errors.get(code) ?? 0), 0);
  for (const code of REFUSALS) errors.delete(code);
  const answered = client.answered();
  return {
    exitCode,
    errors,
    refused,
    answeredAfter: answered - before,
    dropped: gateway.accepted() - answered,
    wasAnnounced,
  };
}

/** Asks on connections of its own until nobody listens. */
async function watchReady(url: URL): Promise<boolean> {
  let isAnnounced = false;
  for (;;) {
    const status = await readStatus(url);
    if (status === undefined) return isAnnounced;
    isAnnounced ||= status === 503;
    await sleep(10);
  }
}

function readStatus(url: URL): Promise<number | undefined> {
  return new Promise((resolve) => {
    const outgoing = get(url, { agent: new Agent() }, (incoming) => {
      incoming.resume();
      incoming.once('close', () => resolve(incoming.statusCode));
    });
    outgoing.once('error', () => resolve(undefined));
  });
}
