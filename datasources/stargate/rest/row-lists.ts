/** How lists of rows that share a search are read over the Stargate REST API v2; see `rows/row-lists.ts`. */
import type { LargeLists } from '../../rows/large-lists.ts';
import { type ListReader, planLists, type SingleReader } from '../../rows/row-lists.ts';
import { requestedValues } from '../../rows/row-page.ts';
import type { SharedSearch } from '../../rows/row-plan.ts';
import type { RowListQuery } from '../../source/source.ts';
import { MAX_LINE_BYTES } from '../shared/request-line.ts';
import { isSpoiled, listedBytes, type RowReading, whereShared } from './row-batches.ts';
import { type RowSearch, searchLineBytes, searchRows } from './row-search.ts';
import { whereFilters } from './row-where.ts';

export interface ListReading extends RowReading {
  readonly query: RowListQuery;
  readonly large: LargeLists;
}

export function createListReader(reading: ListReading): Omit<ListReader, keyof SingleReader> {
  const { connection, table, encoding, maxKeysPerSearch, large } = reading;
  return {
    table,
    large,
    plan: (keys) =>
      planLists(
        {
          table,
          maxKeysPerSearch,
          mayFindOthers: false,
          capacity: MAX_LINE_BYTES,
          sizeOf: (key, columns) => searchLineBytes(toSearch(reading, { columns, keys: [key] }, keys.length), encoding),
          listedSize: (column, value) => listedBytes(table, column, value),
        },
        keys,
      ),
    page: (shared, pageSize, pageState) =>
      searchRows(connection, { ...toSearch(reading, shared, pageSize), pageState }, encoding),
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
