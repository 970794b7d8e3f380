/** The only file that knows dataloader. */
import DataLoader from 'dataloader';
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
  /** Equal for keys that can be read together; default all. */
  readonly groupOf?: (key: K) => string;
  /** Answers in the order of its keys, which are of one group. */
  readonly read: (keys: readonly [K, ...K[]]) => Promise<Result<V>[]>;
  /** Equal for keys of a group that mean the same. */
  readonly identify: (key: K) => string;
  /** Whether the answer for one key has everything that another key of the same identity requests; default always. */
  readonly suffices?: (known: K, wanted: K) => boolean;
}

interface Group<K, V> {
  readonly loader: DataLoader<K, V | null>;
  /** By identity. DataLoader's own cache creates a promise for each load, also of a known answer. */
  readonly answers: Map<string, { readonly key: K; readonly answer: TrackedPromise<V | null> }>;
}

/** Collects the keys of each group that are loaded in one turn of the event loop, and reads each once. A group that fails fails for its own keys. */
export function createBatch<K, V>({
  name,
  loads,
  groupOf = () => '',
  read,
  identify,
  suffices = () => true,
}: BatchOptions<K, V>): BatchLoader<K, V> {
  const groups = new Map<string, Group<K, V>>();
  // DataLoader reads no empty batches.
  const readCounted = (keys: readonly K[]) => {
    loads.fetched(name, keys.length);
    return read(keys as readonly [K, ...K[]]);
  };

  function groupFor(key: K): Group<K, V> {
    const id = groupOf(key);
    const known = groups.get(id);
    if (known) return known;
    const group = { loader: new DataLoader<K, V | null>(readCounted, { cache: false }), answers: new Map() };
    groups.set(id, group);
    return group;
  }

  return {
    load(key) {
      loads.requested(name);
      const { loader, answers } = groupFor(key);
      const identity = identify(key);
      const known = answers.get(identity);
      if (known && suffices(known.key, key)) return known.answer.value;
      const answer = trackPromise(loader.load(key));
      answers.set(identity, { key, answer });
      return answer.value;
    },
    clear() {
      for (const { answers } of groups.values()) answers.clear();
    },
  };
}

/** All that any of them wants; `undefined`, which is everything, when one wants everything. */
export function union<T>(lists: readonly (readonly T[] | undefined)[]): readonly T[] | undefined {
  // Mostly all want the same list.
  const known = [...new Set(lists)].filter((list) => list !== undefined);
  if (lists.includes(undefined)) return undefined;
  return [...new Map(known.flat().map((item) => [JSON.stringify(item), item])).values()];
}
