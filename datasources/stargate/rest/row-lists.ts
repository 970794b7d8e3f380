/** How lists of rows that share a search are read over the Stargate REST API v2; see `rows/row-lists.ts`. */
import type { SharedListReader } from '../../rows/row-lists.ts';
import { requestedValues } from '../../rows/row-page.ts';
import type { SharedSearch } from '../../rows/row-plan.ts';
import type { RowListQuery } from '../../source/source.ts';
import { isSpoiled, planOptions, type RowReading, whereShared } from './row-batches.ts';
import { type RowSearch, searchRows } from './row-search.ts';
import { whereFilters } from './row-where.ts';

export interface ListReading extends RowReading {
  readonly query: RowListQuery;
}

export function createSharedListReader(reading: ListReading): SharedListReader {
  const { connection, encoding } = reading;
  return {
    planOptions: (keys) => ({
      mayFindOthers: false,
      ...planOptions(reading, (shared) => toSearch(reading, shared, keys.length)),
    }),
    page: (shared, pageSize, pageState) =>
      searchRows(connection, { pageState, ...toSearch(reading, shared, pageSize) }, encoding),
    isSpoiled,
  };
}

/** A cell that cannot be printed fails the search, or it would spoil the lists beside its own. */
function toSearch({ table, columns, encoding, query }: ListReading, shared: SharedSearch, pageSize: number): RowSearch {
  const { where = [] } = query;
  const conditions = { ...whereShared(table, shared, encoding), ...whereFilters(table, where, encoding) };
  const requested = requestedValues(table, shared.keys, where);
  return { table, columns, where: conditions, requested, pageSize, keys: shared.keys.length, isWhole: true };
}
