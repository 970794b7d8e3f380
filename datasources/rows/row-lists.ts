/** Reads the beginnings of lists of rows. Lists whose keys differ in one column share a search, as long as they turn out small. */
import { keyColumns } from '../cql/table-columns.ts';
import { mapSeveral } from '../shared/map-several.ts';
import { SourceError } from '../source/errors.ts';
import type { ColumnSort, Page, Result, Row, RowListQuery, RowValues, Table } from '../source/source.ts';
import type { LargeLists } from './large-lists.ts';
import { isImpossible, listedText } from './read-rows.ts';
import { type PlanOptions, planSearches, type SharedSearch } from './row-plan.ts';

/** How a back end reads lists of rows of one table. */
export interface ListReader {
  readonly table: Table;
  readonly large: LargeLists;
  /** The most rows that one page can hold. */
  readonly maxPageSize: number;
  /** The first page of one list. */
  single(key: RowValues, pageSize: number): Promise<Page<Row>>;
  /** Called only where lists may share a search. */
  openShared(): Promise<SharedListReader>;
}

/** How a back end reads several lists with one search. */
export interface SharedListReader {
  /** @param keys - distinct leading parts of the key, of the same columns */
  planOptions(keys: readonly RowValues[]): PlanOptions;
  /** One page of a search for several lists, each list in its own order and in one piece. A page may be smaller than asked for. */
  page(shared: SharedSearch, pageSize: number, pageState: string | undefined): Promise<Page<Row>>;
  /** Whether one list may have made a search for several fail. */
  isSpoiled(error: SourceError): boolean;
}

type Pages = ReadonlyMap<RowValues, Result<Page<Row>>>;

const SEARCHES_AT_ONCE = 8;

/**
 * The first page of each list, in the order of the keys. Makes at most one call more than there are keys, and reads at most
 * `maxPageSize` rows in vain. Of several lists a page may hold one row more than was asked for, and then has no page state.
 *
 * @param keys - distinct leading parts of the key, of the same columns
 */
export async function readLists(
  reader: ListReader,
  keys: readonly RowValues[],
  query: RowListQuery,
): Promise<Result<Page<Row>>[]> {
  const found = new Map(canShareSearch(reader, keys, query) ? await readShared(reader, keys, query.pageSize + 1) : []);
  const left = keys.filter((key) => !found.has(key));
  const pages = await readSingly(reader, left, query.pageSize, keys.length > 1);
  for (const [index, key] of left.entries()) found.set(key, pages[index] ?? null);
  return keys.map((key) => found.get(key) ?? null);
}

/**
 * A call for each list.
 *
 * @param areSeveral - reads one row further, or each list would take another call to tell that rows follow
 */
async function readSingly(
  { single, maxPageSize }: ListReader,
  keys: readonly RowValues[],
  pageSize: number,
  areSeveral: boolean,
): Promise<Result<Page<Row>>[]> {
  if (!areSeveral) return mapSeveral(keys, 1, (key) => single(key, pageSize));
  return mapSeveral(keys, keys.length, async (key) => {
    const page = await single(key, Math.min(pageSize + 1, maxPageSize));
    return page.items.length > pageSize ? { items: page.items } : page;
  });
}

/** Which lists share a search. */
function planLists(options: PlanOptions, keys: readonly RowValues[]): readonly SharedSearch[] {
  const { table } = options;
  const possible = keys.filter((key) => !isImpossible(table, key));
  const [first = {}] = possible;
  // As far as it is given, the key of a list is planned like that of a row.
  const clusteringKey = table.clusteringKey.filter(({ name }) => Object.hasOwn(first, name));
  return planSearches({ ...options, table: { ...table, clusteringKey } }, possible);
}

/** Whether it is worth a try: upstream lists keys neither beside an index nor in an order that is not the table's. */
function canShareSearch(
  { table, large, maxPageSize }: ListReader,
  keys: readonly RowValues[],
  { where = [], sort = [], pageSize }: RowListQuery,
): boolean {
  const [key = {}] = keys;
  if (keys.length < 2 || pageSize >= maxPageSize || large.has(table)) return false;
  const names = keyColumns(table);
  const isOfKey = where.every(
    ({ column, in: list }) => names.includes(column) && !Object.hasOwn(key, column) && list === undefined,
  );
  return isOfKey && isOrderOf(table, key, sort);
}

