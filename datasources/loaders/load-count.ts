/** What an operation asked of its loaders, and how much of it had to be fetched. */

import type { LoadName } from '../source/calls.ts';

export interface LoadCount {
  /** Something was asked for, anywhere in the operation. */
  asked(name: LoadName): void;
  /** So many different things of those that were asked for were not known yet. @param count - default 1 */
  fetched(name: LoadName, count?: number): void;
  /** How often an answer was known already; without the names for which it never was. */
  saved(): Readonly<Partial<Record<LoadName, number>>>;
}

export function createLoadCount(): LoadCount {
  const saved = new Map<LoadName, number>();
  const add = (name: LoadName, count: number) => void saved.set(name, (saved.get(name) ?? 0) + count);
  return {
    asked: (name) => add(name, 1),
    fetched: (name, count = 1) => add(name, -count),
    saved: () => Object.fromEntries([...saved].filter(([, count]) => count > 0)),
  };
}
