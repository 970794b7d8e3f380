/** How many items of a list upstream can put into one answer, where they are so large that it is fewer than asked for. */
import type { HttpAnswer } from '../../http/http-call.ts';
import { createBoundedCache } from '../../shared/bounded-cache.ts';
import { digest } from '../../shared/digest.ts';
import { lazy } from '../../shared/lazy.ts';
import { isTooLarge } from './grpc-errors.ts';

export interface PageSizes {
  /**
   * The answer to `ask` with the largest page that works: half as large each time the answer would not fit a message between
   * the services and the database. The last answer, where even the smallest page does not.
   *
   * @param list - all that decides what is read, but not where in the list; later pages of it begin with what worked
   */
  fit<T>(
    list: unknown,
    pageSize: PageBounds,
    ask: (pageSize: number) => Promise<HttpAnswer<T>>,
  ): Promise<HttpAnswer<T>>;
}

interface PageBounds {
  readonly most: number;
  readonly least: number;
}

/** Rows change; a list that has become smaller is read in large pages again after this. */
const LIFETIME_MS = 60_000;
const MAX_LISTS = 1000;

/** Shared by all operations of the process: the pages of a list come in several. Keeps sizes and hashes alone. */
export function createPageSizes(): PageSizes {
  const known = createBoundedCache<number>({ maxEntries: MAX_LISTS, lifetimeMs: LIFETIME_MS });
  /** Most processes never have a list to look up. */
  let isAnyKnown = false;

  async function fit<T>(
    list: unknown,
    { most, least }: PageBounds,
    ask: (pageSize: number) => Promise<HttpAnswer<T>>,
  ): Promise<HttpAnswer<T>> {
    const key = lazy(() => digest(JSON.stringify(list)));
    const largest = (isAnyKnown ? known.get(key()) : undefined) ?? most;
    let size = Math.max(least, Math.min(most, largest));
    for (let isHalved = false; ; isHalved = true) {
      const answer = await ask(size);
      if (!isTooLarge(answer)) {
        if (isHalved) keep(key(), size);
        return answer;
      }
      if (size === least) return answer;
      size = Math.max(least, Math.ceil(size / 2));
    }
  }

  function keep(key: string, size: number): void {
    known.set(key, size);
    isAnyKnown = true;
  }

  return { fit };
}
