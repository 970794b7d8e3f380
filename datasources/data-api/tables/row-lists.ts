/** How lists of rows that share a `find` are read; see `rows/row-lists.ts`. The size of a page is upstream's. */
import type { LargeLists } from '../../rows/large-lists.ts';
import { type ListReader, planLists, type SingleReader } from '../../rows/row-lists.ts';
import { requestedValues } from '../../rows/row-page.ts';
import type { SharedSearch } from '../../rows/row-plan.ts';
import { InputError } from '../../source/errors.ts';
import type { RowListQuery } from '../../source/source.ts';
import { findRows, type RowFind } from './find.ts';
import { toProjection } from './projection.ts';
import { mayBeListed, type RowReading } from './reader.ts';
import { MAX_LISTED, whereAll, whereListed } from './where.ts';

export interface ListReading extends RowReading {
  readonly query: RowListQuery;
  readonly large: LargeLists;
}

export function createListReader(reading: ListReading): Omit<ListReader, keyof SingleReader> {
  const { connection, table, large } = reading;
  return {
    table,
    large,
    plan: (keys) =>
      planLists(
        {
          table,
          maxKeysPerSearch: MAX_LISTED,
          mayFindOthers: false,
          capacity: Number.POSITIVE_INFINITY,
          sizeOf: () => 0,
          listedSize: (column, value) => (mayBeListed(table, column, value) ? 0 : undefined),
        },
        keys,
      ),
    page: (shared, _pageSize, pageState) => findRows(connection, { ...toFind(reading, shared), pageState }),
    isSpoiled: (error) => error instanceof InputError,
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
