/** How lists of rows that share a `find` are read; see `rows/row-lists.ts`. The size of a page is upstream's. */
import type { SharedListReader } from '../../rows/row-lists.ts';
import { requestedValues } from '../../rows/row-page.ts';
import type { SharedSearch } from '../../rows/row-plan.ts';
import type { RowListQuery } from '../../source/source.ts';
import { findRows, type RowFind } from './find.ts';
import { toProjection } from './projection.ts';
import { isSpoiled, planOptions, type RowReading } from './reader.ts';
import { whereAll, whereListed } from './where.ts';

export interface ListReading extends RowReading {
  readonly query: RowListQuery;
}

export function createSharedListReader(reading: ListReading): SharedListReader {
  return {
    planOptions: () => planOptions(reading.table),
    page: (shared, _pageSize, pageState) => findRows(reading.connection, { ...toFind(reading, shared), pageState }),
    isSpoiled,
  };
}

function toFind({ table, types, columns, query }: ListReading, { keys, columns: listed }: SharedSearch): RowFind {
  const { where = [] } = query;
  return {
    table,
    types,
    filter: { ...whereAll(table, {}, where), ...whereListed(table, keys, listed) },
    projection: toProjection(table, columns),
    requested: requestedValues(table, keys, where),
    keys: keys.length,
  };
}
