/** Rows by how near their vectors are to one. */
import type { Index } from '../../../core/catalog.ts';
import type { LiveRow } from '../../../cql/read/live-rows.ts';
import { invalidArgument } from '../../../cql/types/refusal.ts';
import type { SchemaColumn, TableSchema } from '../../../cql/write/schema.ts';
import { similarity, vectorProblem } from '../../collections/vectors/similarity.ts';
import type { Vector } from '../../collections/vectors/vector.ts';
import { failed, refused } from '../../command/errors.ts';
import { metricOf } from '../definition/index-options.ts';

const MAX_NEAREST = 1000;
const FLOAT_BYTES = 4;

export interface RankedRow {
  readonly row: LiveRow;
  /** From 0 to 1. */
  readonly similarity: number;
}

interface Search {
  readonly column: SchemaColumn;
  readonly vector: Vector;
  readonly limit: number | undefined;
  readonly skip: number;
}

/** The index that a search uses. @throws CommandFailure - for a search that cannot be */
export function checkSearch({ table }: TableSchema, { column, limit, skip }: Search): Index {
  if (limit !== undefined && limit > MAX_NEAREST) {
    const message = `A sort by a vector finds at most ${MAX_NEAREST} rows, not ${limit}.\n\nLower the limit.`;
    throw refused('SORT', 'CANNOT_VECTOR_SORT_WITH_LIMIT_EXCEEDS_MAX', message);
  }
  if (skip > 0) {
    const message = 'A sort by a vector cannot skip rows.\n\nLeave skip out.';
    throw refused('SORT', 'CANNOT_VECTOR_SORT_WITH_SKIP_OPTION', message);
  }
  const index = table.indexes.find((each) => each.column === column.name);
  if (index) return index;
  const message = `The column ${column.name} has no vector index.\n\nMake one with createVectorIndex.`;
  throw refused('SORT', 'CANNOT_VECTOR_SORT_NON_INDEXED_VECTOR_COLUMNS', message);
}

/**
 * The nearest rows first; those without a vector are left out.
 *
 * @param isUnserved - whether the filter has columns that no index serves, which the database refuses
 */
export function nearestRows(
  rows: () => Iterable<LiveRow>,
  search: Search,
  index: Index,
  isUnserved: boolean,
): RankedRow[] {
  const { column, vector, limit = MAX_NEAREST } = search;
  if (isUnserved) throw invalidArgument('ANN ordering by vector requires each restricted column to be indexed');
  const metric = metricOf(index.options);
  const problem = vectorProblem(metric, vector);
  if (problem) throw failed('DATABASE', 'FAILED_READ_REQUEST', `The database refused the search: ${problem}`);
  const ranked: RankedRow[] = [];
  for (const row of rows()) {
    const stored = row.value(column);
    if (stored) ranked.push({ row, similarity: similarity(metric, floatsOf(stored), vector) });
  }
  return ranked.sort((one, other) => other.similarity - one.similarity).slice(0, limit);
}

function floatsOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / FLOAT_BYTES }, (_, at) => view.getFloat32(at * FLOAT_BYTES));
}
