/** SELECT: one page of the rows that match a WHERE clause. */
import type { JsonObject } from '../../shared/json.ts';
import type { MapForm } from '../types/codec.ts';
import { invalidArgument } from '../types/refusal.ts';
import { checkBoundConditions } from '../write/bind.ts';
import type { Condition } from '../write/condition.ts';
import { nowSeconds } from '../write/row.ts';
import { type LiveRow, liveRows, type RowSource } from './live-rows.ts';
import { checkMessageSize, resultBytes } from './message-size.ts';
import { isReversed, type Ordering } from './ordering.ts';
import { printPageState, readPageState } from './page-state.ts';
import { checkFiltering, checkNoNulls, restrict } from './restrictions.ts';
import type { Source } from './scan.ts';
import { rowJson, selectorsOf, selectsOnlyStatics } from './selection.ts';

export interface Select {
  /** Names of columns or elements; empty for all columns. */
  readonly fields: readonly string[];
  /** Combined with AND. */
  readonly conditions: readonly Condition[];
  readonly orderings: readonly Ordering[];
  readonly pageSize: number;
  /** The page state of the page before. */
  readonly pageState?: Uint8Array | undefined;
  readonly form: MapForm;
}

export interface Page {
  readonly rows: readonly JsonObject[];
  /** Present when the page is full, even if no row follows. */
  readonly pageState?: string;
}

/**
 * Checks the query as Cassandra does, and reads one page; throws `ConversionError` when a value cannot be converted to JSON.
 *
 * @param rowsOf - the source of the table's rows
 */
export function selectPage(source: Source, query: Select, rowsOf: RowSource = liveRows): Page {
  const { schema } = source;
  const selectors = selectorsOf(schema, query.fields);
  const onlyStatics = selectsOnlyStatics(selectors, query.fields.length === 0);
  const restrictions = restrict(schema, query.conditions, onlyStatics);
  const reversed = isReversed(schema, restrictions, query.orderings);
  checkFiltering(schema, restrictions);
  checkBoundConditions(query.conditions);
  checkNoNulls(restrictions);
  if (query.orderings.length > 0 && restrictions.hasPartitionIn) {
    throw invalidArgument(
      'Cannot page queries with both ORDER BY and a IN restriction on the partition key; you must either remove the ORDER BY or the IN and sort client side, or disable paging for this query',
    );
  }
  const after = query.pageState && readPageState(query.pageState);
  const walk = { ...source, restrictions, reversed, after, now: nowSeconds() };
  const rows = takePage(rowsOf(walk), query.pageSize);
  checkMessageSize(resultBytes(rows, selectors, schema.keyspace.types));
  const last = rows.length === query.pageSize ? rows.at(-1) : undefined;
  return {
    rows: rows.map((row) => rowJson(selectors, row.value, query.form)),
    ...(last && { pageState: printPageState(last.key) }),
  };
}

/** The first rows, at most `pageSize`. */
export function takePage(rows: Iterable<LiveRow>, pageSize: number): LiveRow[] {
  const page: LiveRow[] = [];
  for (const row of rows) {
    page.push(row);
    if (page.length >= pageSize) break;
  }
  return page;
}
