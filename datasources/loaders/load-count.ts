/** Counts the loads of an operation, and how many of them needed a fetch. */

import type { LoadName } from '../source/calls.ts';

export interface LoadCount {
  /** Counts one load, anywhere in the operation. */
  requested(name: LoadName): void;
  /** Counts loads whose answer was not known yet. @param count - of distinct keys; default 1 */
  fetched(name: LoadName, count?: number): void;
  /** The number of loads by name whose answer was known; names with none are left out. */
  saved(): Readonly<Partial<Record<LoadName, number>>>;
}

export function createLoadCount(): LoadCount {
  const saved = new Map<LoadName, number>();
  const add = (name: LoadName, count: number) => void saved.set(name, (saved.get(name) ?? 0) + count);
  return {
    requested: (name) => add(name, 1),
    fetched: (name, count = 1) => add(name, -count),
    saved: () => Object.fromEntries([...saved].filter(([, count]) => count > 0)),
  };
}
