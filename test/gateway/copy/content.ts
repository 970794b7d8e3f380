/** Fills a side, and reads a keyspace as a whole, so that two sides can be compared. */

import { keyColumns } from '../../../datasources/cql/table-columns.ts';
import type { KeyspaceRef, NewTable, RowValues, Source, Table } from '../../../datasources/source/source.ts';
import type { TestSide } from './copying.ts';

export const KEYSPACE = 'shop';

export function refIn({ databaseId }: TestSide): KeyspaceRef {
  return { databaseId, keyspace: KEYSPACE };
}

export interface TableSpec {
  /** Types are followed by `static`. */
  readonly columns: Readonly<Record<string, string>>;
  readonly partitionKey: readonly string[];
  /** Descending when they begin with `-`. */
  readonly clusteringKey?: readonly string[];
  readonly defaultTtlSeconds?: number;
}

export async function makeTable(side: TestSide, table: string, spec: TableSpec): Promise<Table> {
  const ref = { ...refIn(side), table };
  const definition: NewTable = {
    ...ref,
    columns: Object.entries(spec.columns).map(([name, type]) => ({
      name,
      type: type.replace(/ static$/, ''),
      isStatic: type.endsWith(' static'),
    })),
    partitionKey: spec.partitionKey,
    clusteringKey: (spec.clusteringKey ?? []).map((name) => ({
      name: name.replace(/^-/, ''),
      order: name.startsWith('-') ? 'DESC' : 'ASC',
    })),
    ...(spec.defaultTtlSeconds !== undefined && { defaultTtlSeconds: spec.defaultTtlSeconds }),
  };
  await side.open().catalog.createTable(definition, false);
  const found = (await side.open().catalog.tables(ref))?.find((each) => each.table === table);
  if (!found) throw new Error(`No table ${table}`);
  return found;
}

export async function putRows(side: TestSide, table: Table, rows: readonly RowValues[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) {
    const results = await side.open().rows.putMany(table, rows.slice(at, at + 500));
    const failed = results.find((result) => result instanceof Error);
    if (failed) throw failed;
  }
}

/** Definitions, rows by key, documents by id. */
export async function readAll(side: TestSide): Promise<unknown> {
  const source = side.open();
  const ref = refIn(side);
  const tables = (await source.catalog.tables(ref)) ?? [];
  const collections = (await source.catalog.collections(ref)) ?? [];
  return {
    types: await source.catalog.types(ref),
    tables: await Promise.all(
      tables.map(async (table) => ({
        ...table,
        databaseId: '',
        indexes: (await source.catalog.indexes(table))?.map(({ name, column, target }) => ({ name, column, target })),
        rows: await readRows(source, table),
      })),
    ),
    collections: await Promise.all(
      collections.map(async (collection) => ({
        ...collection,
        databaseId: '',
        documents: await readDocuments(source, collection),
      })),
    ),
  };
}

export async function readRows(source: Source, table: Table): Promise<unknown> {
  const rows: [string, unknown][] = [];
  let pageState: string | undefined;
  do {
    const page = await source.rows.findPage(table, { pageSize: 1000, ...(pageState && { pageState }) });
    for (const { key, values } of page.items)
      rows.push([JSON.stringify(keyColumns(table).map((name) => key[name])), values]);
    pageState = page.nextPageState;
  } while (pageState !== undefined);
  return rows.sort(([one], [other]) => (one < other ? -1 : 1));
}

async function readDocuments(
  source: Source,
  collection: { databaseId: string; keyspace: string; collection: string },
): Promise<unknown> {
  const documents: [string, unknown, unknown][] = [];
  const pageSize = await source.documents.maxPageSize(collection.databaseId);
  let pageState: string | undefined;
  do {
    const query = { pageSize, vector: true, ...(pageState && { pageState }) };
    const page = await source.documents.findPage(collection, query);
    for (const { documentId, data, vector } of page.items) documents.push([documentId, data, vector ?? null]);
    pageState = page.nextPageState;
  } while (pageState !== undefined);
  return documents.sort(([one], [other]) => (one < other ? -1 : 1));
}
