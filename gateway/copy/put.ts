/** Writes a chunk, and says of each of its items how it went. */
import { SourceError } from '../../datasources/source/errors.ts';
import type { Source } from '../../datasources/source/source.ts';
import { isOfTheItem } from './patience.ts';
import type { Side } from './side.ts';

/** Writes that may be repeated. Answers in the order of the items. */
export type Put<T> = (source: Source, items: readonly T[]) => Promise<(true | Error)[]>;

/**
 * Items that failed for a reason that may pass are written again, and those alone.
 *
 * @returns `true`, or why this item cannot be written, in the order of the items
 * @throws what stands in the way of any write
 */
export async function putAll<T>(side: Side, items: readonly T[], put: Put<T>): Promise<(true | SourceError)[]> {
  const results = await putTogether(side, items, put);
  const [first] = results;
  // One error for all of them may be that of a single one, for which upstream has refused the rest too.
  const isShared = items.length > 1 && first instanceof SourceError && results.every((result) => result === first);
  if (!isShared) return results;
  const middle = Math.ceil(items.length / 2);
  const parts = [items.slice(0, middle), items.slice(middle)];
  return (await Promise.all(parts.map((part) => putAll(side, part, put)))).flat();
}

async function putTogether<T>(side: Side, items: readonly T[], put: Put<T>): Promise<(true | SourceError)[]> {
  const results = new Map<number, true | SourceError>();
  let left = items.map((item, index) => ({ item, index }));

  async function putLeft(source: Source): Promise<void> {
    const answers = await put(
      source,
      left.map(({ item }) => item),
    ).catch(forEach(left.length));
    let failure: Error | undefined;
    left = left.filter(({ index }, position) => {
      const answer = answers[position] ?? new Error('A back end has not said how a write went.');
      const isSettled = answer === true || isOfTheItem(answer);
      if (isSettled) results.set(index, answer);
      else failure ??= answer;
      return !isSettled;
    });
    if (failure) throw failure;
  }

  try {
    await side.run(putLeft);
  } catch (error) {
    // Upstream fails at these items again and again, and not at the others.
    const isPoisoned = error instanceof SourceError && error.code === 'UPSTREAM_ERROR' && results.size > 0;
    if (!isPoisoned) throw error;
    for (const { index } of left) results.set(index, error);
  }
  return items.map((_, index) => results.get(index) ?? true);
}

/** What upstream says of a whole call is said of each of its items. */
function forEach(count: number): (error: unknown) => Error[] {
  return (error) => {
    if (isOfTheItem(error)) return Array.from({ length: count }, () => error);
    throw error;
  };
}
