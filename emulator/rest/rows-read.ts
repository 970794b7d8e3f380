/** `GET /v2/keyspaces/{keyspace}/{table}…`: rows by a search, by key, or all rows. */

import { type Call, jsonText, type Reply, ServiceError } from '../core/service.ts';
import { liveRows, type RowSource } from '../cql/read/live-rows.ts';
import { type Page, selectPage } from '../cql/read/select.ts';
import { ConversionError } from '../cql/types/codec.ts';
import { invalidArgument } from '../cql/types/refusal.ts';
import type { Condition } from '../cql/write/condition.ts';
import type { TableSchema } from '../cql/write/schema.ts';
import { dataCollectionRows } from '../data-api/collections/rows/table-rows.ts';
import { collectionRows } from '../document/storage/table-rows.ts';
import { printJson } from '../shared/json.ts';
import { systemRows } from '../system/system-rows.ts';
import { validationError } from './dto.ts';
import { findTableIn, findTableOfRows } from './lookup.ts';
import { decodeSegment, keySegment } from './path.ts';
import { fieldNames, mapForm, pageSize, pageState, sortOrder } from './query.ts';
import { readKey, withErrorPrefix } from './values.ts';
import { readWhere } from './where.ts';

type Names = readonly string[];

/** The rows that match `where`. */
export async function searchRows(call: Call, [keyspace = '', table = '']: Names): Promise<Reply> {
  pageSize(call.query);
  const where = call.query.text('where');
  if (!where?.trim()) throw validationError("'where' must be provided");
  sortOrder(call.query);
  const schema = findTableOfRows(call, keyspace, table);
  const conditions = withErrorPrefix("Invalid 'where' parameter", () => readWhere(schema, where, mapForm(call.query)));
  return page(call, schema, conditions, lateCheckedState(call));
}

/** The rows with a primary key, or with its first columns; all rows for the single segment `rows`. */
export async function readRows(call: Call, [keyspace = '', table = '', ...key]: Names): Promise<Reply> {
  pageSize(call.query);
  const [first = ''] = key;
  if (key.length === 1 && decodeSegment(first) === 'rows') return readAllRows(call, keyspace, table);
  const values = key.map(keySegment);
  sortOrder(call.query);
  const schema = findTableOfRows(call, keyspace, table);
  const form = mapForm(call.query);
  const { conditions, state } = withErrorPrefix('Invalid path for row to find', () => ({
    conditions: readKey(schema, values, form).map((bound): Condition => ({ ...bound, operator: 'eq' })),
    state: pageState(call.query),
  }));
  return page(call, schema, conditions, state);
}

/** The service does not look the table up first, so the database reports a missing one. */
function readAllRows(call: Call, keyspaceName: string, name: string): Reply {
  sortOrder(call.query);
  const state = lateCheckedState(call);
  call.authorize();
  const keyspace = call.database.catalog.keyspace(keyspaceName);
  if (!keyspace) throw invalidArgument(`keyspace ${keyspaceName} does not exist`);
  const found = findTableIn(keyspace, name);
  if (!found) throw invalidArgument(`table ${name} does not exist`);
  return page(call, found.schema, [], state);
}

/** The page state, with 500 for invalid Base64; only the call by key answers 400. */
function lateCheckedState(call: Call): Uint8Array | undefined {
  return serverError(() => pageState(call.query));
}

function page(call: Call, schema: TableSchema, conditions: readonly Condition[], state: Uint8Array | undefined): Reply {
  const query = {
    fields: fieldNames(call.query),
    conditions,
    orderings: sortOrder(call.query),
    pageSize: pageSize(call.query),
    pageState: state,
    form: mapForm(call.query),
  };
  const found = serverError(() => selectPage({ database: call.database, schema }, query, rowSource(schema)));
  return jsonText(200, pageText(found, call.query.flag('raw')));
}

/** Documents are stored in another form than rows, and the rows of system tables are derived from the catalog. */
function rowSource({ table, keyspace }: TableSchema): RowSource {
  if (table.collection) return collectionRows;
  if (table.dataCollection) return dataCollectionRows;
  return keyspace.system ? systemRows : liveRows;
}

/** Only the rows for `raw`; otherwise with their number and, if the page is full, its page state. */
function pageText({ rows, pageState: state }: Page, raw: boolean): string {
  const data = `[${rows.map(printJson).join(',')}]`;
  if (raw) return data;
  return `{"count":${rows.length},${state === undefined ? '' : `"pageState":"${state}",`}"data":${data}}`;
}

/** Runs a conversion whose failure is a server error. */
function serverError<T>(convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    if (error instanceof ConversionError) throw new ServiceError(500, error.message);
    throw error;
  }
}
