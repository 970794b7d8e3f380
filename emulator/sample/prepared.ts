/**
 * The sample data as store entries. The build creates the file; loading it takes a quarter of the time of importing lines.
 * Without the file, or with one from a newer engine, the lines are imported.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Table } from '../core/catalog.ts';
import type { Database } from '../core/service.ts';
import { tablePrefix } from '../core/storage.ts';
import { endOf } from '../core/store.ts';
import { requireTable } from '../transfer/data-writes.ts';
import { SAMPLE_TABLE_NAMES } from './lines.ts';

/** The entries of each table and collection, with keys relative to its prefix. */
export type Prepared = readonly (readonly (readonly [key: Uint8Array, value: unknown])[])[];

const FILE = new URL('prepared.bin', import.meta.url);

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

export function readPrepared(): Prepared | undefined {
  if (!existsSync(FILE)) return undefined;
  try {
    return deserialize(gunzipSync(readFileSync(FILE)));
  } catch {
    return undefined;
  }
}

export function writePrepared(prepared: Prepared): void {
  writeFileSync(FILE, gzipSync(serialize(prepared), { level: 9 }));
}

function sampleTables(database: Database): Table[] {
  return SAMPLE_TABLE_NAMES.map(([keyspace, name]) => requireTable(database, keyspace, name).table);
}
