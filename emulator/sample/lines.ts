/** The sample data as lines of an import. */
import { readFileSync } from 'node:fs';
import { REPLICAS_PER_REGION } from '../devops/effects.ts';
import { SAMPLE_TABLES, type SampleTable } from './tables.ts';

export const SAMPLE_KEYSPACE = 'travel';
export const SAMPLE_NAMESPACE = 'geology';
const SAMPLE_COLLECTION = 'earthquakes';

/** @param region - of the database, to which the keyspaces are replicated as Astra does it */
export function* sampleLines(region: string): Iterable<string> {
  yield keyspaceLine(SAMPLE_KEYSPACE, region);
  for (const table of SAMPLE_TABLES) yield* tableLines(table);
  yield keyspaceLine(SAMPLE_NAMESPACE, region);
  yield JSON.stringify({ collection: { name: SAMPLE_COLLECTION } });
  for (const [documentId, data] of readLines(SAMPLE_COLLECTION)) {
    yield JSON.stringify({ collection: SAMPLE_COLLECTION, documentId, data });
  }
}

/** How many rows and documents are among the lines. */
export function sampleSize(): number {
  const rowCounts = SAMPLE_TABLES.map(({ name }) => readLines(name).length - 1);
  return rowCounts.reduce((sum, count) => sum + count, readLines(SAMPLE_COLLECTION).length);
}

function keyspaceLine(name: string, region: string): string {
  return JSON.stringify({ keyspace: { name, datacenters: [{ name: region, replicas: REPLICAS_PER_REGION }] } });
}

/** The first line of the file names the columns, each other line holds the values of a row. */
function* tableLines({ name, columns, partitionKey, clusteringKey, indexedColumn }: SampleTable): Iterable<string> {
  const columnDefinitions = Object.entries(columns).map(([column, typeDefinition]) => ({
    name: column,
    typeDefinition,
  }));
  yield JSON.stringify({ table: { name, columnDefinitions, primaryKey: { partitionKey, clusteringKey } } });
  yield JSON.stringify({ index: { table: name, column: indexedColumn } });
  const [header = [], ...rows] = readLines(name);
  for (const row of rows) {
    const members = header.map((column, place) => [column, row[place]]);
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
