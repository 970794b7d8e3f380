/**
 * Exports a keyspace, with its tables and rows, its collections and documents, as JSON lines. The schema comes first, in
 * the bodies of the REST API, then one line for each row and each document:
 *
 *     {"keyspace":{"name":"shop","replicas":1}}
 *     {"table":{"name":"items","columnDefinitions":[…],"primaryKey":{…},"tableOptions":{…}}}
 *     {"collection":{"name":"notes"}}
 *     {"table":"items","row":{"id":7,"name":"Pen"}}
 *     {"collection":"notes","documentId":"n1","data":{"text":"Hello"}}
 *
 * Collections of the Data API and their documents have lines of their own:
 *
 *     {"dataCollection":{"name":"books","options":{…}}}
 *     {"dataCollection":"books","document":{"_id":"b1","title":"One"}}
 *
 * Lines after a `keyspace` line belong to it; `type` and `index` lines define user-defined types and indexes. TTLs are not
 * exported: imported rows and documents live as long as new ones.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Keyspace, Table } from '../core/catalog.ts';
import { OperatorError } from '../core/operator-error.ts';
import type { Database } from '../core/service.ts';
import { endOf } from '../core/store.ts';
import { type LiveRow, liveRows } from '../cql/read/live-rows.ts';
import { restrict } from '../cql/read/restrictions.ts';
import { takePage } from '../cql/read/select.ts';
import { rowsPrefix } from '../cql/write/key.ts';
import { nowSeconds } from '../cql/write/row.ts';
import { schemaOf, type TableSchema } from '../cql/write/schema.ts';
import { openDocuments } from '../data-api/collections/shared/documents.ts';
import { assemble } from '../document/storage/assemble.ts';
import { isDocumentCollection } from '../document/storage/collection-table.ts';
import { leavesPrefix, openLeafStore, type StoredDocument } from '../document/storage/leaf-store.ts';
import { type Json, printJson } from '../shared/json.ts';
import { dataDocumentBatches } from './data-collections.ts';
import { lineBytes, type OnProgress } from './lines.ts';
import { schemaLines } from './schema-lines.ts';
import { valueJson } from './value.ts';
import { BATCH_DOCUMENTS, BATCH_LINES } from './write-batch.ts';

export interface ExportOptions {
  /** Called after each batch of rows or documents. */
  readonly onProgress?: OnProgress;
}

/**
 * The lines of a keyspace or namespace, without line feeds, read lazily. Concurrent writes may be included or not.
 *
 * @throws OperatorError - for a missing keyspace, a system keyspace, and an unreadable document
 */
export async function* exportKeyspace(
  database: Database,
  name: string,
  { onProgress }: ExportOptions = {},
): AsyncGenerator<string, void> {
  const keyspace = requireKeyspace(database, name);
  const total = countEntries(database, keyspace);
  let [done, bytes, entries] = [0, 0, 0];
  for (const line of schemaLines(keyspace)) {
    bytes += lineBytes(line);
    yield line;
  }
  for (const batch of batches(database, keyspace)) {
    for (const line of batch.lines) {
      bytes += lineBytes(line);
      yield line;
    }
    done += batch.lines.length;
    entries += batch.entries;
    onProgress?.({ done, bytes, share: Math.min(1, entries / total) });
    await nextTurn();
  }
}

function requireKeyspace({ catalog }: Database, name: string): Keyspace {
  const keyspace = catalog.keyspace(name);
  if (keyspace && !keyspace.system) return keyspace;
  if (keyspace) throw new OperatorError(`${name} is a system keyspace and cannot be exported.`);
  const names = catalog.keyspaces().flatMap((other) => (other.system ? [] : [other.name]));
  throw new OperatorError(`Keyspace ${name} does not exist; existing keyspaces: ${names.join(', ') || 'none'}.`);
}

/** Lines that are read together, and the number of their store entries. */
interface LineBatch {
  readonly lines: readonly string[];
  readonly entries: number;
}

/** The store entries of all rows and documents, expired ones included. */
function countEntries(database: Database, { tables }: Keyspace): number {
  return Object.values(tables).reduce((sum, table) => sum + entriesOf(database, table), 0);
}

function entriesOf(database: Database, table: Table): number {
  if (table.dataCollection) return openDocuments(database, table).count();
  const prefix = rowsPrefixOf(database, table);
  return database.store.count(prefix, endOf(prefix));
}

function rowsPrefixOf(database: Database, table: Table): Uint8Array {
  return isDocumentCollection(table) ? leavesPrefix(database, table) : rowsPrefix(database, { table });
}

function* batches(database: Database, keyspace: Keyspace): Iterable<LineBatch> {
  for (const table of Object.values(keyspace.tables)) {
    if (isDocumentCollection(table)) yield* documentBatches(database, table);
    else if (table.dataCollection) {
      for (const lines of dataDocumentBatches(database, table)) yield { lines, entries: lines.length };
    } else yield* rowBatches(database, schemaOf(keyspace, table));
  }
}

function* rowBatches(database: Database, schema: TableSchema): Iterable<LineBatch> {
  const restrictions = restrict(schema, [], false);
  let after: Uint8Array | undefined;
  do {
    const walk = { database, schema, restrictions, reversed: false, after, now: nowSeconds() };
    const rows = takePage(liveRows(walk), BATCH_LINES);
    if (rows.length > 0) yield { lines: rows.map((row) => rowLine(schema, row)), entries: rows.length };
    after = rows.length < BATCH_LINES ? undefined : rows.at(-1)?.key;
  } while (after);
}

function rowLine({ table, keyspace, columns }: TableSchema, row: LiveRow): string {
  const members = columns.map((column): [string, Json] => {
    const value = row.value(column);
    return [column.name, value ? valueJson(column.cqlType, keyspace.types, value) : null];
  });
  return printJson(
    new Map<string, Json>([
      ['table', table.name],
      ['row', new Map(members)],
    ]),
  );
}

function* documentBatches(database: Database, table: Table): Iterable<LineBatch> {
  const leaves = openLeafStore(database, table);
  let after: string | undefined;
  do {
    const documents = leaves.documents(after, BATCH_DOCUMENTS);
    const entries = documents.reduce((sum, { rows }) => sum + rows.length, 0);
    if (entries > 0) yield { lines: documents.map((document) => documentLine(table.name, document)), entries };
    after = documents.length < BATCH_DOCUMENTS ? undefined : documents.at(-1)?.id;
  } while (after !== undefined);
}

function documentLine(collection: string, { id, rows }: StoredDocument): string {
  return printJson(
    new Map<string, Json>([
      ['collection', collection],
      ['documentId', id],
      ['data', readable(collection, id, rows)],
    ]),
  );
}

function readable(collection: string, id: string, rows: StoredDocument['rows']): Json {
  try {
    return assemble(rows);
  } catch (cause) {
    throw new OperatorError(
      `Document ${id} of collection ${collection} cannot be read: ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    );
  }
}
