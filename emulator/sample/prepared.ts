/**
 * The sample data in the form in which the store keeps it. It is made when the project is built, and a first start takes it
 * in in a quarter of the time that lines take. Where it is missing, or was made by an engine too new, lines are read.
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

/** For each table and collection of the sample its entries, with keys that begin behind its prefix. */
export type Prepared = readonly (readonly (readonly [key: Uint8Array, value: unknown])[])[];

const FILE = new URL('prepared.bin', import.meta.url);

/** @param database - in which the data was loaded */
export function prepareSample(database: Database): Prepared {
  return sampleTables(database).map((table) => {
    const start = tablePrefix(database, table);
    const entries = database.store.range({ start, end: endOf(start) });
    return Array.from(entries, ({ key, value }) => [Buffer.from(key.subarray(start.length)), value] as const);
  });
}

/** The tables and collections must be there, and empty. */
export function putPrepared(database: Database, prepared: Prepared): void {
  sampleTables(database).forEach((table, place) => {
    const prefix = tablePrefix(database, table);
    database.store.transaction(() => {
      for (const [key, value] of prepared[place] ?? []) database.store.put(Buffer.concat([prefix, key]), value);
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
