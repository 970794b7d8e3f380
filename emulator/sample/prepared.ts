/**
 * The sample data as store entries. The build creates the files; loading them takes a quarter of the time of importing lines.
 * Without the files, or with those of a newer engine, the lines are imported.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Table } from '../core/catalog.ts';
import type { Database } from '../core/service.ts';
import { tablePrefix } from '../core/storage.ts';
import { endOf } from '../core/store.ts';
import { requireTable } from '../transfer/data-writes.ts';
import { SAMPLE_TABLE_NAMES, type SampleKind } from './lines.ts';
import { SAMPLE_TABLES } from './tables.ts';

/** The entries of each table and collection, with keys relative to its prefix. */
export type Prepared = readonly (readonly (readonly [key: Uint8Array, value: unknown])[])[];

type Part = 'tables' | SampleKind;

function fileOf(part: Part): URL {
  return new URL(`prepared-${part}.bin`, import.meta.url);
}

/** @param database - with the sample data loaded */
export function prepareSample(database: Database): Prepared {
  return sampleTables(database).map((table) => {
    const start = tablePrefix(database, table);
    const entries = database.store.range({ start, end: endOf(start) });
    return Array.from(entries, ({ key, value }) => [Buffer.from(key.subarray(start.length)), value] as const);
  });
}

/** The tables and collections must exist and be empty. */
export function putPrepared(database: Database, prepared: Prepared): void {
  sampleTables(database).forEach((table, index) => {
    const prefix = tablePrefix(database, table);
    database.store.transaction(() => {
      for (const [key, value] of prepared[index] ?? []) database.store.put(Buffer.concat([prefix, key]), value);
    });
  });
}

export function readPrepared(kind: SampleKind): Prepared | undefined {
  const [tables, collections] = [readPart('tables'), readPart(kind)];
  return tables && collections && [...tables, ...collections];
}

/** The tables are written with the documents, and are the same with the vectors. */
export function writePrepared(kind: SampleKind, prepared: Prepared): void {
  const tableCount = SAMPLE_TABLES.length;
  if (kind === 'documents') writePart('tables', prepared.slice(0, tableCount));
  writePart(kind, prepared.slice(tableCount));
}

function readPart(part: Part): Prepared | undefined {
  if (!existsSync(fileOf(part))) return undefined;
  try {
    return deserialize(gunzipSync(readFileSync(fileOf(part))));
  } catch {
    return undefined;
  }
}

function writePart(part: Part, prepared: Prepared): void {
  writeFileSync(fileOf(part), gzipSync(serialize(prepared), { level: 9 }));
}

function sampleTables(database: Database): Table[] {
  return SAMPLE_TABLE_NAMES.map(([keyspace, name]) => requireTable(database, keyspace, name).table);
}
