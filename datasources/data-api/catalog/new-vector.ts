/** The vector options of a new collection. */
import type { ExactObject } from '../../json/json-value.ts';
import { InputError } from '../../source/errors.ts';
import type { CollectionRef, NewCollection } from '../../source/source.ts';
import { printMetric } from './metrics.ts';

const MAX_DIMENSION = 4096;

/** @throws InputError */
export function toVectorDefinition(
  { collection }: CollectionRef,
  { dimension, metric, service }: NonNullable<NewCollection['vector']>,
): ExactObject {
  const of = `of the collection "${collection}"`;
  if (dimension === undefined && !service)
    throw new InputError(`The vectors ${of} need a "dimension", or a "service" that decides it.`);
  if (dimension !== undefined && !(Number.isInteger(dimension) && dimension >= 1 && dimension <= MAX_DIMENSION))
    throw new InputError(
      `The dimension ${dimension} ${of} is not possible. Send a whole number from 1 to ${MAX_DIMENSION}.`,
    );
  // Upstream would make half a collection before the database refuses its index.
  if (dimension === 1 && (metric ?? 'COSINE') === 'COSINE')
    throw new InputError(
      `Vectors of one dimension, as ${of}, cannot be compared by COSINE. Choose DOT_PRODUCT or EUCLIDEAN as "metric".`,
    );
  return {
    ...(dimension !== undefined && { dimension }),
    ...(metric && { metric: printMetric(metric) }),
    ...(service && { service: { ...service } }),
  };
}
