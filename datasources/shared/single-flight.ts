/** One execution that several callers wait for. */

export interface SingleFlight<T> {
  /**
   * Joins the execution in flight under this key, or starts one. A caller that leaves ends its own wait alone.
   *
   * @throws the error of the execution, and for a caller that left the reason of its signal
   */
  share(request: SharedRequest<T>): Promise<T>;
  /** Joins the execution in flight under this key; `undefined` when there is none. @throws as `share` does */
  join(key: string, signal: AbortSignal | undefined): Promise<T> | undefined;
  /** Keeps the execution in flight under this key going as a caller does, until the function is called; `undefined` when there is none. */
  hold(key: string): (() => void) | undefined;
  /**
   * Runs a write. No later caller joins an execution that was in flight when the write began; nor, once the write has ended,
   * one that began during it.
   */
  barrier<R>(write: () => Promise<R>): Promise<R>;
  /** No later caller joins an execution that is in flight. */
  forget(): void;
}

export interface SharedRequest<T> {
  /** Equal for identical requests with the same permissions. */
  readonly key: string;
  /** Of this caller. */
  readonly signal: AbortSignal | undefined;
  /** Called unless there is an execution to join. */
  readonly start: () => Promise<T>;
  /** Called for an execution that was started here, when all its callers have left before its end. */
  readonly cancel: () => void;
}

interface Flight<T> {
  readonly result: Promise<T>;
  readonly cancel: () => void;
  callers: number;
  hasEnded: boolean;
}

export function createSingleFlight<T>(): SingleFlight<T> {
  /** Replaced at each barrier, so that what began before it cannot be found any more. */
  let inFlight = new Map<string, Flight<T>>();

  function forget(): void {
    inFlight = new Map();
  }

  function begin({ key, start, cancel }: SharedRequest<T>): Flight<T> {
    const startedIn = inFlight;
    const end = () => {
      flight.hasEnded = true;
      if (startedIn.get(key) === flight) startedIn.delete(key);
    };
    const result = (async () => start())().finally(end);
    const flight: Flight<T> = { result, cancel, callers: 0, hasEnded: false };
    startedIn.set(key, flight);
    return flight;
  }

  function leave(key: string, flight: Flight<T>): void {
    flight.callers -= 1;
    if (flight.callers > 0 || flight.hasEnded) return;
    if (inFlight.get(key) === flight) inFlight.delete(key);
    flight.cancel();
  }

  function wait(key: string, flight: Flight<T>, signal: AbortSignal | undefined): Promise<T> {
    flight.callers += 1;
    return new Promise((resolve, reject) => {
      let isWaiting = true;
      function end(settle: () => void): void {
        if (!isWaiting) return;
        isWaiting = false;
        signal?.removeEventListener('abort', onAbort);
        leave(key, flight);
        settle();
      }
      const onAbort = () => end(() => reject(signal?.reason));
      signal?.addEventListener('abort', onAbort, { once: true });
      flight.result.then(
        (value) => end(() => resolve(value)),
        (error) => end(() => reject(error)),
      );
    });
  }

  return {
    async share(request) {
      const { key, signal } = request;
      signal?.throwIfAborted();
      return wait(key, inFlight.get(key) ?? begin(request), signal);
    },
    join(key, signal) {
      const flight = inFlight.get(key);
      return flight && wait(key, flight, signal);
    },
    hold(key) {
      const flight = inFlight.get(key);
      if (!flight) return undefined;
      flight.callers += 1;
      return () => leave(key, flight);
    },
    async barrier(write) {
      forget();
      try {
        return await write();
      } finally {
        forget();
      }
    },
    forget,
  };
}
