/** Whether the upstream calls that a bulk mutation may make suffice, found out before it makes any. */
import { BudgetExceededError } from '../../datasources/source/errors.ts';

export interface CallsNeeded {
  /** The list of items in the input. */
  readonly field: string;
  readonly items: readonly unknown[];
  /** Calls that can be had. */
  readonly callsLeft: number;
  /** Calls that so many of the first items need; never fewer for more of them. */
  needed(count: number): Promise<number> | number;
}

/** @throws BudgetExceededError - with the largest number of items that fits */
export async function checkCalls({ field, items, callsLeft, needed }: CallsNeeded): Promise<void> {
  const calls = await needed(items.length);
  if (calls <= callsLeft) return;
  const count = await largestCount(items.length, async (some) => (await needed(some)) <= callsLeft);
  const cure = count > 0 ? `The first ${count} of them fit: send them in several mutations` : 'Not even one fits';
  throw new BudgetExceededError(
    `"${field}" has ${items.length} items, which need ${calls} upstream calls, and ${callsLeft} are left of those that one operation may make (ASTRA_GRAPHQL_MAX_UPSTREAM_CALLS). Nothing was written. ${cure}, or have the operator of the gateway raise the limit.`,
  );
}

/** @param fits - true up to some number below `tooMany`, and false from there on */
async function largestCount(tooMany: number, fits: (count: number) => Promise<boolean>): Promise<number> {
  let [low, high] = [0, tooMany];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
