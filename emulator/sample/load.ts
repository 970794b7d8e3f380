/** Loads the sample data of this folder (its origin is told in NOTICE.md) into a database, once. */
import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { schemaOf } from '../cql/schema.ts';
import { insertRow } from '../cql/write.ts';
import { applyEffect } from '../devops/effects.ts';
import type { Entry } from '../devops/registry.ts';
import { createCollection } from '../document/collection-table.ts';
import { openLeafStore } from '../document/leaf-store.ts';
import { shredDocument } from '../document/shred.ts';
import { replace } from '../document/write.ts';
import { type Json, parseJson } from '../json.ts';
import { readPayload } from '../rest/values.ts';
import type { Database } from '../service.ts';
import { SAMPLE_TABLES, type TableShape } from './tables.ts';

export const SAMPLE_KEYSPACE = 'travel';
export const SAMPLE_NAMESPACE = 'geology';
export const SAMPLE_COLLECTION = 'earthquakes';

/** How many rows and documents are in, and how many there are in all. */
export type Progress = (done: number, total: number) => void;

/** Rows and documents that go into the store in one transaction; between two, others get their turn. */
const BATCH_SIZE = 500;
const MARKER_KEY = Buffer.from('!/sample');

/**
 * Does nothing when the data was loaded before, even if it was dropped since, or when a keyspace of such a name
 * is there already. Loading that was cut short is taken up again.
 */
export async function loadSample(entry: Entry, onProgress: Progress = () => {}): Promise<void> {
  const { database, record } = entry;
  const marker = database.store.get(MARKER_KEY);
  const names = [SAMPLE_KEYSPACE, SAMPLE_NAMESPACE];
  const isTaken = marker === undefined && names.some((name) => database.catalog.keyspace(name));
  if (marker === 'loaded' || isTaken) return;
  database.store.transaction(() => {
    database.store.put(MARKER_KEY, 'loading');
    for (const name of names) applyEffect(record, { kind: 'addKeyspace', name }, database);
  });
  const writes = [...SAMPLE_TABLES.flatMap((shape) => rowWrites(database, shape)), ...documentWrites(database)];
  for (let done = 0; done < writes.length; done += BATCH_SIZE) {
    const batch = writes.slice(done, done + BATCH_SIZE);
    database.store.transaction(() => {
      for (const write of batch) write();
    });
    onProgress(done + batch.length, writes.length);
    await nextTurn();
  }
  database.store.put(MARKER_KEY, 'loaded');
}

type Write = () => void;

/** The first line of the file names the columns, each other line holds a row. */
function rowWrites(database: Database, { name, columns, indexes }: TableShape): Write[] {
  const { catalog } = database;
  const id = catalog.table(SAMPLE_KEYSPACE, name)?.id ?? catalog.nextTableId();
  const table = { id, keyspace: SAMPLE_KEYSPACE, name, columns, indexes, droppedColumns: [], defaultTtlSeconds: 0 };
  catalog.putTable(table);
  const keyspace = catalog.keyspace(SAMPLE_KEYSPACE);
  if (!keyspace) throw new Error(`Keyspace ${SAMPLE_KEYSPACE} is missing`);
  const schema = schemaOf(keyspace, table);
  const [header, ...lines] = readLines(`${name}.jsonl`);
  return lines.map((line) => () => {
    const payload = new Map(line.map((value, place) => [String(header?.[place]), value]));
    insertRow({ database, schema }, readPayload(schema, payload, { compactMaps: true }));
  });
}

/** Each line holds an id and a document. */
function documentWrites(database: Database): Write[] {
  const known = database.catalog.table(SAMPLE_NAMESPACE, SAMPLE_COLLECTION);
  const collection = known ?? createCollection(database, SAMPLE_NAMESPACE, SAMPLE_COLLECTION);
  const leaves = openLeafStore(database, collection);
  const tableName = `${SAMPLE_NAMESPACE}.${SAMPLE_COLLECTION}`;
  return readLines(`${SAMPLE_COLLECTION}.jsonl`).map(([id, document]) => () => {
    replace({ leaves, id: String(id), tableName }, [], shredDocument(document ?? null));
  });
}

function readLines(file: string): Json[][] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => parseJson(line) as Json[]);
}
