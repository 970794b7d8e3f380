import { type MaybePromise, type TrackedPromise, trackPromise } from '../shared/maybe-promise.ts';
import type { LoadName } from '../source/source.ts';
import type { LoadCount } from './load-count.ts';

/** Reads that an operation makes once for equal arguments. */
export interface Once {
  /** @param argument - equal for reads of this name that answer the same */
  load<T>(name: LoadName, argument: string, read: () => Promise<T>): MaybePromise<T>;
  clear(): void;
}

export function createOnce(loads: LoadCount): Once {
  const known = new Map<LoadName, Map<string, TrackedPromise<unknown>>>();

  function knownOf(name: LoadName): Map<string, TrackedPromise<unknown>> {
    const found = known.get(name);
    if (found) return found;
    const answers = new Map<string, TrackedPromise<unknown>>();
    known.set(name, answers);
    return answers;
  }

  return {
    load<T>(name: LoadName, argument: string, read: () => Promise<T>) {
      loads.requested(name);
      const answers = knownOf(name);
      // The name determines the type of the answer.
      const found = answers.get(argument) as TrackedPromise<T> | undefined;
      if (found) return found.value;
      loads.fetched(name);
      const answer = trackPromise(read());
      answers.set(argument, answer);
      return answer.value;
    },
    clear: () => known.clear(),
  };
}

/** What the loaders of all domains share, for one operation. */
export interface LoaderContext {
  readonly once: Once;
  readonly loads: LoadCount;
}

export interface DomainLoaders<L> {
  readonly loaders: L;
  /** Forgets what their batches have read; what `once` has read is forgotten there. */
  clear(): void;
}
