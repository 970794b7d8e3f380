/** One search in a table (Stargate REST API v2, `GET /v2/keyspaces/{keyspace}/{table}?where=`). */

import { keyColumns } from '../../cql/table-columns.ts';
import { typesWithin } from '../../cql/type.ts';
import { parseType } from '../../cql/type-parser.ts';
import { exact } from '../../http/body.ts';
import type { HttpAnswer } from '../../http/http-call.ts';
import { answerError, contentOf } from '../../http/response-errors.ts';
import { printJson } from '../../json/json.ts';
import { also, arrayOf, number, object, optional, record, type Shaped, text } from '../../json/shape.ts';
import { type RequestedValues, toPage } from '../../rows/row-page.ts';
import { type SourceError, UpstreamError } from '../../source/errors.ts';
import type { Page, Row, Table } from '../../source/source.ts';
import type { DataPlaneCall, StargateConnection } from '../shared/connection.ts';
import { isLineTooLong, lineBytes } from '../shared/request-line.ts';
import { decode } from './row-decode.ts';
import type { Encoding } from './row-encode.ts';
import type { Where } from './row-where.ts';

const ROUTE = '/v2/keyspaces/{keyspace}/{table}';

export interface RowSearch {
  readonly table: Table;
  readonly where: Where;
  /** The key values that rows must have. */
  readonly requested: RequestedValues;
  /** All when absent; key columns are always added. */
  readonly columns?: readonly string[] | undefined;
  readonly sort?: { readonly [column: string]: 'asc' | 'desc' } | undefined;
  readonly pageSize: number;
  /** The smallest page to try when a page is too large for upstream; default 1. */
  readonly leastPageSize?: number;
  readonly pageState?: string | undefined;
  /** Default `rowPage`. */
  readonly reads?: 'row' | 'rowPage';
  /** How many keys it asks for. */
  readonly keys?: number;
  /** A page that the server cannot print is an error, which the caller handles. */
  readonly isWhole?: boolean;
}

/**
 * Reads one page, which is smaller than requested when upstream cannot send as much. A page that the server cannot print because
 * of one cell (a counter beyond 32 bits, a short tuple) is read again without the faulty columns, which get an error instead.
 *
 * @throws UpstreamError - `isItemTooLarge` when even the smallest page is too large
 */
export async function searchRows(
  connection: StargateConnection,
  search: RowSearch,
  encoding: Encoding,
): Promise<Page<Row>> {
  const errors = new Map<string, SourceError>();
  for (;;) {
    const columns = columnsWithout(search, errors);
    const answer = await sendFitting(connection, { ...search, columns }, encoding);
    const hasFaultyCell = answer.status === 500 && !search.isWhole;
    const faulty = hasFaultyCell ? unprintable(search, answer).filter((name) => !errors.has(name)) : [];
    if (faulty.length === 0) {
      const { data: rows, pageState } = contentOf(answer);
      const { types } = encoding;
      return toPage({ ...search, columns }, { answer, rows, pageState, decode, types, errors, leavesOutUnset: false });
    }
    for (const name of faulty) errors.set(name, toCellError(answer));
  }
}

function sendFitting(
  connection: StargateConnection,
  search: RowSearch,
  encoding: Encoding,
): Promise<HttpAnswer<RowsBody>> {
  const { table, where, sort, columns, pageSize, leastPageSize = 1 } = search;
  const list = ['rows', table.databaseId, table.keyspace, table.table, where, sort, columns];
  return connection.pageSizes.fit(list, { most: pageSize, least: leastPageSize }, (size) =>
    connection.send(table.databaseId, toCall({ ...search, pageSize: size }, encoding)),
  );
}

/** Not retryable: the server would fail again. */
function toCellError(answer: HttpAnswer): SourceError {
  const { message, call } = answerError(answer);
  return new UpstreamError(message, { call: call && { ...call, retryable: false } });
}

/** Bytes of the request line of a search, before the base path. */
export function searchLineBytes(search: RowSearch, encoding: Encoding): number {
  return lineBytes(toCall(search, encoding));
}

function toCall(
  { table, where, columns, sort, pageSize, pageState, reads = 'rowPage', keys }: RowSearch,
  { maps }: Encoding,
): DataPlaneCall<RowsBody> {
  const fields = columns && [...new Set([...keyColumns(table), ...columns])].join(',');
  const query = {
    where: printJson(where),
    sort: sort && JSON.stringify(sort),
    'page-size': pageSize,
    'page-state': pageState,
    compactMapData: maps === 'entries' ? false : undefined,
    fields,
  };
  const call: DataPlaneCall<RowsBody> = {
    api: 'rest',
    method: 'GET',
    route: ROUTE,
    parameters: { keyspace: table.keyspace, table: table.table },
    effect: 'read',
    expect: { 200: exact(rowsShape(pageSize)) },
    reads,
    ...(keys !== undefined && { keys }),
    query,
  };
  return fields && isLineTooLong(call) ? { ...call, query: { ...query, fields: undefined } } : call;
}

const ROWS = also(
  object({ count: number, data: arrayOf(record), pageState: optional(text) }),
  ({ count, data }) => count === data.length,
  'a count came that is not that of its rows',
);

function rowsShape(pageSize: number) {
  return also(ROWS, ({ count }) => count <= pageSize, 'more rows than a page holds came');
}

type RowsBody = Shaped<ReturnType<typeof rowsShape>>;

function columnsWithout(
  { table, columns }: RowSearch,
  errors: ReadonlyMap<string, unknown>,
): readonly string[] | undefined {
  if (errors.size === 0) return columns;
  return (columns ?? table.columns.map(({ name }) => name)).filter((name) => !errors.has(name));
}

/** The column that the server names, or else all columns that may be at fault. */
function unprintable({ table, columns }: RowSearch, answer: HttpAnswer): readonly string[] {
  if (!/failed to convert value of column|Illegal Tuple/i.test(answer.text)) return [];
  const named = /column #\d+\/#\d+ \('([^']+)'\)/.exec(answer.text)?.[1];
  const candidates = table.columns.filter(
    ({ name, kind }) => (columns?.includes(name) ?? true) && (kind === 'REGULAR' || kind === 'STATIC'),
  );
  if (named !== undefined) return candidates.filter(({ name }) => name === named).map(({ name }) => name);
  const isSuspect = (type: string) =>
    typesWithin(parseType(type)).some(({ kind }) => kind === 'tuple' || kind === 'udt');
  return candidates.filter(({ type }) => type === 'counter' || isSuspect(type)).map(({ name }) => name);
}
