/** How rows are read by key: one `find` for up to a hundred keys that differ in one column, which pages; one key by `findOne`. */

import { isStatic, listedText, planReads, type RowReader } from '../../rows/read-rows.ts';
import type { Types } from '../../rows/row-decode.ts';
import { requestedValues } from '../../rows/row-page.ts';
import { type PlanOptions, planSearches, type SharedSearch } from '../../rows/row-plan.ts';
import { InputError, type SourceError } from '../../source/errors.ts';
import type { CqlValue, Row, RowValues, Table } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';
import { isDecimal } from '../values/decimal-key.ts';
import { columnType } from '../values/readable.ts';
import { findOneRow, findRows, type RowFind } from './find.ts';
import { toProjection } from './projection.ts';
import { isListable, MAX_LISTED, whereKey, whereListed } from './where.ts';

export interface RowReading {
  readonly connection: DataApiConnection;
  readonly table: Table;
  readonly types: Types;
  readonly columns: readonly string[] | undefined;
}

/** The smallest page that a server is known to have. */
const LEAST_PAGE_SIZE = 20;

export function createRowReader(reading: RowReading): RowReader {
  const { table, types } = reading;
  return {
    table,
    types,
    plan: (keys) => planSearches(planOptions(table), keys),
    search: (shared) => search(reading, shared),
    isSpoiled,
  };
}

/** What one `find` lists. The rows of other combinations would fill pages. */
export function planOptions(table: Table): PlanOptions {
  return {
    table,
    maxKeysPerSearch: MAX_LISTED,
    mayFindOthers: false,
    capacity: Number.POSITIVE_INFINITY,
    sizeOf: () => 0,
    listedSize: (column, value) => (mayBeListed(table, column, value) ? 0 : undefined),
  };
}

/** Whether one key may have made a `find` for several fail. */
export function isSpoiled(error: SourceError): boolean {
  return error instanceof InputError;
}

/** The most calls that a read of these keys takes as long as none fails: a `find` pages. */
export function countReads(reader: RowReader, keys: readonly RowValues[]): number {
  return planReads(reader, keys).reduce(
    (sum, { keys: together }) => sum + Math.ceil(together.length / LEAST_PAGE_SIZE),
    0,
  );
}

/**
 * Decimals of a clustering column are equal whatever zeros they end in, so that a row may come in another spelling than was
 * asked for. Minus zero is refused when it is sent, alone.
 */
function mayBeListed(table: Table, column: string, value: CqlValue): boolean {
  if (value === null || value === '-0') return false;
  return isListable(columnType(table, column)) && (table.partitionKey.includes(column) || !isDecimal(table, column));
}

async function search(reading: RowReading, shared: SharedSearch): Promise<ReadonlyMap<string, Row>> {
  const { keys, columns } = shared;
  const [only] = keys;
  if (only && keys.length === 1) {
    const row = await findOneRow(reading.connection, toFind(reading, keys, whereKey(reading.table, only)));
    return new Map(row ? [[listedText(only, columns), row]] : []);
  }
  return searchPages(reading, shared);
}

/** Rows come once each, in an order of upstream's. */
async function searchPages(reading: RowReading, { keys, columns }: SharedSearch): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>();
  const find = toFind(reading, keys, whereListed(reading.table, keys, columns));
  let pageState: string | undefined;
  do {
    const page = await findRows(reading.connection, { pageState, ...find });
    for (const row of page.items) found.set(listedText(row.key, columns), row);
    pageState = page.nextPageState;
  } while (pageState !== undefined && found.size < keys.length);
  return found;
}

function toFind({ table, types, columns }: RowReading, keys: readonly RowValues[], filter: RowFind['filter']): RowFind {
  const projection = toProjection(table, columns);
  const isOfPartition = keys.some((key) => isStatic(table, key));
  const requested = requestedValues(table, keys);
  return {
    table,
    types,
    filter,
    projection,
    requested: isOfPartition ? ofPartition(table, requested) : requested,
    reads: 'row',
    keys: keys.length,
  };
}

/** What is asked of a partition as a whole says nothing of its rows. */
function ofPartition(table: Table, requested: RowFind['requested']): RowFind['requested'] {
  return new Map([...requested].filter(([name]) => table.partitionKey.includes(name)));
}
