/** Loads the sample data of this folder (its origin is told in NOTICE.md) into a database, once. */
import type { Database } from '../core/service.ts';
import { importLines } from '../transfer/import.ts';
import { SAMPLE_KEYSPACE, SAMPLE_NAMESPACE, sampleLines, sampleSize } from './lines.ts';
import { putPrepared, readPrepared } from './prepared.ts';

/** How many rows and documents are in, and how many there are in all. Not called where that takes but a moment. */
export type OnSampleProgress = (done: number, total: number) => void;

const MARKER_KEY = Buffer.from('!/sample');

/**
 * Does nothing when the data was loaded before, even if it was dropped since, or when a keyspace of such a name
 * is there already. Loading that was cut short is taken up again.
 */
export async function loadSample(database: Database, onProgress: OnSampleProgress = () => {}): Promise<void> {
  const { store, catalog } = database;
  const marker = store.get(MARKER_KEY);
  const isTaken = [SAMPLE_KEYSPACE, SAMPLE_NAMESPACE].some((name) => catalog.keyspace(name));
  if (marker === 'loaded' || (marker === undefined && isTaken)) return;
  store.put(MARKER_KEY, 'loading');
  await load(database, onProgress);
  store.put(MARKER_KEY, 'loaded');
}

async function load(database: Database, onProgress: OnSampleProgress): Promise<void> {
  const { region } = database;
  const prepared = readPrepared();
  if (!prepared) {
    const total = sampleSize();
    await importLines(database, sampleLines(region, 'all'), { onProgress: ({ done }) => onProgress(done, total) });
    return;
  }
  await importLines(database, sampleLines(region, 'schema'));
  putPrepared(database, prepared);
}
