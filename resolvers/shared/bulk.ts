/** Writes of many things at once: each ends for itself, and the results stand in the order in which they were given. */

import { mapSeveral } from '../../datasources/shared/map-several.ts';
import { InputError, SourceError } from '../../datasources/source/errors.ts';
import type { WriteError } from './types.generated.ts';

/** How many of the writes of one mutation are under way together. */
export const WRITES_AT_ONCE = 10;

/** What came of one item so far, or why it failed. */
export type Outcome<T> = T | Error;

/** What has not failed. */
export function succeeded<T>(outcomes: readonly Outcome<T>[]): readonly T[] {
  return outcomes.filter((outcome): outcome is Exclude<Outcome<T>, Error> => !(outcome instanceof Error));
}

/** @throws InputError - for more items than the operator allows */
export function checkCount(items: readonly unknown[], field: string, maxItems: number): void {
  if (items.length <= maxItems) return;
  throw new InputError(
    `"${field}" has ${items.length} items, and ${maxItems} are allowed (ASTRA_GRAPHQL_MAX_ITEMS). Send them in several mutations.`,
  );
}

/**
 * Takes the items that have not failed one step further.
 *
 * @param atOnce - how many of them together; all, when absent: for reads, which the loaders batch
 */
export function eachOf<T, R>(
  items: readonly Outcome<T>[],
  step: (item: T) => Promise<R>,
  atOnce = items.length,
): Promise<Outcome<R>[]> {
  return mapSeveral(items, atOnce, async (item) => {
    if (item instanceof Error) throw item;
    return step(item);
  });
}

/**
 * @param nameOf - how messages name an item
 * @param identify - the text that is the same for items that are one thing
 * @throws InputError - naming what occurs twice, and where
 */
export function refuseDuplicates<T>(
  items: readonly Outcome<T>[],
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
export function toResults<T extends object, F>(outcomes: readonly Outcome<T>[], failed: F) {
  return outcomes.map((outcome, index) =>
    outcome instanceof Error ? { index, ...failed, error: toWriteError(outcome) } : { index, ...outcome, error: null },
  );
}

/** The message of what is not a `SourceError` is not meant for clients. */
function toWriteError(error: Error): WriteError {
  return error instanceof SourceError
    ? { code: error.code, message: error.message }
    : { code: 'INTERNAL_SERVER_ERROR', message: 'Unexpected error.' };
}
