/** The sample data as import lines. */
import { readFileSync } from 'node:fs';
import { REPLICAS_PER_REGION } from '../devops/state/effects.ts';
import { SAMPLE_TABLES, type SampleTable } from './tables.ts';

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
export function* sampleLines(region: string, part: 'schema' | 'all'): Iterable<string> {
  yield keyspaceLine(SAMPLE_KEYSPACE, region);
  for (const table of SAMPLE_TABLES) {
    yield* definitionLines(table);
    if (part === 'all') yield* rowLines(table);
  }
  yield keyspaceLine(SAMPLE_NAMESPACE, region);
  yield JSON.stringify({ collection: { name: SAMPLE_COLLECTION } });
  if (part === 'schema') return;
  for (const [documentId, data] of readLines(SAMPLE_COLLECTION)) {
    yield JSON.stringify({ collection: SAMPLE_COLLECTION, documentId, data });
  }
}

/** The number of rows and documents. */
export function sampleSize(): number {
  const rowCounts = SAMPLE_TABLES.map(({ name }) => readLines(name).length - 1);
  return rowCounts.reduce((sum, count) => sum + count, readLines(SAMPLE_COLLECTION).length);
}

function keyspaceLine(name: string, region: string): string {
  return JSON.stringify({ keyspace: { name, datacenters: [{ name: region, replicas: REPLICAS_PER_REGION }] } });
}

function definitionLines({ name, columns, partitionKey, clusteringKey, indexedColumn }: SampleTable): string[] {
  const columnDefinitions = Object.entries(columns).map(([column, typeDefinition]) => ({
    name: column,
    typeDefinition,
  }));
  return [
    JSON.stringify({ table: { name, columnDefinitions, primaryKey: { partitionKey, clusteringKey } } }),
    JSON.stringify({ index: { table: name, column: indexedColumn } }),
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
