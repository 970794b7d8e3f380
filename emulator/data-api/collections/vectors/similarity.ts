/** How near two vectors are, from 0 to 1, as Cassandra computes it. */
import type { Metric } from '../definition/vector-options.ts';
import type { Vector } from './vector.ts';

const SIMILARITIES: Readonly<Record<Metric, (one: Vector, other: Vector) => number>> = {
  cosine: (one, other) => (1 + product(one, other) / Math.sqrt(product(one, one) * product(other, other))) / 2,
  dot_product: (one, other) => (1 + product(one, other)) / 2,
  euclidean: (one, other) => 1 / (1 + squareDistance(one, other)),
};

/** As exact as a float. */
export function similarity(metric: Metric, one: Vector, other: Vector): number {
  return Math.fround(SIMILARITIES[metric](one, other));
}

/** Why the database would neither index a vector nor search by it. */
export function vectorProblem(metric: Metric, vector: Vector): string | undefined {
  if (vector.some((number) => !Number.isFinite(number))) return 'infinite numbers cannot be indexed or queried';
  const isZero = metric === 'cosine' && product(vector, vector) === 0;
  return isZero ? 'zero vectors cannot be indexed or queried with cosine similarity' : undefined;
}

function product(one: Vector, other: Vector): number {
  return one.reduce((sum, number, at) => sum + number * (other[at] ?? 0), 0);
}

function squareDistance(one: Vector, other: Vector): number {
  return one.reduce((sum, number, at) => sum + (number - (other[at] ?? 0)) ** 2, 0);
}
