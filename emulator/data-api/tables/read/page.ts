/** Rows page by page. A state is a place in the table, whatever it is asked for next. */
import type { LiveRow } from '../../../cql/read/live-rows.ts';
import type { Ordering } from '../../../cql/read/ordering.ts';
import { startOf, take } from '../../collections/find/candidates.ts';
import { printDocumentPageState } from '../../collections/find/page-state.ts';
import type { Selection } from './query.ts';

interface PageQuery {
  /** Of all pages together. */
  readonly limit: number | undefined;
  readonly pageState: string | undefined;
  readonly pageSize: number;
}

export interface RowPage {
  readonly rows: readonly LiveRow[];
  readonly nextPageState?: string;
}

/** A full page does not show that it was the last, but where several partitions are named. */
export function readPage({ restrictions, rows }: Selection, orderings: readonly Ordering[], query: PageQuery): RowPage {
  const { after, remaining } = startOf(query);
  const size = Math.min(query.pageSize, remaining ?? query.pageSize);
  const looksAhead = restrictions.hasPartitionIn;
  const found = take(rows(orderings, after), size + (looksAhead ? 1 : 0));
  const shown = found.slice(0, size);
  const last = shown.at(-1);
  const isLast = shown.length < size || remaining === size || (looksAhead && found.length <= size);
  if (!last || isLast) return { rows: shown };
  const nextPageState = printDocumentPageState({
    after: last.key,
    ...(remaining !== undefined && { remaining: remaining - size }),
  });
  return { rows: shown, nextPageState };
}
