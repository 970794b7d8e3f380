/** Loads the sample data of this folder (NOTICE.md names its origin) into a database, once. */
import type { Database } from '../core/service.ts';
import { importLines } from '../transfer/import.ts';
import { SAMPLE_KEYSPACE, SAMPLE_NAMESPACE, type SampleKind, sampleLines, sampleSize } from './lines.ts';
import { putPrepared, readPrepared } from './prepared.ts';

/** Called with the number of loaded rows and documents, and the total; not called for prepared data. */
export type OnSampleProgress = (done: number, total: number) => void;

const MARKER_KEYS: Readonly<Record<SampleKind, Uint8Array>> = {
  documents: Buffer.from('!/sample'),
  vectors: Buffer.from('!/sample-vectors'),
};

/**
 * Does nothing when the data was loaded before, even if it was dropped since, or when a keyspace of that name exists.
 * Resumes an interrupted load.
 */
export async function loadSample(
  database: Database,
  kind: SampleKind,
  onProgress: OnSampleProgress = () => {},
): Promise<void> {
  const { store, catalog } = database;
  const markerKey = MARKER_KEYS[kind];
  const marker = store.get(markerKey);
  const isTaken = [SAMPLE_KEYSPACE, SAMPLE_NAMESPACE].some((name) => catalog.keyspace(name));
  if (marker === 'loaded' || (marker === undefined && isTaken)) return;
  store.put(markerKey, 'loading');
  await load(database, kind, onProgress);
  store.put(markerKey, 'loaded');
}

async function load(database: Database, kind: SampleKind, onProgress: OnSampleProgress): Promise<void> {
  const { region } = database;
  const prepared = readPrepared(kind);
  if (!prepared) {
    const total = sampleSize();
    await importLines(database, sampleLines(region, kind, 'all'), {
      onProgress: ({ done }) => onProgress(done, total),
    });
    return;
  }
  await importLines(database, sampleLines(region, kind, 'schema'));
  putPrepared(database, prepared);
}
