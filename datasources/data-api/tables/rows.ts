/** Rows of tables over the Data API. */
import { keyColumns, needsTypes } from '../../cql/table-columns.ts';
import { createBulk } from '../../resilience/bulk.ts';
import { checkOnce } from '../../rows/check-key.ts';
import { createConditionalRowWrites } from '../../rows/conditional-row-writes.ts';
import type { LargeLists } from '../../rows/large-lists.ts';
import { isImpossible, type RowReader, readRows } from '../../rows/read-rows.ts';
import type { Types } from '../../rows/row-decode.ts';
import { readLists } from '../../rows/row-lists.ts';
import { requestedValues } from '../../rows/row-page.ts';
import { memoize } from '../../shared/memoize.ts';
import type { CatalogSource, KeyspaceRef, RowSource, RowValues, Table } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';
import { reachableFilters, reachableKey } from '../values/decimal-key.ts';
import { findOneRow, findRows } from './find.ts';
import { findNearestRows } from './nearest.ts';
import { toSort } from './order.ts';
import { toProjection } from './projection.ts';
import { countReads, createRowReader } from './reader.ts';
import { createSharedListReader } from './row-lists.ts';
import { whereAll, whereKey } from './where.ts';
import { createRowWrites } from './writes.ts';

export interface TableRowOptions {
  readonly connection: DataApiConnection;
  readonly catalog: Pick<CatalogSource, 'types' | 'indexes'>;
  /** The tables of a keyspace as they are now. */
  readTables(ref: KeyspaceRef): Promise<readonly Table[] | null>;
  /** Whether conditions on columns without an index are sent, which upstream answers by reading the whole table. */
  readonly allowFiltering: boolean;
  readonly large: LargeLists;
}

/** The size of a page is upstream's alone; this is the most that servers are configured to. */
const MAX_PAGE_SIZE = 500;
const SCAN_CURE =
  'The operator of the gateway can allow it by ASTRA_GRAPHQL_ALLOW_FILTERING: the Data API then reads the whole table.';

export function createTableRowSource({
  connection,
  catalog,
  readTables,
  allowFiltering,
  large,
}: TableRowOptions): RowSource {
  /** Once for each definition of a table: a bulk mutation would ask for each of its rows. */
  const allTypes = memoize(async (table: Table): Promise<Types> => (await catalog.types(table)) ?? [], new Map());

  async function typesOf(table: Table, columns?: readonly string[]): Promise<Types> {
    return needsTypes(table, columns && [...keyColumns(table), ...columns]) ? allTypes(table) : [];
  }

  async function readerOf(table: Table, columns: readonly string[] | undefined): Promise<RowReader> {
    return createRowReader({ connection, table, columns, types: await typesOf(table, columns) });
  }

  const read = async (table: Table, keys: readonly RowValues[], columns: readonly string[] | undefined) =>
    readRows(
      await readerOf(table, columns),
      keys.map((key) => reachableKey(table, key)),
    );

  const findPage: RowSource['findPage'] = async (table, query) => {
    const { columns, pageState } = query;
    const key = reachableKey(table, query.key ?? {});
    const where = reachableFilters(table, query.where ?? []);
    checkOnce(key, where);
    const sort = toSort(table, query);
    const filter = whereAll(table, key, where);
    if (isImpossible(table, key) || where.some((each) => each.in?.length === 0)) return { items: [] };
    return findRows(connection, {
      table,
      types: await typesOf(table, columns),
      filter,
      projection: toProjection(table, columns),
      requested: requestedValues(table, [key], where),
      sort,
      pageState,
    });
  };

  const findPages: RowSource['findPages'] = (table, keys, query) =>
    readLists(
      {
        table,
        large,
        maxPageSize: MAX_PAGE_SIZE,
        single: (key, pageSize) => findPage(table, { key, ...query, pageSize }),
        async openShared() {
          const { columns, where = [] } = query;
          const types = await typesOf(table, columns);
          const reachable = { ...query, where: reachableFilters(table, where) };
          return createSharedListReader({ connection, table, types, columns, query: reachable });
        },
      },
      keys.map((key) => reachableKey(table, key)),
      query,
    );

  async function isAnyThere(table: Table, keyPrefix: RowValues): Promise<boolean> {
    if (isImpossible(table, keyPrefix)) return false;
    const columns = keyColumns(table);
    const key = reachableKey(table, keyPrefix);
    const row = await findOneRow(connection, {
      table,
      types: await typesOf(table, columns),
      filter: whereKey(table, key),
      projection: toProjection(table, columns),
      requested: requestedValues(table, [key]),
    });
    return row !== null;
  }

  const writes = createRowWrites({ connection, typesOf, readTables });
  return {
    readMany: read,
    maxPageSize: () => MAX_PAGE_SIZE,
    scans: () => ({ areAllowed: allowFiltering, areSilent: true, cure: SCAN_CURE }),
    findPage,
    findPages,
    findNearest: async (table, query) =>
      findNearestRows(connection, {
        ...query,
        table,
        types: await typesOf(table, query.columns),
        indexes: (await catalog.indexes(table)) ?? [],
      }),
    replace: writes.replace,
    patch: writes.patch,
    ...createConditionalRowWrites({
      writes,
      bulk: createBulk(connection.scope),
      look: (table, keys) => read(table, keys, keyColumns(table)),
      countLooks: async (table, keys) =>
        countReads(
          await readerOf(table, keyColumns(table)),
          keys.map((key) => reachableKey(table, key)),
        ),
      isAnyThere,
    }),
  };
}
