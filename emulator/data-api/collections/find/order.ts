/** Documents in the order of a sort, all of which are read for it. */
import { failed, invalidQuery, refused } from '../../command/errors.ts';
import type { DataCollection } from '../definition/collection.ts';
import type { DataDocument } from '../shared/documents.ts';
import { fieldAt } from '../shared/path.ts';
import { vectorNotEnabled } from '../shared/refusals.ts';
import { compareSeen, seen } from '../values/compare.ts';
import { similarity, vectorProblem } from '../vectors/similarity.ts';
import { documentVector, type Vector } from '../vectors/vector.ts';
import type { SortPath } from './sort.ts';

const MAX_SORTED = 10_000;

export interface RankedDocument extends DataDocument {
  /** To the vector that is sorted by. */
  readonly similarity?: number;
}

/** Equal ones stay in the order in which they come. */
export function inSortOrder(found: Iterable<DataDocument>, paths: readonly SortPath[]): RankedDocument[] {
  const keyed = [];
  for (const each of found) {
    if (keyed.length === MAX_SORTED) throw tooMany();
    keyed.push({ each, keys: paths.map(({ path }) => seen(fieldAt(each.document, path.segments))) });
  }
  keyed.sort((one, other) => {
    for (const [at, { isDescending }] of paths.entries()) {
      const [own, others] = [one.keys[at], other.keys[at]];
      const order = own && others ? compareSeen(own, others) : 0;
      if (order !== 0) return isDescending ? -order : order;
    }
    return 0;
  });
  return keyed.map(({ each }) => each);
}

/**
 * Those without a vector are left out. Where not all equally near ones have a place, the last of them have it; they
 * come in the order of tokens.
 */
export function nearestDocuments(
  { vector: options }: DataCollection,
  found: Iterable<DataDocument>,
  wanted: Vector,
  count: number,
): RankedDocument[] {
  const ranked: Required<RankedDocument>[] = [];
  for (const each of found) {
    const vector = documentVector(each.document.get('$vector') ?? null);
    if (vector && options) ranked.push({ ...each, similarity: similarity(options.metric, vector, wanted) });
  }
  const byNearness = (one: Required<RankedDocument>, other: Required<RankedDocument>) =>
    other.similarity - one.similarity;
  return ranked.reverse().sort(byNearness).slice(0, count).reverse().toSorted(byNearness);
}

/** @param isRead - the commands that read alone know better than the database @throws CommandFailure - where it cannot be searched */
export function checkVectorSearch(collection: DataCollection, wanted: Vector, isRead: boolean): void {
  const { vector, hasVectorIndex, fullName } = collection;
  if (!vector) throw isRead ? vectorNotEnabled(fullName) : invalidQuery(`${fullName} has no column of vectors`);
  if (!hasVectorIndex) {
    const message = `The definition of the collection ${fullName} is corrupted: it has no index of vectors.`;
    throw failed('DATABASE', 'CORRUPTED_COLLECTION_SCHEMA', message);
  }
  const problem = vectorProblem(vector.metric, wanted);
  if (problem) throw failed('DATABASE', 'FAILED_READ_REQUEST', `The database refused the search: ${problem}`);
}

function tooMany() {
  const message = `The command sorts in memory, for which more than ${MAX_SORTED} documents would be read. Resend it with a filter that finds fewer.`;
  return refused('SORT', 'OVERLOADED_SORT_ROW_LIMIT', message);
}
