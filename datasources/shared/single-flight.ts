/** Work that several callers wait for at once. */

export interface InFlight<T> {
  /**
   * Joins the work that is under way under this key, or starts it. A caller that leaves ends its own wait alone.
   *
   * @throws the work's error, and for a caller that left its signal's reason
   */
  share(request: SharedRequest<T>): Promise<T>;
  /** Joins the work that is under way under this key; `undefined` when there is none. @throws as `share` does */
  join(key: string, signal: AbortSignal | undefined): Promise<T | undefined>;
  /** Runs a write. What was under way when it began is joined by nobody any more, nor, once it has ended, what began during it. */
  fence<R>(write: () => Promise<R>): Promise<R>;
}

export interface SharedRequest<T> {
  /** Equal for work that is the same, for the same caller's rights. */
  readonly key: string;
  /** Of this caller. */
  readonly signal: AbortSignal | undefined;
  /** Called unless there is work to join. */
  readonly start: () => Promise<T>;
  /** Called for work that was started here, when everybody has left before it ended. */
  readonly cancel: () => void;
}

interface Work<T> {
  readonly result: Promise<T>;
  readonly cancel: () => void;
  callers: number;
  hasEnded: boolean;
}

export function createInFlight<T>(): InFlight<T> {
  /** Replaced at each fence, so that what began before it cannot be found any more. */
  let underWay = new Map<string, Work<T>>();

  function begin({ key, start, cancel }: SharedRequest<T>): Work<T> {
    const place = underWay;
    const end = () => {
      work.hasEnded = true;
      if (place.get(key) === work) place.delete(key);
    };
    const result = (async () => start())().finally(end);
    const work: Work<T> = { result, cancel, callers: 0, hasEnded: false };
    place.set(key, work);
    return work;
  }

  function leave(key: string, work: Work<T>): void {
    work.callers -= 1;
    if (work.callers > 0 || work.hasEnded) return;
    if (underWay.get(key) === work) underWay.delete(key);
    work.cancel();
  }

  async function wait(key: string, work: Work<T>, signal: AbortSignal | undefined): Promise<T> {
    work.callers += 1;
    try {
      return await untilAborted(work.result, signal);
    } finally {
      leave(key, work);
    }
  }

  return {
    async share(request) {
      const { key, signal } = request;
      signal?.throwIfAborted();
      return wait(key, underWay.get(key) ?? begin(request), signal);
    },
    async join(key, signal) {
      const work = underWay.get(key);
      return work && wait(key, work, signal);
    },
    async fence(write) {
      underWay = new Map();
      try {
        return await write();
      } finally {
        underWay = new Map();
      }
    },
  };
}

function untilAborted<T>(result: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return result;
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    const stay = () => signal.removeEventListener('abort', leave);
    signal.addEventListener('abort', leave, { once: true });
    result.then(resolve, reject).finally(stay);
  });
}
