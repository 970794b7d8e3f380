/** Reads rows by key in as few searches as possible; a search that fails is halved down to the key at fault. */

import { keyIdentity } from '../../cql/identity.ts';
import { keyColumns } from '../../cql/table-columns.ts';
import type { JsonValue } from '../../json/json-value.ts';
import { mapSeveral } from '../../shared/map-several.ts';
import { ownValue } from '../../shared/own-value.ts';
import type { Result, Row, RowValues, Table } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { isItemTooLarge } from '../shared/grpc-errors.ts';
import { type Encoding, encodeListed } from './row-encode.ts';
import { readHalving } from './row-halving.ts';
import { requestedValues } from './row-page.ts';
import { planSearches, type SharedSearch } from './row-plan.ts';
import { type RowSearch, searchLineBytes, searchRows } from './row-search.ts';
import { columnType, type Where, whereKey } from './row-where.ts';

export interface RowReading {
  readonly connection: StargateConnection;
  readonly table: Table;
  readonly columns: readonly string[] | undefined;
  readonly encoding: Encoding;
  /** The most values that upstream takes in one `$in`. */
  readonly maxKeysPerSearch: number;
}

/** How many searches of one read are in flight at a time. */
const SEARCHES_AT_ONCE = 8;

/** The rows in the order of the keys; `null` for keys without one. */
export async function readRows(reading: RowReading, keys: readonly RowValues[]): Promise<Result<Row>[]> {
  const identities = keys.map((key) => identify(reading, key));
  const searches = plan(reading, keys);
  const answers = await mapSeveral(searches, SEARCHES_AT_ONCE, ({ columns, keys: together }) =>
    readHalving(together, (some, mayFail) => search(reading, { columns, keys: some }, mayFail)),
  );
  const found = new Map<string, Result<Row>>();
  for (const [index, answer] of answers.entries()) {
    for (const [at, key] of (searches[index]?.keys ?? []).entries()) {
      const result = answer instanceof Error ? answer : answer[at];
      if (result) found.set(identify(reading, key), result);
    }
  }
  return identities.map((identity) => found.get(identity) ?? null);
}

/** How many searches `readRows` makes as long as none fails or is answered in parts. */
export function countSearches(reading: RowReading, keys: readonly RowValues[]): number {
  return plan(reading, keys).length;
}

function plan(reading: RowReading, keys: readonly RowValues[]): readonly SharedSearch[] {
  const { table, columns, maxKeysPerSearch } = reading;
  const possible = keys.filter((key) => !isImpossible(table, key));
  const distinct = [...new Map(possible.map((key) => [identify(reading, key), key])).values()];
  const keyNames = keyColumns(table);
  return planSearches(
    {
      table,
      maxKeysPerSearch,
      mayFindOthers: columns?.every((name) => keyNames.includes(name)) ?? false,
      lineBytes: (key, listed) =>
        searchLineBytes(toSearch(reading, { columns: listed, keys: [key] }, keys.length), reading.encoding),
    },
    distinct,
  );
}

/** Equal for keys that mean the same row. */
function identify({ table, encoding }: RowReading, key: RowValues): string {
  return JSON.stringify(keyIdentity(table, key, encoding.types));
}

/** A key that no row can have: Cassandra has no empty partition keys. */
export function isImpossible({ partitionKey }: Table, key: RowValues): boolean {
  const [only = '', ...more] = partitionKey;
  return more.length === 0 && ownValue(key, only) === '';
}

/** The rows of a search, in the order of its keys. */
async function search(reading: RowReading, shared: SharedSearch, mayFail: boolean): Promise<Result<Row>[]> {
  const found = await searchPages(reading, shared, mayFail);
  return shared.keys.map((key) => {
    const row = found.get(listedText(key, shared.columns)) ?? null;
    if (row === null || row instanceof Error) return row;
    return isStatic(reading.table, key) && !isStatic(reading.table, row.key) ? staticPart(reading.table, row) : row;
  });
}

