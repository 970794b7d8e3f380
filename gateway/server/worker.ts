/** One worker, as its primary process sees it. */
import cluster, { type Worker } from 'node:cluster';
import { ConfigError } from '../config/config-error.ts';
import { createChannel, type IpcPort } from './channel.ts';
import type { Hub } from './hub.ts';
import { WORKER_VARIABLE, type WorkerFailure, type WorkerReady, type WorkerStart } from './link.ts';

export interface RunningWorker {
  /** @throws ConfigError, Error - what it said when it could not start, or that it ended */
  readonly ready: Promise<WorkerReady>;
  readonly ended: Promise<WorkerEnd>;
  /** Lets it answer its requests, and end. */
  drain(): void;
}

export interface WorkerEnd {
  readonly worker: number;
  readonly code: number | null;
  readonly signal: string | null;
  readonly livedMs: number;
  readonly wasReady: boolean;
  /** What it said when it could not start. */
  readonly failure: string | undefined;
}

/** It runs the program of this process, with the same arguments. */
export function forkWorker(start: WorkerStart<unknown>, hub: Hub): RunningWorker {
  const startedAtMs = performance.now();
  const forked = cluster.fork({ [WORKER_VARIABLE]: String(start.worker) });
  closeLost(forked);
  let failure: WorkerFailure | undefined;
  let isReady = false;
  let hasAsked = false;
  let onReady: ((said: WorkerReady) => void) | undefined;

  const channel = createChannel(toPort(forked), {
    ...hub.handlersFor(forked),
    start() {
      hasAsked = true;
      return start;
    },
    ready(said: WorkerReady) {
      isReady = true;
      hub.join(forked, channel);
      onReady?.(said);
    },
    failed(said: WorkerFailure) {
      failure = said;
    },
  });

  const ended = new Promise<WorkerEnd>((resolve) => {
    forked.once('exit', (code: number | null, signal: string | null) => {
      hub.leave(forked);
      channel.end();
      const livedMs = performance.now() - startedAtMs;
      resolve({ worker: start.worker, code, signal, livedMs, wasReady: isReady, failure: failure?.message });
    });
  });
  const ready = new Promise<WorkerReady>((resolve, reject) => {
    onReady = resolve;
    ended.then(() => reject(toError(failure, start.worker)));
  });
  return {
    ready,
    ended,
    drain() {
      // What is sent before it has asked is lost, and it has no request then.
      if (hasAsked) channel.ask('drain').catch(() => undefined);
      else forked.process.kill('SIGKILL');
    },
  };
}

/** What Node tells a worker of a connection that it hands over, and what that answers. */
interface HandOver {
  readonly seq?: number;
  readonly ack?: number;
}

/**
 * Node keeps a connection open until the worker that it was handed to has taken it. When that ends before, nobody would close
 * the connection, and its client would wait for ever.
 */
function closeLost({ process: child }: Worker): void {
  const handedOver = new Map<number, { close(): void }>();
  const send = child.send.bind(child) as (message: HandOver, ...others: readonly unknown[]) => boolean;
  const sendAndNote = (message: HandOver, handle?: { close(): void }, ...others: readonly unknown[]) => {
    if (handle && message.seq !== undefined) handedOver.set(message.seq, handle);
    return send(message, handle, ...others);
  };
  child.send = sendAndNote as typeof child.send;
  child.on('internalMessage', ({ ack }: HandOver) => void (ack !== undefined && handedOver.delete(ack)));
  child.once('exit', () => {
    for (const handle of handedOver.values()) handle.close();
  });
}

function toPort(worker: Worker): IpcPort {
  return {
    // One that has just ended takes no message, and its end is told by itself.
    send: (message) => void (worker.isConnected() && worker.send(message, () => undefined)),
    onMessage: (listener) => void worker.on('message', listener),
  };
}

function toError(failure: WorkerFailure | undefined, worker: number): Error {
  if (!failure) return new Error(`Worker ${worker} ended before it was ready.`);
  return failure.isCurable ? new ConfigError(failure.message) : new Error(failure.message);
}
