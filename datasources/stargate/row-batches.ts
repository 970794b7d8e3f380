/**
 * Reads rows by key in as few searches as possible: keys that differ in one column alone share a search, with `$in` on that
 * column; a search that fails is halved down to the key that spoils it.
 */
import { InputError, UpstreamError } from '../errors.ts';
import { printJson } from '../json.ts';
import type { JsonValue } from '../json-value.ts';
import { mapSeveral } from '../parallel.ts';
import type { Result, Row, RowValues, Table } from '../source.ts';
import type { StargateConnection } from './connection.ts';
import type { Types } from './row-decode.ts';
import { encodeListed } from './row-encode.ts';
import { keyColumns } from './row-path.ts';
import { MAX_LINE_BYTES, type RowSearch, searchLineBytes, searchRows } from './row-search.ts';
import { columnType, type Where, whereKey } from './row-where.ts';

export interface RowReading {
  readonly connection: StargateConnection;
  readonly table: Table;
  readonly columns: readonly string[] | undefined;
  readonly types: Types;
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
  const distinct = [...new Map(keys.map((key) => [keyText(reading.table, key), key])).values()];
  const groups = toGroups(reading, distinct).flatMap((group) => toSearchable(reading, group));
  const answers = await mapSeveral(groups, SEARCHES_AT_ONCE, (group) => readGroup(reading, group));
  const found = new Map<string, Result<Row>>();
  for (const [index, answer] of answers.entries()) {
    if (answer instanceof Error)
      for (const key of groups[index]?.keys ?? []) found.set(keyText(reading.table, key), answer);
    else for (const [text, row] of answer) found.set(text, row);
  }
  return found;
}

/** Equal for keys that mean the same row. */
export function keyText(table: Table, key: RowValues): string {
  return JSON.stringify(keyColumns(table).map((name) => key[name] ?? null));
}

/** The listed column that makes the fewest groups; the last of the key where several do. */
function toGroups({ table }: RowReading, keys: readonly RowValues[]): readonly Group[] {
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
    const name = JSON.stringify(others.map((other) => key[other] ?? null));
    const group = alike.get(name);
    if (encodeListed(columnType(table, column), key[column] ?? null) === undefined) alone.push({ keys: [key] });
    else if (group) group.keys.push(key);
    else alike.set(name, { column, keys: [key] });
  }
  return [...alike.values(), ...alone];
}

/** Cuts a group to what a request line holds and upstream takes in one list. */
function toSearchable(reading: RowReading, group: Group): readonly Group[] {
  if (!group.column) return [group];
  const emptyBytes = searchLineBytes(toSearch(reading, { ...group, keys: group.keys.slice(0, 1) }));
  const groups: RowValues[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const key of group.keys) {
    const keyBytes = encodeURIComponent(`${printJson(listedValue(reading.table, key, group.column))},`).length;
    const current = groups.at(-1);
    if (current && bytes + keyBytes <= MAX_LINE_BYTES && current.length < reading.maxKeysPerSearch) current.push(key);
    else {
      groups.push([key]);
      bytes = emptyBytes;
    }
    bytes += keyBytes;
  }
  return groups.map((keys) => ({ ...group, keys }));
}

async function readGroup(reading: RowReading, group: Group): Promise<Map<string, Result<Row>>> {
  try {
    return await search(reading, group);
  } catch (error) {
    if (group.keys.length === 1 || !(error instanceof InputError || error instanceof UpstreamError)) throw error;
    const middle = Math.ceil(group.keys.length / 2);
    const halves = [group.keys.slice(0, middle), group.keys.slice(middle)].map((keys) => ({ ...group, keys }));
    const answers = await Promise.all(halves.map((half) => settle(reading, half)));
    return new Map(answers.flatMap((answer) => [...answer]));
  }
}

async function settle(reading: RowReading, group: Group): Promise<Map<string, Result<Row>>> {
  try {
    return await readGroup(reading, group);
  } catch (error) {
    return new Map(group.keys.map((key) => [keyText(reading.table, key), error as Error]));
  }
}

async function search(reading: RowReading, group: Group): Promise<Map<string, Result<Row>>> {
  const found = new Map<string, Result<Row>>();
  let pageState: string | undefined;
  do {
    const page = await searchRows(reading.connection, { ...toSearch(reading, group), pageState }, reading.types);
    for (const row of page.items) found.set(keyText(reading.table, row.key), row);
    pageState = page.nextPageState;
  } while (pageState !== undefined && found.size < group.keys.length);
  return found;
}

function toSearch({ table, columns, types }: RowReading, { column, keys }: Group): RowSearch {
  const [first = {}] = keys;
  return {
    table,
    columns,
    where: whereOf(table, column, keys, types),
    pageSize: pageSizeFor(table, first, keys.length),
    keys: keys.length,
  };
}

function whereOf(table: Table, column: string | undefined, keys: readonly RowValues[], types: Types): Where {
  const where = whereKey(table, keys[0] ?? {}, types);
  return column ? { ...where, [column]: { $in: keys.map((key) => listedValue(table, key, column)) } } : where;
}

function listedValue(table: Table, key: RowValues, column: string): JsonValue {
  return encodeListed(columnType(table, column), key[column] ?? null) ?? null;
}

/** One more than there can be, so that a full page needs no look at the next. A partition of static cells may hold rows too. */
function pageSizeFor(table: Table, key: RowValues, keys: number): number {
  return keyColumns(table).some((name) => (key[name] ?? null) === null) ? 100 : keys + 1;
}
