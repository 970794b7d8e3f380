/** Copies keyspaces from one upstream to another: definitions, rows and documents. */

import { mapSeveral } from '../../datasources/shared/map-several.ts';
import { SourceError } from '../../datasources/source/errors.ts';
import type { Cargo } from './cargo.ts';
import { type Counts, countBoth } from './count.ts';
import { createDocumentCargo } from './document-cargo.ts';
import type { Item } from './item.ts';
import type { Loss, Losses } from './losses.ts';
import { finishItem, makeItem, makeKeyspace } from './make.ts';
import { move } from './move.ts';
import { CopyStoppedError } from './patience.ts';
import type { CopyPlan } from './plan.ts';
import { createRowCargo } from './row-cargo.ts';
import type { Side } from './side.ts';
import type { ItemState } from './state-file.ts';

export interface CopyOptions {
  readonly from: Side;
  readonly to: Side;
  readonly plan: CopyPlan;
  readonly isDryRun: boolean;
  readonly losses: Losses;
  /** What is done of a table or collection, by its id. */
  stateOf(id: string): ItemState;
  /** @param isNeeded - whether it must be on disk before the copy goes on */
  save(isNeeded: boolean): void;
  /** @param progress - rows and documents of this run, and where it is */
  onProgress(progress: { readonly done: number; readonly at: string }): void;
  /** Stops the copy after what is in flight. */
  readonly signal: AbortSignal;
}

export interface ItemResult {
  readonly item: Item;
  readonly state: ItemState;
  /** Absent in a rehearsal. */
  readonly counts?: Counts;
}

/** A read or a write that failed again and again. */
class CopyFailedError extends Error {
  override readonly name = 'CopyFailedError';
}

/** How many tables and collections are on their way at a time. */
const ITEMS_AT_ONCE = 2;

/**
 * @throws CopyStoppedError - when the signal is aborted
 * @throws what stands in the way of any write; what is done is in the state
 */
export async function copy(options: CopyOptions): Promise<readonly ItemResult[]> {
  const { to, plan, isDryRun, losses, stateOf, save } = options;
  for (const loss of plan.losses) losses.addDefinition(loss);
  const items: Item[] = [];
  if (isDryRun) items.push(...plan.items);
  else {
    save(true);
    for (const keyspace of plan.keyspaces) await makeKeyspace(to, keyspace);
    for (const item of plan.items) {
      if (item.make) stateOf(item.id).isFresh = true;
      save(item.make !== undefined);
      const made = await makeItem(to, item);
      if ('reason' in made) losses.addDefinition(made);
      else items.push(made);
    }
  }
  await moveAll(options, items);
  return severally(items, (item) => finish(options, item));
}

async function moveAll(options: CopyOptions, items: readonly Item[]): Promise<void> {
  const { losses, stateOf, save, onProgress } = options;
  let done = 0;
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  await severally(
    items.filter(({ id }) => !stateOf(id).isDone),
    async (item) => {
      const state = stateOf(item.id);
      const onWritten = (itemsRead: number, lost: readonly Loss[]) => {
        losses.addItems(lost);
        save(state.isDone);
        done += itemsRead;
        onProgress({ done, at: item.name });
      };
      try {
        await withCargo(item, state.isFresh, (cargo) => move({ ...options, cargo, state, signal, onWritten }));
      } catch (error) {
        // One that cannot go on stops the others, which finish what is in flight.
        stop.abort();
        if (!(error instanceof SourceError)) throw error;
        throw new CopyFailedError(`${item.name}: ${error.message}`, { cause: error });
      }
    },
  );
}

async function finish({ from, to, isDryRun, losses, stateOf, signal }: CopyOptions, item: Item): Promise<ItemResult> {
  const state = stateOf(item.id);
  if (isDryRun) return { item, state };
  for (const loss of await finishItem(to, item)) losses.addDefinition(loss);
  const counts = await withCargo(item, state.isFresh, (cargo) => countBoth(from, to, cargo, signal));
  return { item, state, counts };
}

/** The types of a cargo are known to its own functions alone. */
function withCargo<R>(item: Item, isFresh: boolean, use: <S, T>(cargo: Cargo<S, T>) => Promise<R>): Promise<R> {
  return item.kind === 'table' ? use(createRowCargo(item, isFresh)) : use(createDocumentCargo(item));
}

/** @throws the first failure that is not merely a stop, when all have ended */
async function severally<T, R>(items: readonly T[], task: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results = await mapSeveral(items, ITEMS_AT_ONCE, task);
  const failures = results.filter((result): result is R & Error => result instanceof Error);
  const failure = failures.find((error) => !(error instanceof CopyStoppedError)) ?? failures[0];
  if (failure) throw failure;
  return results as readonly R[];
}
