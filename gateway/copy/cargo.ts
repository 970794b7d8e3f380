/** What is moved of one table or collection: how it is read, written, checked, counted and named. */
import type { MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import type { Page, Source } from '../../datasources/source/source.ts';
import type { Loss } from './losses.ts';
import type { Put } from './put.ts';

/** @typeParam S - as the source has them. @typeParam T - as the target takes them */
export interface Cargo<S, T> {
  read(source: Source, pageState: string | undefined): Promise<Page<S>>;
  /** What is written of an item. */
  toTarget(item: S): T;
  /** What of an item the source could not give. */
  readonly unread: (item: S) => readonly Loss[];
  readonly put: Put<T>;
  /** As `put`, without writing. */
  readonly check: Put<T>;
  /** The loss of one item. */
  toLoss(item: S, reason: string): Loss;
  /** Reads as little as the side can. */
  count(source: Source, side: 'source' | 'target', pageState: string | undefined): Promise<Page<unknown>>;
  /** How many there are, where the side can tell it at once. */
  countAll?(source: Source, side: 'source' | 'target'): MaybePromise<number | undefined>;
}
