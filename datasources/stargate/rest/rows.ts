/** Rows over the Stargate REST API v2. Read through `where`, written through paths (see `row-writes.ts`). */

import { keyColumns, needsTypes } from '../../cql/table-columns.ts';
import { createBulk } from '../../resilience/bulk.ts';
import { memoize } from '../../shared/memoize.ts';
import { InputError } from '../../source/errors.ts';
import type { CatalogSource, ColumnFilter, ColumnSort, RowSource, RowValues, Table } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { refuseOnStargate } from '../shared/refusals.ts';
import { createConditionalRowWrites } from './conditional-row-writes.ts';
import { isImpossible, type RowReading, readRows } from './row-batches.ts';
import type { Types } from './row-decode.ts';
import { readEncoding } from './row-encode.ts';
import { requestedValues } from './row-page.ts';
import { searchRows } from './row-search.ts';
import { whereFilters, whereKey } from './row-where.ts';
import { createRowWrites } from './row-writes.ts';

export interface RowSourceOptions {
  readonly connection: StargateConnection;
  /** RequestedValues for user-defined types, and only where a column has one. */
  readonly catalog: Pick<CatalogSource, 'types'>;
  /** The most values in one `$in`: 20 on Astra, whose guardrails say so. */
  readonly maxKeysPerSearch: number;
}

/** The REST API has no maximum; more rows in one answer would only use more memory. */
const MAX_PAGE_SIZE = 1000;

export function createRowSource({ connection, catalog, maxKeysPerSearch }: RowSourceOptions): RowSource {
  /** Once for each definition of a table: a bulk mutation would ask for each of its rows. */
  const allTypes = memoize(async (table: Table): Promise<Types> => (await catalog.types(table)) ?? []);

  async function typesOf(table: Table, columns?: readonly string[]): Promise<Types> {
    return needsTypes(table, columns && [...keyColumns(table), ...columns]) ? allTypes(table) : [];
  }

  async function toReading(table: Table, columns: readonly string[] | undefined): Promise<RowReading> {
    const encoding = readEncoding(table, await typesOf(table, columns));
    return { connection, table, columns, encoding, maxKeysPerSearch };
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

  const writes = createRowWrites(connection, typesOf);
  return {
    readMany: async (table, keys, columns) => readRows(await toReading(table, columns), keys),
    maxPageSize: () => MAX_PAGE_SIZE,
    findPage,
    findNearest: async () => refuseOnStargate('vector search'),
    replace: writes.replace,
    patch: writes.patch,
    ...createConditionalRowWrites({ writes, bulk: createBulk(connection.scope), findPage, toReading }),
  };
}

/** Upstream would silently replace one condition with the other. */
function checkOnce(key: RowValues, where: readonly ColumnFilter[]): void {
  const twice = where.find(({ column }) => Object.hasOwn(key, column));
  if (!twice) return;
  throw new InputError(`The column "${twice.column}" stands in "key" and in "where". Leave it out of one of them.`);
}

/** Upstream knows nothing but the lower-case words. */
function toOrder(sort: readonly ColumnSort[]): { readonly [column: string]: 'asc' | 'desc' } {
  return Object.fromEntries(sort.map(({ column, order }) => [column, order === 'DESC' ? 'desc' : 'asc'] as const));
}
