/** How a read finds its rows: page by page, sorted in memory, or nearest to a vector first. */

import { ServiceError } from '../../../core/service.ts';
import type { LiveRow } from '../../../cql/read/live-rows.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { CommandFailure, invalidQuery, refused } from '../../command/errors.ts';
import { checkComparable, memorySortReason, sortedInMemory } from './memory-sort.ts';
import { readPage } from './page.ts';
import { type RowQuery, retryWarnings, type Selection, select } from './query.ts';
import type { SortColumn } from './sort.ts';
import { checkSearch, nearestRows } from './vector-search.ts';

export interface Window {
  readonly limit: number | undefined;
  readonly skip: number;
  readonly pageState: string | undefined;
  readonly pageSize: number;
}

export interface Found {
  readonly rows: readonly { readonly row: LiveRow; readonly similarity?: number }[];
  readonly nextPageState?: string;
  readonly sortedRowCount?: number;
}

export interface Result extends Found {
  readonly warnings: readonly JsonObject[];
}

/** Right as far as the schema tells; `find` looks at values and rows. */
interface Plan {
  readonly warnings: readonly JsonObject[];
  find(selection: Selection): Found;
}

/** Where the database refuses, warnings are answered all the same. */
export function runQuery(query: RowQuery, window: Window): Result {
  const { warnings, find } = planOf(query, window);
  try {
    return { ...find(select(query)), warnings: [...warnings, ...retryWarnings(query)] };
  } catch (error) {
    const failure = error instanceof ServiceError ? invalidQuery(error.detail) : error;
    if (!(failure instanceof CommandFailure) || warnings.length === 0) throw failure;
    throw new CommandFailure(failure.errors, { status: new Map([['warnings', [...warnings]]]) });
  }
}

function planOf(query: RowQuery, window: Window): Plan {
  const { sort, warnings, conditions, schema } = query;
  if (sort.kind === 'vector') {
    const search = { ...sort, ...window };
    const index = checkSearch(schema, search);
    const kept = conditions.size === 0 ? [] : warnings;
    return { warnings: kept, find: ({ rows }) => ({ rows: nearestRows(rows, search, index, kept.length > 0) }) };
  }
  const reason = memorySortReason(query, sort.columns, window.skip);
  if (reason) return { warnings: [reason, ...warnings], find: memorySort(sort.columns, window) };
  const orderings = sort.columns.map(({ column, isDescending }) => ({ column: column.name, descending: isDescending }));
  return {
    warnings,
    find(selection) {
      const { rows, ...rest } = readPage(selection, orderings, window);
      return { rows: rows.map((row) => ({ row })), ...rest };
    },
  };
}

function memorySort(columns: readonly SortColumn[], { limit, skip, pageState, pageSize }: Window): Plan['find'] {
  checkComparable(columns);
  if (pageState !== undefined) {
    const message = 'Rows that are sorted in memory have one page.\n\nLeave pageState out.';
    throw refused('SORT', 'UNSUPPORTED_PAGINATION_WITH_IN_MEMORY_SORTING', message);
  }
  return ({ rows }) => {
    const sorted = sortedInMemory(rows(), columns, skip + Math.min(limit ?? pageSize, pageSize));
    return { rows: sorted.rows.slice(skip).map((row) => ({ row })), sortedRowCount: sorted.count };
  };
}
