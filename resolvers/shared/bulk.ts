/** Bulk mutations: each item succeeds or fails separately, and the results stand in the order of the items. */

import { mapSeveral } from '../../datasources/shared/map-several.ts';
import { BudgetExceededError, InputError, SourceError } from '../../datasources/source/errors.ts';
import type { WriteError } from './types.generated.ts';

/** What became of one item so far, or why it failed. */
export type Settled<T> = T | Error;

/** What has not failed. */
export function succeeded<T>(items: readonly Settled<T>[]): readonly T[] {
  return items.filter((item): item is Exclude<Settled<T>, Error> => !(item instanceof Error));
}

/** @throws InputError - for more items than the operator allows */
export function checkCount(items: readonly unknown[], field: string, maxItems: number): void {
  if (items.length <= maxItems) return;
  throw new InputError(
    `"${field}" has ${items.length} items, and ${maxItems} are allowed (ASTRA_GRAPHQL_MAX_ITEMS). Send them in several mutations.`,
  );
}

/** Takes each item that has not failed one step further, all at once: the loaders batch what they read. */
export function eachOf<T, R>(items: readonly Settled<T>[], step: (item: T) => Promise<R>): Promise<Settled<R>[]> {
  return mapSeveral(items, items.length, async (item) => {
    if (item instanceof Error) throw item;
    return step(item);
  });
}

/**
 * Takes all items that have not failed one step further, together.
 *
 * @param step - answers in the order of its items
 * @returns each item with its answer
 */
export async function together<T, R>(
  items: readonly Settled<T>[],
  step: (items: readonly T[]) => Promise<Settled<R>[]>,
): Promise<Settled<readonly [T, R]>[]> {
  const answers = (await step(succeeded(items))).values();
  return items.map((item) => {
    if (item instanceof Error) return item;
    const { value: answer, done } = answers.next();
    if (done) throw new Error('A source answered fewer items than it was given.');
    return answer instanceof Error ? answer : ([item, answer] as const);
  });
}

/**
 * @param nameOf - how messages name an item
 * @param identify - the text that is the same for items that are one thing
 * @throws InputError - naming what occurs twice, and where
 */
export function refuseDuplicates<T>(
  items: readonly Settled<T>[],
  field: string,
  nameOf: (item: T) => string,
  identify = nameOf,
): void {
  const seen = new Map<string, { readonly index: number; readonly item: T }>();
  items.forEach((item, index) => {
    if (item instanceof Error) return;
    const identity = identify(item);
    const first = seen.get(identity);
    if (first) {
      const [name, other] = [nameOf(first.item), nameOf(item)];
      const spelling = other === name ? '' : ` (there as ${other})`;
      throw new InputError(`"${field}" names ${name} twice, at ${first.index} and ${index}${spelling}. Send it once.`);
    }
    seen.set(identity, { index, item });
  });
}

/** @param failed - the fields of a result that failed, beside its error */
export function toResults<T extends object, F>(items: readonly Settled<T>[], failed: F) {
  return items.map((item, index) =>
    item instanceof Error ? { index, ...failed, error: toWriteError(item) } : { index, ...item, error: null },
  );
}

/** The message of what is not a `SourceError` is not meant for clients. */
function toWriteError(error: Error): WriteError {
  return error instanceof SourceError
    ? { code: error.code, message: error.message }
    : { code: 'INTERNAL_SERVER_ERROR', message: 'Unexpected error.' };
}

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
