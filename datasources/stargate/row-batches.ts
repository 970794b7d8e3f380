/**
 * Reads rows by key in as few searches as possible: keys that differ in one column alone share a search, with `$in` on that
 * column; a search that fails is halved down to the key that spoils it.
 */
import { printJson } from '../json.ts';
import type { JsonValue } from '../json-value.ts';
import { keyColumns } from '../key-columns.ts';
import { ownValue } from '../own-value.ts';
import { mapSeveral } from '../parallel.ts';
import type { Result, Row, RowValues, Table } from '../source.ts';
import type { StargateConnection } from './connection.ts';
import { type Encoding, encodeListed } from './row-encode.ts';
import { readHalving } from './row-halving.ts';
import { MAX_LINE_BYTES, type RowSearch, searchLineBytes, searchRows } from './row-search.ts';
import { columnType, type Where, whereKey } from './row-where.ts';

export interface RowReading {
  readonly connection: StargateConnection;
  readonly table: Table;
  readonly columns: readonly string[] | undefined;
  readonly encoding: Encoding;
  /** The most values that upstream takes in one `$in`. */
  readonly maxKeysPerSearch: number;
}

/** Keys that share a search: all the same but for one column, or a single key. */
interface Group {
  /** The column whose values are listed; absent for a key that no list carries. */
  readonly column?: string;
  readonly keys: readonly RowValues[];
}

/** How many searches of one read are under way at a time. */
const SEARCHES_AT_ONCE = 8;

/** The rows, by the text of their keys (`keyText`); keys without a row are left out. */
export async function readRows(reading: RowReading, keys: readonly RowValues[]): Promise<Map<string, Result<Row>>> {
  const { table } = reading;
  const possible = keys.filter((key) => !isImpossible(table, key));
  const distinct = [...new Map(possible.map((key) => [keyText(table, key), key])).values()];
  const groups = toGroups(table, distinct).flatMap((group) => toSearchable(reading, group));
  const answers = await mapSeveral(groups, SEARCHES_AT_ONCE, ({ column, keys }) =>
    readHalving(keys, (some, mayFail) => search(reading, { ...(column && { column }), keys: some }, mayFail)),
  );
  const found = new Map<string, Result<Row>>();
  for (const [index, answer] of answers.entries()) {
    for (const [at, key] of (groups[index]?.keys ?? []).entries()) {
      const result = answer instanceof Error ? answer : answer[at];
      if (result) found.set(keyText(table, key), result);
    }
  }
  return found;
}

/** Equal for keys that mean the same row. */
export function keyText(table: Table, key: RowValues): string {
  return JSON.stringify(keyColumns(table).map((name) => ownValue(key, name) ?? null));
}

/** A key that no row has: Cassandra takes no empty partition key. */
export function isImpossible({ partitionKey }: Table, key: RowValues): boolean {
  const [only = '', ...more] = partitionKey;
  return more.length === 0 && ownValue(key, only) === '';
}

/** The listed column that makes the fewest groups; the last of the key where several do. */
function toGroups(table: Table, keys: readonly RowValues[]): readonly Group[] {
  const groupings = keyColumns(table)
    .toReversed()
    .map((column) => groupBy(table, keys, column));
  return groupings.reduce((best, grouping) => (grouping.length < best.length ? grouping : best));
}

/** Keys that are alike but for a column; one that no list carries stays alone. */
function groupBy(table: Table, keys: readonly RowValues[], column: string): readonly Group[] {
  const others = keyColumns(table).filter((name) => name !== column);
  const alike = new Map<string, { column: string; keys: RowValues[] }>();
  const alone: Group[] = [];
  for (const key of keys) {
    const name = JSON.stringify(others.map((other) => ownValue(key, other) ?? null));
    const group = alike.get(name);
    if (!isListed(table, key, column)) alone.push({ keys: [key] });
    else if (group) group.keys.push(key);
    else alike.set(name, { column, keys: [key] });
  }
  return [...alike.values(), ...alone];
}

/** Decimals that differ in their last zeros are one to a clustering column and two to a partition key: each is asked for by itself. */
function isListed(table: Table, key: RowValues, column: string): boolean {
  const type = columnType(table, column);
  const isDecimal = type.kind === 'scalar' && type.name === 'decimal';
  return !isDecimal && encodeListed(type, ownValue(key, column) ?? null) !== undefined;
}

/** Cuts a group to what a request line holds and upstream takes in one list. */
function toSearchable(reading: RowReading, group: Group): readonly Group[] {
  const { column, keys } = group;
  if (column === undefined) return [group];
  const groups: RowValues[][] = [];
  let bytes = 0;
  for (const key of keys) {
    const keyBytes = encodeURIComponent(`,${printJson(listedValue(reading.table, key, column))}`).length;
    const current = groups.at(-1);
    if (current && bytes + keyBytes <= MAX_LINE_BYTES && current.length < reading.maxKeysPerSearch) {
      current.push(key);
      bytes += keyBytes;
    } else {
      groups.push([key]);
      bytes = searchLineBytes(toSearch(reading, { column, keys: [key] }, keys.length), reading.encoding);
    }
  }
  return groups.map((some) => ({ column, keys: some }));
}

/** The rows of a group, in the order of its keys. */
async function search(reading: RowReading, group: Group, mayFail: boolean): Promise<(Row | null)[]> {
  const { connection, table, encoding } = reading;
  const { column, keys } = group;
  const found = new Map<string, Row>();
  let pageState: string | undefined;
  do {
    const wanted = { ...toSearch(reading, group, keys.length), pageState, isWhole: mayFail };
    const page = await searchRows(connection, wanted, encoding);
    for (const row of page.items) found.set(listedText(row.key, column), row);
    pageState = page.nextPageState;
  } while (pageState !== undefined && found.size < keys.length);
  return keys.map((key) => {
    const row = found.get(listedText(key, column)) ?? null;
    return row && isStatic(table, key) && !isStatic(table, row.key) ? null : row;
  });
}

/** All rows of a search have the other columns as they were asked for, whatever spelling upstream has for them. */
function listedText(key: RowValues, column: string | undefined): string {
  return column === undefined ? '' : JSON.stringify(ownValue(key, column) ?? null);
}

/** The row of a partition that has static cells alone: without clustering values, and the only one of its partition. */
function isStatic({ clusteringKey }: Table, key: RowValues): boolean {
  return clusteringKey.some(({ name }) => (ownValue(key, name) ?? null) === null);
}

/** One row more than there can be: a full page would need a look at the next. */
function toSearch({ table, columns, encoding }: RowReading, { column, keys }: Group, count: number): RowSearch {
  const [first = {}] = keys;
  const pageSize = isStatic(table, first) ? 1 : count + 1;
  return { table, columns, where: whereOf(table, column, keys, encoding), pageSize, keys: keys.length };
}

function whereOf(table: Table, column: string | undefined, keys: readonly RowValues[], encoding: Encoding): Where {
  const where = whereKey(table, keys[0] ?? {}, encoding);
  return column ? { ...where, [column]: { $in: keys.map((key) => listedValue(table, key, column)) } } : where;
}

function listedValue(table: Table, key: RowValues, column: string): JsonValue {
  return encodeListed(columnType(table, column), ownValue(key, column) ?? null) ?? null;
}
