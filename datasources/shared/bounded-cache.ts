/** A cache that forgets the entry which was not used for longest, and entries that are too old. The only file that knows lru-cache. */
import { LRUCache } from 'lru-cache';

export interface BoundedCache<V extends NonNullable<unknown>> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
  clear(): void;
}

export interface BoundedCacheOptions<V> {
  readonly maxEntries: number;
  /** Whole milliseconds from when an entry was set; 0 keeps nothing. Default: no limit. */
  readonly lifetimeMs?: number;
  /** A limit on what all entries weigh together; an entry that is heavier alone is not kept. */
  readonly weight?: { readonly max: number; readonly of: (value: V, key: string) => number };
}

/** Everything that a value depends on belongs into its key. */
export function createBoundedCache<V extends NonNullable<unknown>>({
  maxEntries,
  lifetimeMs,
  weight,
}: BoundedCacheOptions<V>): BoundedCache<V> {
  const cache = new LRUCache<string, V>({
    max: maxEntries,
    ...(lifetimeMs ? { ttl: lifetimeMs } : {}),
    ...(weight && { maxSize: weight.max, sizeCalculation: (value, key) => Math.max(1, weight.of(value, key)) }),
  });
  return {
    get: (key) => cache.get(key),
    set(key, value) {
      if (lifetimeMs !== 0) cache.set(key, value);
    },
    delete: (key) => void cache.delete(key),
    clear: () => cache.clear(),
  };
}
