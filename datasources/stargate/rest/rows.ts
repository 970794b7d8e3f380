/** Rows over the Stargate REST API v2. Read through `where`, written through paths (see `row-writes.ts`). */

import { keyColumns, needsTypes } from '../../cql/table-columns.ts';
import { createBulk } from '../../resilience/bulk.ts';
import { checkOnce } from '../../rows/check-key.ts';
import { createConditionalRowWrites } from '../../rows/conditional-row-writes.ts';
import type { LargeLists } from '../../rows/large-lists.ts';
import { isImpossible, planReads, type RowReader, readRows } from '../../rows/read-rows.ts';
import type { Types } from '../../rows/row-decode.ts';
import { readLists } from '../../rows/row-lists.ts';
import { requestedValues } from '../../rows/row-page.ts';
import { memoize } from '../../shared/memoize.ts';
import type { CatalogSource, ColumnSort, RowSource, RowValues, Table } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { refuseOnStargate } from '../shared/refusals.ts';
import { createRowReader } from './row-batches.ts';
import { readEncoding } from './row-encode.ts';
import { createSharedListReader } from './row-lists.ts';
import { searchRows } from './row-search.ts';
import { whereFilters, whereKey } from './row-where.ts';
import { createRowWrites } from './row-writes.ts';

export interface RowSourceOptions {
  readonly connection: StargateConnection;
  /** RequestedValues for user-defined types, and only where a column has one. */
  readonly catalog: Pick<CatalogSource, 'types'>;
  /** The most values in one `$in`: 20 on Astra, whose guardrails say so. */
  readonly maxKeysPerSearch: number;
  readonly large: LargeLists;
}

/** The REST API has no maximum; more rows in one answer would only use more memory. */
const MAX_PAGE_SIZE = 1000;

export function createRowSource({ connection, catalog, maxKeysPerSearch, large }: RowSourceOptions): RowSource {
  /** Once for each definition of a table: a bulk mutation would ask for each of its rows. */
  const allTypes = memoize(async (table: Table): Promise<Types> => (await catalog.types(table)) ?? [], new Map());

  async function typesOf(table: Table, columns?: readonly string[]): Promise<Types> {
    return needsTypes(table, columns && [...keyColumns(table), ...columns]) ? allTypes(table) : [];
  }

  async function readerOf(table: Table, columns: readonly string[] | undefined): Promise<RowReader> {
    const encoding = readEncoding(table, await typesOf(table, columns));
    return createRowReader({ connection, table, columns, encoding, maxKeysPerSearch });
  }

  const findPage: RowSource['findPage'] = async (table, query) => {
    const { key = {}, where = [], sort, columns, pageSize, pageState } = query;
    checkOnce(key, where);
    if (isImpossible(table, key) || where.some((filter) => filter.in?.length === 0)) return { items: [] };
    const encoding = readEncoding(table, await typesOf(table));
    const conditions = { ...whereKey(table, key, encoding), ...whereFilters(table, where, encoding) };
    const order = sort && toOrder(sort);
    return searchRows(
      connection,
      {
        table,
        where: conditions,
        requested: requestedValues(table, [key], where),
        columns,
        sort: order,
        pageSize,
        pageState,
      },
      encoding,
    );
  };

  const findPages: RowSource['findPages'] = (table, keys, query) =>
    readLists(
      {
        table,
        large,
        maxPageSize: MAX_PAGE_SIZE,
        single: (key, pageSize) => findPage(table, { key, ...query, pageSize }),
        async openShared() {
          const encoding = readEncoding(table, await typesOf(table));
          return createSharedListReader({
            connection,
            table,
            columns: query.columns,
            encoding,
            maxKeysPerSearch,
            query,
          });
        },
      },
      keys,
      query,
    );

  async function isAnyThere(table: Table, keyPrefix: RowValues): Promise<boolean> {
    const query = { key: keyPrefix, columns: keyColumns(table), pageSize: 1 };
    let page = await findPage(table, query);
    while (page.items.length === 0 && page.nextPageState !== undefined) {
      page = await findPage(table, { ...query, pageState: page.nextPageState });
    }
    return page.items.length > 0;
  }

  const writes = createRowWrites(connection, typesOf);
  const conditional = createConditionalRowWrites({
    writes,
    bulk: createBulk(connection.scope),
    look: async (table, keys) => readRows(await readerOf(table, keyColumns(table)), keys),
    countLooks: async (table, keys) => planReads(await readerOf(table, keyColumns(table)), keys).length,
    isAnyThere,
  });
  return {
    readMany: async (table, keys, columns) => readRows(await readerOf(table, columns), keys),
    maxPageSize: () => MAX_PAGE_SIZE,
    scans: () => ({ areAllowed: false, areSilent: false }),
    findPage,
    findPages,
    findNearest: async () => refuseOnStargate('vector search'),
    replace: writes.replace,
    patch: writes.patch,
    ...conditional,
  };
}

/** Upstream knows nothing but the lower-case words. */
function toOrder(sort: readonly ColumnSort[]): { readonly [column: string]: 'asc' | 'desc' } {
  return Object.fromEntries(sort.map(({ column, order }) => [column, order === 'DESC' ? 'desc' : 'asc'] as const));
}
