/** Measures taken by turns, so that what else the machine does meets all alike. */

/**
 * Each is measured once per round; answers their values in the order given.
 *
 * @param isTurned - whether the order is turned round from one round to the next. The ends of a long order would then wait twice as
 *   long for every second turn, and what waits too long is slow again
 */
export async function alternate<T>(
  measures: readonly (() => Promise<T>)[],
  roundCount: number,
  isTurned = true,
): Promise<readonly (readonly T[])[]> {
  const values = measures.map((): T[] => []);
  for (let round = 0; round < roundCount; round += 1) {
    const order = [...measures.keys()];
    for (const index of isTurned && round % 2 === 1 ? order.reverse() : order) {
      const measure = measures[index];
      if (measure) values[index]?.push(await measure());
    }
  }
  return values;
}

/** Of an even number of values the upper one of the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Of two series that were measured by turns: the ratio within each round. */
export function ratiosOf(values: readonly number[], others: readonly number[]): readonly number[] {
  return values.map((value, index) => value / (others[index] ?? Number.NaN));
}

export function medianRatio(values: readonly number[], others: readonly number[]): number {
  return median(ratiosOf(values, others));
}
