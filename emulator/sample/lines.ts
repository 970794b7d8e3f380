/** The sample data as import lines. */
import { readFileSync } from 'node:fs';
import { REPLICAS_PER_REGION } from '../devops/state/effects.ts';
import { SAMPLE_TABLES, type SampleTable } from './tables.ts';
import { type Earthquake, toVector, VECTOR_OPTIONS } from './vector.ts';

/** Whether the collection is one of the Document API, or one of the Data API with vectors. The tables are the same. */
export type SampleKind = 'documents' | 'vectors';

export const SAMPLE_KEYSPACE = 'travel';
export const SAMPLE_NAMESPACE = 'geology';
const SAMPLE_COLLECTION = 'earthquakes';

/** Keyspace and name of each table and collection. */
export const SAMPLE_TABLE_NAMES: readonly (readonly [keyspace: string, name: string])[] = [
  ...SAMPLE_TABLES.map(({ name }) => [SAMPLE_KEYSPACE, name] as const),
  [SAMPLE_NAMESPACE, SAMPLE_COLLECTION],
];

/**
 * @param region - of the database; the keyspaces are replicated to it, as on Astra
 * @param part - `schema`: without rows and documents
 */
export function* sampleLines(region: string, kind: SampleKind, part: 'schema' | 'all'): Iterable<string> {
  yield keyspaceLine(SAMPLE_KEYSPACE, region);
  for (const table of SAMPLE_TABLES) {
    yield* definitionLines(table, kind);
    if (part === 'all') yield* rowLines(table);
  }
  yield keyspaceLine(SAMPLE_NAMESPACE, region);
  yield collectionLine(kind);
  if (part === 'schema') return;
  for (const [id, data] of readLines(SAMPLE_COLLECTION)) yield documentLine(kind, id, data);
}

/** The number of rows and documents. */
export function sampleSize(): number {
  const rowCounts = SAMPLE_TABLES.map(({ name }) => readLines(name).length - 1);
  return rowCounts.reduce((sum, count) => sum + count, readLines(SAMPLE_COLLECTION).length);
}

function keyspaceLine(name: string, region: string): string {
  return JSON.stringify({ keyspace: { name, datacenters: [{ name: region, replicas: REPLICAS_PER_REGION }] } });
}

function collectionLine(kind: SampleKind): string {
  if (kind === 'documents') return JSON.stringify({ collection: { name: SAMPLE_COLLECTION } });
  return JSON.stringify({ dataCollection: { name: SAMPLE_COLLECTION, options: { vector: VECTOR_OPTIONS } } });
}

function documentLine(kind: SampleKind, id: unknown, data: unknown): string {
  if (kind === 'documents') return JSON.stringify({ collection: SAMPLE_COLLECTION, documentId: id, data });
  const earthquake = data as Earthquake;
  const document = { _id: id, ...earthquake, $vector: toVector(earthquake) };
  return JSON.stringify({ dataCollection: SAMPLE_COLLECTION, document });
}

function definitionLines(
  { name, columns, partitionKey, clusteringKey, indexedColumn }: SampleTable,
  kind: SampleKind,
): string[] {
  const columnDefinitions = Object.entries(columns).map(([column, typeDefinition]) => ({
    name: column,
    typeDefinition,
  }));
  return [
    JSON.stringify({ table: { name, columnDefinitions, primaryKey: { partitionKey, clusteringKey } } }),
    // The Data API uses no index of another kind.
    JSON.stringify({
      index: { table: name, column: indexedColumn, ...(kind === 'vectors' && { type: 'StorageAttachedIndex' }) },
    }),
  ];
}

/** The first line of the file has the column names, each other line the values of a row. */
function* rowLines({ name }: SampleTable): Iterable<string> {
  const [header = [], ...rows] = readLines(name);
  for (const row of rows) {
    const members = header.map((column, index) => [column, row[index]]);
    yield JSON.stringify({ table: name, row: Object.fromEntries(members) });
  }
}

function readLines(name: string): unknown[][] {
  const text = readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown[]);
}
