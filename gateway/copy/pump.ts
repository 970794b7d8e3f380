/** Moves pages from one side to the other: reads ahead while writes are in flight, within bounds, and reports pages in their order. */
import type { Page } from '../../datasources/source/source.ts';
import { CopyStoppedError } from './patience.ts';

export interface Pump<T, R> {
  /** Where to begin; `undefined`: at the first page. */
  readonly pageState: string | undefined;
  read(pageState: string | undefined): Promise<Page<T>>;
  write(items: readonly T[]): Promise<R>;
  /** Called in the order of the pages, for pages before which everything is written. */
  written(step: Written<R>): void;
  readonly signal: AbortSignal;
}

export interface Written<R> {
  readonly itemsRead: number;
  readonly result: R;
  /** Where the next page begins; `undefined` at the end. */
  readonly nextPageState: string | undefined;
}

/** Small pages are written together. */
const ITEMS_TOGETHER = 100;
/** How many writes are in flight. Memory holds their items, and those of the page that is being read. */
const WRITES_AT_ONCE = 4;

/**
 * @throws CopyStoppedError - when the signal is aborted, after the writes in flight
 * @throws the failure of a read or a write, after the other writes in flight; `written` has been called for all pages before it
 */
export async function pump<T, R>({ pageState: first, read, write, written, signal }: Pump<T, R>): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  let before = Promise.resolve();
  let pageState = first;
  let items: T[] = [];

  function start(batch: readonly T[], nextPageState: string | undefined): void {
    const work = write(batch).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
    before = before.then(async () => {
      const outcome = await work;
      if (failure) return;
      if ('error' in outcome) failure = outcome;
      else written({ itemsRead: batch.length, result: outcome.result, nextPageState });
    });
    const settled: Promise<void> = before.then(() => void inFlight.delete(settled));
    inFlight.add(settled);
  }

  try {
    do {
      if (signal.aborted) throw new CopyStoppedError();
      const page = await read(pageState);
      pageState = page.nextPageState;
      items.push(...page.items);
      if (items.length < ITEMS_TOGETHER && pageState !== undefined) continue;
      while (inFlight.size >= WRITES_AT_ONCE) await Promise.race(inFlight);
      if (failure) break;
      start(items, pageState);
      items = [];
    } while (pageState !== undefined);
  } finally {
    await before;
  }
  if (failure) throw (failure as { readonly error: unknown }).error;
}
