/** Loads the sample data of this folder (its origin is told in NOTICE.md) into a database, once. */
import type { Database } from '../service.ts';
import { importLines } from '../transfer/import.ts';
import { SAMPLE_KEYSPACE, SAMPLE_NAMESPACE, sampleLines, sampleSize } from './lines.ts';

/** How many rows and documents are in, and how many there are in all. */
export type Progress = (done: number, total: number) => void;

const MARKER_KEY = Buffer.from('!/sample');

/**
 * Does nothing when the data was loaded before, even if it was dropped since, or when a keyspace of such a name
 * is there already. Loading that was cut short is taken up again.
 */
export async function loadSample(database: Database, onProgress: Progress = () => {}): Promise<void> {
  const { store, catalog, region } = database;
  const marker = store.get(MARKER_KEY);
  const isTaken = [SAMPLE_KEYSPACE, SAMPLE_NAMESPACE].some((name) => catalog.keyspace(name));
  if (marker === 'loaded' || (marker === undefined && isTaken)) return;
  store.put(MARKER_KEY, 'loading');
  const total = sampleSize();
  await importLines(database, sampleLines(region), { onProgress: ({ done }) => onProgress(done, total) });
  store.put(MARKER_KEY, 'loaded');
}