/** Whether an order is the one in which rows with this leading part of a key are stored. */
function isOrderOf({ clusteringKey }: Table, key: RowValues, sort: readonly ColumnSort[]): boolean {
  const stored = clusteringKey.filter(({ name }) => !Object.hasOwn(key, name));
  return sort.every(({ column, order }, index) => stored[index]?.name === column && stored[index].order === order);
}

/** What searches for several lists find. They go out in waves of at most a page of rows, so that no more is read in vain. */
async function readShared(
  { table, large, maxPageSize, openShared }: ListReader,
  keys: readonly RowValues[],
  wanted: number,
): Promise<Pages> {
  const found = new Map<RowValues, Result<Page<Row>>>();
  const shared = await openShared();
  const searches = planLists(shared.planOptions(keys), keys).filter((search) => search.keys.length > 1);
  for (const wave of toWaves(searches, Math.max(1, Math.floor(maxPageSize / wanted)))) {
    const answers = await mapSeveral(wave, SEARCHES_AT_ONCE, (search) =>
      readTogether(shared, search, wanted, maxPageSize),
    );
    for (const [index, answer] of answers.entries()) {
      const together = wave[index]?.keys ?? [];
      const pages = answer instanceof Error ? failed(shared, together, answer) : answer;
      for (const [key, page] of pages) found.set(key, page);
      if (pages.size * 2 < together.length) large.add(table);
    }
    if (large.has(table)) break;
  }
  return found;
}

/** A failure that one list may have caused says nothing of the others. */
function failed({ isSpoiled }: SharedListReader, keys: readonly RowValues[], error: Error): Pages {
  if (error instanceof SourceError && isSpoiled(error)) return new Map();
  return new Map(keys.map((key) => [key, error]));
}

/**
 * The lists that are known when a page tells of fewer than two more, or when as many rows have come as all want. None where the
 * rows are not those of the lists, each in one piece.
 */
async function readTogether(
  reader: SharedListReader,
  search: SharedSearch,
  wanted: number,
  maxPageSize: number,
): Promise<Pages> {
  const { keys, columns } = search;
  const most = Math.min(maxPageSize, keys.length * wanted);
  const lists = new Map<string, Row[]>(keys.map((key) => [listedText(key, columns), []]));
  let [last, count, begun, known]: [Row[] | undefined, number, number, number] = [undefined, 0, 0, 0];
  let pageState: string | undefined;
  for (;;) {
    const page = await reader.page(search, most, pageState);
    for (const row of page.items) {
      const list = lists.get(listedText(row.key, columns));
      if (!list || (list !== last && list.length > 0)) return new Map();
      if (list !== last) begun += 1;
      list.push(row);
      last = list;
    }
    count += page.items.length;
    pageState = page.nextPageState;
    const before = known;
    known = begun - (last && last.length < wanted ? 1 : 0);
    if (pageState === undefined || count >= most || known - before < 2) break;
  }
  const isWhole = (list: readonly Row[]) => pageState === undefined || (list.length > 0 && list !== last);
  return new Map(
    keys
      .map((key) => [key, lists.get(listedText(key, columns)) ?? []] as const)
      .filter(([, list]) => isWhole(list) || list.length >= wanted)
      .map(([key, list]) => [key, { items: list.slice(0, wanted) }]),
  );
}

/** @param most - how many lists a wave reads; a search for more is a wave of its own */
function toWaves(searches: readonly SharedSearch[], most: number): readonly (readonly SharedSearch[])[] {
  const waves: SharedSearch[][] = [];
  let room = 0;
  for (const search of searches) {
    room -= search.keys.length;
    if (room < 0) {
      waves.push([]);
      room = most - search.keys.length;
    }
    waves.at(-1)?.push(search);
  }
  return waves;
}
