/** Counts uses of keys, so that uses above a rate can be refused. */
import { createBoundedCache } from '../../datasources/shared/bounded-cache.ts';

export interface Rate {
  /** Uses within the window, in any distribution. */
  readonly limit: number;
  readonly windowMs: number;
}

/** Implement your own, in Redis for example, so that several gateways count together. */
export interface RateStore {
  /**
   * Counts uses of a key, unless they would exceed the rate; returns 0, or the milliseconds until a retry can succeed.
   *
   * @param key - begins with what is counted, such as `token:`; tokens and addresses are hashed
   */
  take(key: string, rate: Rate, uses: number): number | Promise<number>;
}

/** More clients than this within one window push counts out early. */
const MAX_KEYS = 100_000;

/**
 * In the memory of this process, by the generic cell rate algorithm: each use costs an equal part of the window, and each key
 * stores the time at which all of its uses are paid for.
 *
 * @param now - milliseconds from any start
 */
export function createRateStore(now: () => number = () => performance.now()): RateStore {
  const paidAtMs = createBoundedCache<number>({ maxEntries: MAX_KEYS });
  return {
    take(key, { limit, windowMs }, uses) {
      const nowMs = now();
      const nextMs = Math.max(nowMs, paidAtMs.get(key) ?? 0) + (uses * windowMs) / limit;
      const waitMs = nextMs - nowMs - windowMs;
      // Sums of fractions of the window are inexact.
      if (waitMs > 0.001) return waitMs;
      paidAtMs.set(key, nextMs);
      return 0;
    },
  };
}
