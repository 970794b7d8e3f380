/** Starts workers, replaces those that end, and stops them. They listen on one port. */
import type { Hub } from './hub.ts';
import type { WorkerReady, WorkerStart } from './link.ts';
import { forkWorker, type RunningWorker, type WorkerEnd } from './worker.ts';

/** Who lives no longer has probably not ended by chance. */
const SHORT_LIFE_MS = 10_000;
const FIRST_PAUSE_MS = 1000;
const MAX_PAUSE_MS = 30_000;

export interface SupervisorOptions {
  readonly count: number;
  readonly start: Omit<WorkerStart<unknown>, 'worker'>;
  readonly hub: Hub;
  /** @param pauseMs - until its successor is started */
  readonly onEnd: (end: WorkerEnd, pauseMs: number) => void;
}

export interface Workers extends WorkerReady {
  /** Resolves when all have answered their requests and have ended. @throws Error - when one ended before that */
  close(): Promise<void>;
}

/** @throws ConfigError, Error - what a worker said that could not start; no worker is left then */
export async function startWorkers({ count, start, hub, onEnd }: SupervisorOptions): Promise<Workers> {
  const running = new Set<RunningWorker>();
  const pauses = new Set<NodeJS.Timeout>();
  let isSupervising = false;

  /** @param shortLives - how many workers of this number have ended soon, one after another */
  function fork(number: number, shortLives = 0): RunningWorker {
    const worker = forkWorker({ ...start, worker: number }, hub);
    running.add(worker);
    worker.ready.catch(() => undefined);
    worker.ended.then((end) => {
      running.delete(worker);
      if (isSupervising) replace(end, shortLives);
    });
    return worker;
  }

  function replace(end: WorkerEnd, before: number): void {
    const shortLives = end.livedMs < SHORT_LIFE_MS ? before + 1 : 0;
    // A first one may be chance.
    const pauseMs = shortLives < 2 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (shortLives - 2), MAX_PAUSE_MS);
    onEnd(end, pauseMs);
    const pause = setTimeout(() => {
      pauses.delete(pause);
      fork(end.worker, shortLives);
    }, pauseMs);
    pauses.add(pause);
  }

  async function close(): Promise<void> {
    isSupervising = false;
    for (const pause of pauses) clearTimeout(pause);
    const ends = [...running].map(({ drain, ended }) => {
      drain();
      return ended;
    });
    const lost = (await Promise.all(ends)).filter(({ code, wasReady }) => wasReady && code !== 0);
    if (lost.length > 0) throw new Error(`${lost.length} of ${ends.length} workers ended before their requests did.`);
  }

  try {
    const workers = Array.from({ length: count }, (_, index) => fork(index + 1));
    const [first] = await Promise.all(workers.map(({ ready }) => ready));
    isSupervising = true;
    return { url: '', greeting: '', ...first, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}
