import { chain, type MaybePromise } from '../shared/maybe-promise.ts';
import type {
  NearestRows,
  Page,
  Result,
  Row,
  RowListQuery,
  RowQuery,
  RowValues,
  Scored,
  Source,
  Table,
} from '../source/source.ts';
import { createBatch, union } from './batch.ts';
import { identifyTable } from './identity.ts';
import type { DomainLoaders, LoaderContext } from './once.ts';

export interface RowLoaders {
  /**
   * One row by its whole, canonical key. Rows of a table that are loaded at the same time become one batch, with the union of their columns.
   *
   * @param columns - what the operation will read of the row; all columns when absent
   */
  row(table: Table, key: RowValues, columns?: readonly string[]): MaybePromise<LoadedRow | null>;
  rowPage(table: Table, query: RowQuery): MaybePromise<Page<Row>>;
  nearestRows(table: Table, query: NearestRows): MaybePromise<readonly Scored<Row>[]>;
}

/** A row, with its table and its key beside it. */
export interface LoadedRow {
  readonly table: Table;
  readonly key: RowValues;
  readonly row: Row;
}

interface WantedRow {
  readonly table: Table;
  readonly key: RowValues;
  readonly columns: readonly string[] | undefined;
}

interface WantedList {
  readonly table: Table;
  readonly key: RowValues;
  readonly query: RowListQuery;
}

const NO_ROWS: Page<Row> = { items: [] };

/** @param source - its rows are asked for at the first load, as most operations read few of its parts */
export function createRowLoaders(
  source: Pick<Source, 'rows'>,
  { once, loads }: LoaderContext,
): DomainLoaders<RowLoaders> {
  const row = createBatch({
    name: 'row',
    loads,
    groupOf: ({ table }) => identifyTable(table),
    async read(wanted: readonly [WantedRow, ...WantedRow[]]) {
      const [{ table }] = wanted;
      const keys = wanted.map(({ key }) => key);
      const found = await source.rows.readMany(table, keys, union(wanted.map(({ columns }) => columns)));
      return found.map((each) => toLoaded(table, each));
    },
    identify: ({ key }) => JSON.stringify(key),
    suffices: (known, wanted) => includesAll(known.columns, wanted.columns),
  });
  const firstPage = createBatch({
    name: 'rowPage',
    loads,
    groupOf: ({ table, key, query }) => `${identifyTable(table)} ${JSON.stringify([Object.keys(key), query])}`,
    read(wanted: readonly [WantedList, ...WantedList[]]) {
      const [{ table, query }] = wanted;
      const keys = wanted.map(({ key }) => key);
      return source.rows.findPages(table, keys, query);
    },
    identify: ({ key }) => JSON.stringify(key),
  });
  return {
    loaders: {
      row: (table, key, columns) => row.load({ table, key, columns }),
      rowPage: (table, { key, ...query }) =>
        key && query.pageState === undefined
          ? chain(firstPage.load({ table, key, query }), (page) => page ?? NO_ROWS)
          : once.load('rowPage', `${identifyTable(table)} ${JSON.stringify([key, query])}`, () =>
              source.rows.findPage(table, { ...query, ...(key && { key }) }),
            ),
      nearestRows: (table, query) =>
        once.load('nearestRows', `${identifyTable(table)} ${JSON.stringify(query)}`, () =>
          source.rows.findNearest(table, query),
        ),
    },
    clear() {
      row.clear();
      firstPage.clear();
    },
  };
}

/** Once for a row, however many fields read it. */
function toLoaded(table: Table, found: Result<Row>): Result<LoadedRow> {
  return found === null || found instanceof Error ? found : { table, key: found.key, row: found };
}

/** Whether a list of columns includes all of another; an absent one is all columns. */
function includesAll(list: WantedRow['columns'], other: WantedRow['columns']): boolean {
  // Mostly they are the same list.
  return list === undefined || list === other || (other?.every((name) => list.includes(name)) ?? false);
}