/**
 * What is found, by `listedText`. Pages behind a row that is larger than upstream can send cannot be reached: the keys that are
 * left are halved down to it.
 *
 * @param isPart - of such keys: smaller pages would not help
 */
async function searchPages(
  reading: RowReading,
  shared: SharedSearch,
  mayFail: boolean,
  isPart = false,
): Promise<Map<string, Row | Error>> {
  const { columns, keys } = shared;
  const wanted = new Set(keys.map((key) => listedText(key, columns)));
  const found = new Map<string, Row | Error>();
  const request = toSearch(reading, shared, combinations(shared));
  const how = { isWhole: mayFail, leastPageSize: isPart ? request.pageSize : 1 };
  let pageState: string | undefined;
  try {
    do {
      const page = await searchRows(reading.connection, { ...request, ...how, pageState }, reading.encoding);
      for (const row of page.items) {
        const text = listedText(row.key, columns);
        if (wanted.has(text)) found.set(text, row);
      }
      pageState = page.nextPageState;
    } while (pageState !== undefined && found.size < keys.length);
  } catch (error) {
    if (!(error instanceof Error && isItemTooLarge(error))) throw error;
    if (keys.length === 1) return new Map([...wanted].map((text) => [text, error]));
    const left = keys.filter((key) => !found.has(listedText(key, columns)));
    for (const half of toHalves(left)) {
      const more = await searchPages(reading, { columns, keys: half }, mayFail, true);
      for (const [text, row] of more) found.set(text, row);
    }
  }
  return found;
}

function toHalves<T>(items: readonly T[]): readonly (readonly T[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)].filter((half) => half.length > 0);
}

/** Identifies a row in its search by the listed columns; the other columns are equal in all rows of the search. */
function listedText(key: RowValues, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => ownValue(key, column) ?? null));
}

/** The most rows that a search can find. */
function combinations({ columns, keys }: SharedSearch): number {
  return columns.reduce((all, column) => all * new Set(keys.map((key) => listedText(key, [column]))).size, 1);
}

/** What a row has in common with the others of its partition, as if the partition had no rows. */
function staticPart({ partitionKey, columns }: Table, { key, values, errors }: Row): Row {
  const shared = new Set([...partitionKey, ...columns.filter(({ kind }) => kind === 'STATIC').map(({ name }) => name)]);
  const kept = (cells: RowValues): RowValues =>
    Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, shared.has(name) ? value : null]));
  const faulty = Object.entries(errors ?? {}).filter(([name]) => shared.has(name));
  return { key: kept(key), values: kept(values), ...(faulty.length > 0 && { errors: Object.fromEntries(faulty) }) };
}

/** Whether it names what the rows of a partition share: it has no clustering values. */
function isStatic({ clusteringKey }: Table, key: RowValues): boolean {
  return clusteringKey.some(({ name }) => (ownValue(key, name) ?? null) === null);
}

/** @param count - one more than the rows that can be found, because a full page would require reading the next one */
function toSearch({ table, columns, encoding }: RowReading, shared: SharedSearch, count: number): RowSearch {
  const [first = {}] = shared.keys;
  const pageSize = isStatic(table, first) ? 1 : count + 1;
  const where = whereOf(table, shared, encoding);
  return { table, columns, where, requested: requestedValues(table, shared.keys), pageSize, keys: shared.keys.length };
}

function whereOf(table: Table, { columns, keys }: SharedSearch, encoding: Encoding): Where {
  const listed = columns.map((column) => [column, { $in: listedValues(table, keys, column) }] as const);
  return { ...whereKey(table, keys[0] ?? {}, encoding), ...Object.fromEntries(listed) };
}

function listedValues(table: Table, keys: readonly RowValues[], column: string): readonly JsonValue[] {
  const distinct = new Set(keys.map((key) => ownValue(key, column) ?? null));
  return [...distinct].map((value) => encodeListed(columnType(table, column), value) ?? null);
}
