/** Numbers that a seed makes again. */
export interface Random {
  /** From 0 to one less than the bound. */
  below(bound: number): number;
  chance(percent: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** Mulberry32: 32 bits of state, which is enough for operations that differ. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick<T>(items: readonly T[]) {
      const picked = items[below(items.length)];
      if (picked === undefined) throw new Error('There is nothing to pick.');
      return picked as T;
    },
  };
}
