/** Bounded concurrency, with a queue of bounded length. */
export interface Bulkhead {
  readonly active: number;
  readonly queued: number;
  /**
   * Resolves when the caller may go on; first come, first served.
   *
   * @param mayExceedQueue - waits however long the queue is
   * @throws QueueFullError - at once
   * @throws QueueTimeoutError - after `maxWaitMs`
   * @throws the reason of the signal - when it is aborted
   */
  acquire(maxWaitMs: number, signal: AbortSignal | undefined, mayExceedQueue?: boolean): Promise<void>;
  release(): void;
}

export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

export class QueueTimeoutError extends Error {
  override readonly name = 'QueueTimeoutError';
}

/** The longest that a timer of Node can be set to. */
const MAX_TIMER_MS = 2 ** 31 - 1;

export function createBulkhead(maxActive: number, maxQueued: number): Bulkhead {
  let active = 0;
  /** In order of arrival. */
  const queue = new Set<() => void>();

  function acquire(maxWaitMs: number, signal: AbortSignal | undefined, mayExceedQueue = false): Promise<void> {
    if (active < maxActive) {
      active += 1;
      return Promise.resolve();
    }
    if (queue.size >= maxQueued && !mayExceedQueue) return Promise.reject(new QueueFullError());
    return waitInQueue(maxWaitMs, signal);
  }

  function waitInQueue(maxWaitMs: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = (reason: unknown) => {
        leaveQueue();
        reject(reason);
      };
      const onAbort = () => giveUp(signal?.reason);
      const timer = setTimeout(() => giveUp(new QueueTimeoutError()), Math.min(maxWaitMs, MAX_TIMER_MS));
      function leaveQueue(): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        queue.delete(goOn);
      }
      function goOn(): void {
        leaveQueue();
        resolve();
      }
      queue.add(goOn);
      signal?.addEventListener('abort', onAbort, { once: true });
      if (signal?.aborted) onAbort();
    });
  }

  /** Hands over to the first in the queue. */
  function release(): void {
    const [next] = queue;
    if (next) next();
    else active -= 1;
  }

  return {
    acquire,
    release,
    get active() {
      return active;
    },
    get queued() {
      return queue.size;
    },
  };
}
