/** Lets so many through at a time, and others wait in a line of bounded length. */
export interface Turnstile {
  readonly inside: number;
  readonly waiting: number;
  /**
   * Resolves when it is this one's turn; who came first goes first.
   *
   * @param isPatient - waits however many others do
   * @throws LineTooLongError - at once
   * @throws WaitTooLongError - after `patienceMs`
   * @throws the reason of the signal - when it is aborted
   */
  enter(patienceMs: number, signal: AbortSignal | undefined, isPatient?: boolean): Promise<void>;
  leave(): void;
}

export class LineTooLongError extends Error {
  override readonly name = 'LineTooLongError';
}

export class WaitTooLongError extends Error {
  override readonly name = 'WaitTooLongError';
}

/** The longest that a timer of Node can be set to. */
const MAX_TIMER_MS = 2 ** 31 - 1;

export function createTurnstile(maxInside: number, maxWaiting: number): Turnstile {
  let inside = 0;
  /** In the order in which they came. */
  const line = new Set<() => void>();

  function enter(patienceMs: number, signal: AbortSignal | undefined, isPatient = false): Promise<void> {
    if (inside < maxInside) {
      inside += 1;
      return Promise.resolve();
    }
    if (line.size >= maxWaiting && !isPatient) return Promise.reject(new LineTooLongError());
    return waitInLine(patienceMs, signal);
  }

  function waitInLine(patienceMs: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = (reason: unknown) => {
        stopWaiting();
        reject(reason);
      };
      const onAbort = () => giveUp(signal?.reason);
      const timer = setTimeout(() => giveUp(new WaitTooLongError()), Math.min(patienceMs, MAX_TIMER_MS));
      function stopWaiting(): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        line.delete(go);
      }
      function go(): void {
        stopWaiting();
        resolve();
      }
      line.add(go);
      signal?.addEventListener('abort', onAbort, { once: true });
      if (signal?.aborted) onAbort();
    });
  }

  /** Who leaves hands the place to the first in line. */
  function leave(): void {
    const [next] = line;
    if (next) next();
    else inside -= 1;
  }

  return {
    enter,
    leave,
    get inside() {
      return inside;
    },
    get waiting() {
      return line.size;
    },
  };
}
