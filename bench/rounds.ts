/** Measures taken by turns, so that what else the machine does meets all alike. */

/** Each is measured once per round, the order turned round from one to the next; answers their values in the order given. */
export async function alternate<T>(
  measures: readonly (() => Promise<T>)[],
  roundCount: number,
): Promise<readonly (readonly T[])[]> {
  const values = measures.map((): T[] => []);
  for (let round = 0; round < roundCount; round += 1) {
    const order = [...measures.keys()];
    for (const index of round % 2 === 0 ? order : order.reverse()) {
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
