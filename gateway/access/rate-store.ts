/** Counts how often something was done, so that it can be refused when it is done too often. */
import { createBoundedMap } from '../shared/bounded-map.ts';

export interface Rate {
  /** How often within the window, spread over it as the client likes. */
  readonly limit: number;
  readonly windowMs: number;
}

/** Hand over one of your own, in Redis for example, where several gateways are to count together. */
export interface RateStore {
  /**
   * Counts uses of a key, unless they would exceed the rate; answers 0, or after how many milliseconds to come back.
   *
   * @param key - begins with what is counted, such as `token:`; never holds a token or an address in clear
   */
  take(key: string, rate: Rate, uses: number): number | Promise<number>;
}

/** Clients that are remembered; more would have to come within one window before one is forgotten too early. */
const MAX_KEYS = 100_000;

/**
 * In the memory of this process. Each key holds one number: when all of its uses will have been paid for, if each costs an
 * equal part of the window (the generic cell rate algorithm).
 *
 * @param now - milliseconds from any start
 */
export function createRateStore(now: () => number = () => performance.now()): RateStore {
  const paidAtMs = createBoundedMap<number>(MAX_KEYS);
  return {
    take(key, { limit, windowMs }, uses) {
      const nowMs = now();
      const nextMs = Math.max(nowMs, paidAtMs.get(key) ?? 0) + (uses * windowMs) / limit;
      const waitMs = nextMs - nowMs - windowMs;
      // A hair's breadth, because parts of a window do not add up exactly.
      if (waitMs > 0.001) return waitMs;
      paidAtMs.set(key, nextMs);
      return 0;
    },
  };
}
