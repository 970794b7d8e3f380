/** How rows are read by key over the Stargate REST API v2; see `rows/read-rows.ts`. */

import { keyColumns } from '../../cql/table-columns.ts';
import { printJson } from '../../json/json.ts';
import type { JsonValue } from '../../json/json-value.ts';
import { isStatic, listedText, type RowReader } from '../../rows/read-rows.ts';
import { requestedValues } from '../../rows/row-page.ts';
import { type PlanOptions, planSearches, type SharedSearch } from '../../rows/row-plan.ts';
import { ownValue } from '../../shared/own-value.ts';
import { InputError, type SourceError, UpstreamError } from '../../source/errors.ts';
import type { CqlValue, Row, RowValues, Table } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { isItemTooLarge } from '../shared/grpc-errors.ts';
import { MAX_LINE_BYTES } from '../shared/request-line.ts';
import { type Encoding, encodeListed } from './row-encode.ts';
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

/** Statuses of a search that one key or cell makes fail: by its value, by the length of the request line, or as it cannot be printed. */
const SPOILED = new Set([400, 414, 500]);

export function createRowReader(reading: RowReading): RowReader {
  const { table, columns, encoding } = reading;
  const keyNames = keyColumns(table);
  const mayFindOthers = columns?.every((name) => keyNames.includes(name)) ?? false;
  return {
    table,
    types: encoding.types,
    plan: (keys) =>
      planSearches(
        { mayFindOthers, ...planOptions(reading, (shared) => toSearch(reading, shared, keys.length)) },
        keys,
      ),
    search: (shared, mayFail) => searchPages(reading, shared, mayFail),
    isSpoiled,
  };
}

/** What fits one search: a request line. @param toSearch - the search for keys that share it */
export function planOptions(
  { table, encoding, maxKeysPerSearch }: RowReading,
  toSearch: (shared: SharedSearch) => RowSearch,
): Omit<PlanOptions, 'mayFindOthers'> {
  return {
    table,
    maxKeysPerSearch,
    capacity: MAX_LINE_BYTES,
    sizeOf: (key, columns) => searchLineBytes(toSearch({ columns, keys: [key] }), encoding),
    listedSize: (column, value) => listedBytes(table, column, value),
  };
}

/** A 500 of a database that is overloaded is another error. */
export function isSpoiled(error: SourceError): boolean {
  const isOfKeys = error instanceof InputError || error instanceof UpstreamError;
  return isOfKeys && error.call?.status !== undefined && SPOILED.has(error.call.status);
}

/** Decimals are never listed: those that differ in trailing zeros are equal in a clustering column, but not in a partition key. */
export function listedBytes(table: Table, name: string, value: CqlValue): number | undefined {
  const type = columnType(table, name);
  if (type.kind === 'scalar' && type.name === 'decimal') return undefined;
  const encoded = encodeListed(type, value);
  return encoded === undefined ? undefined : encodeURIComponent(`,${printJson(encoded)}`).length;
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
      const page = await searchRows(reading.connection, { pageState, ...request, ...how }, reading.encoding);
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

/** The most rows that a search can find. */
function combinations({ columns, keys }: SharedSearch): number {
  // The keys are distinct, and equal in the other columns.
  if (columns.length === 1) return keys.length;
  return columns.reduce((all, column) => all * new Set(keys.map((key) => listedText(key, [column]))).size, 1);
}

/** @param count - one more than the rows that can be found, because a full page would require reading the next one */
function toSearch({ table, columns, encoding }: RowReading, shared: SharedSearch, count: number): RowSearch {
  const [first = {}] = shared.keys;
  const pageSize = isStatic(table, first) ? 1 : count + 1;
  const where = whereShared(table, shared, encoding);
  const requested = requestedValues(table, shared.keys);
  return { table, columns, where, requested, pageSize, reads: 'row', keys: shared.keys.length };
}

/** Equality with what the keys have in common, and lists of the values in which they differ. */
export function whereShared(table: Table, { columns, keys }: SharedSearch, encoding: Encoding): Where {
  const listed = columns.map((column) => [column, { $in: listedValues(table, keys, column) }] as const);
  return { ...whereKey(table, keys[0] ?? {}, encoding), ...Object.fromEntries(listed) };
}

function listedValues(table: Table, keys: readonly RowValues[], column: string): readonly JsonValue[] {
  const distinct = new Set(keys.map((key) => ownValue(key, column) ?? null));
  return [...distinct].map((value) => encodeListed(columnType(table, column), value) ?? null);
}
