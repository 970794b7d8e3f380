/** The only file that knows dataloader. */
import DataLoader from 'dataloader';
import type { LoadCount, LoadName } from './load-count.ts';
import type { Result } from './source.ts';

export interface Batch<K, V> {
  load(key: K): Promise<V | null>;
  /** Forgets one key, which is read anew when it is asked for again. */
  forget(key: K): void;
  clear(): void;
}

/**
 * Gathers the keys that are asked for in one turn of the event loop, and reads each once.
 *
 * @param name - under which loads are counted
 * @param read - answers in the order of its keys
 * @param identify - equal for keys that mean the same
 */
export function createBatch<K, V>(
  name: LoadName,
  loads: LoadCount,
  read: (keys: readonly K[]) => Promise<Result<V>[]>,
  identify: (key: K) => string,
): Batch<K, V> {
  const readCounted = (keys: readonly K[]) => {
    loads.fetched(name, keys.length);
    return read(keys);
  };
  const loader = new DataLoader<K, V | null, string>(readCounted, { cacheKeyFn: identify });
  return {
    load(key) {
      loads.asked(name);
      return loader.load(key);
    },
    forget: (key) => void loader.clear(key),
    clear: () => void loader.clearAll(),
  };
}

/**
 * Reads keys group by group, side by side, and answers in the order of the keys. A group that fails fails for its own keys.
 *
 * @param groupOf - equal for keys that can be read together
 */
export async function readGrouped<K, V>(
  keys: readonly K[],
  groupOf: (key: K) => string,
  readGroup: (keys: readonly [K, ...K[]]) => Promise<Result<V>[]>,
): Promise<Result<V>[]> {
  const groups = new Map<string, [K, ...K[]]>();
  for (const key of keys) {
    const group = groups.get(groupOf(key));
    if (group) group.push(key);
    else groups.set(groupOf(key), [key]);
  }
  const found = new Map<K, Result<V>>();
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const results = await readGroup(group).catch((error: unknown) => group.map(() => toError(error)));
      for (const [index, key] of group.entries()) found.set(key, results[index] ?? null);
    }),
  );
  return keys.map((key) => found.get(key) ?? null);
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
