/** The only file that knows dataloader. */
import DataLoader from 'dataloader';
import { lazy } from '../shared/lazy.ts';
import { type MaybePromise, type TrackedPromise, trackPromise } from '../shared/maybe-promise.ts';
import type { LoadName, Result } from '../source/source.ts';
import type { LoadCount } from './load-count.ts';

export interface BatchLoader<K, V> {
  load(key: K): MaybePromise<V | null>;
  clear(): void;
}

export interface BatchOptions<K, V> {
  /** Under which loads are counted. */
  readonly name: LoadName;
  readonly loads: LoadCount;
  /** Answers in the order of its keys. */
  readonly read: (keys: readonly K[]) => Promise<Result<V>[]>;
  /** Equal for keys that mean the same. */
  readonly identify: (key: K) => string;
  /** Whether the answer for one key has everything that another key of the same identity requests; default always. */
  readonly suffices?: (known: K, wanted: K) => boolean;
}

/** Collects the keys that are loaded in one turn of the event loop, and reads each once. */
export function createBatch<K, V>({
  name,
  loads,
  read,
  identify,
  suffices = () => true,
}: BatchOptions<K, V>): BatchLoader<K, V> {
  const readCounted = (keys: readonly K[]) => {
    loads.fetched(name, keys.length);
    return read(keys);
  };
  // Answers are cached here, because DataLoader's own cache creates a promise for each load, also of a known answer.
  const loader = lazy(() => new DataLoader<K, V | null>(readCounted, { cache: false }));
  const answers = new Map<string, { readonly key: K; readonly answer: TrackedPromise<V | null> }>();
  return {
    load(key) {
      loads.requested(name);
      const identity = identify(key);
      const known = answers.get(identity);
      if (known && suffices(known.key, key)) return known.answer.value;
      const answer = trackPromise(loader().load(key));
      answers.set(identity, { key, answer });
      return answer.value;
    },
    clear: () => answers.clear(),
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

/** All that any of them wants; `undefined`, which is everything, when one wants everything. */
export function union<T>(lists: readonly (readonly T[] | undefined)[]): readonly T[] | undefined {
  // Mostly all want the same list.
  const known = [...new Set(lists)].filter((list) => list !== undefined);
  if (lists.includes(undefined)) return undefined;
  return [...new Map(known.flat().map((item) => [JSON.stringify(item), item])).values()];
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
