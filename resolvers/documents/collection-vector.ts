/** What vectors a collection has, and what a new one shall have. */

import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { Collection, NewCollection, VectorOptions } from '../../datasources/source/source.ts';
import type { Context } from '../shared/context.ts';
import type { CollectionModel } from '../shared/models.ts';
import { checkRange } from '../shared/mutation.ts';
import type { CollectionVectorInput } from '../shared/types.generated.ts';
import { MAX_DIMENSION } from '../shared/vectors.ts';

/** `null` for a collection without vectors, and for one that does not exist. The list of collections is read where it is not known. */
export function readVectorOptions(
  collection: CollectionModel,
  { loaders }: Context,
): MaybePromise<VectorOptions | null> {
  if (collection.vector !== undefined) return collection.vector;
  const isIt = (each: Collection) => each.collection === collection.collection;
  return chain(loaders.collections(collection), (all) => all?.find(isIt)?.vector ?? null);
}

/** @throws InputError - for a dimension out of bounds, or none that anything decides */
export function toNewVector({
  dimension,
  metric,
  service,
}: CollectionVectorInput): NonNullable<NewCollection['vector']> {
  checkRange('dimension', dimension, 1, MAX_DIMENSION);
  if (typeof dimension !== 'number' && !service) {
    throw new InputError(
      '"vector" has neither a "dimension" nor a "service" that decides it. Give how many numbers each vector has.',
    );
  }
  return {
    ...(typeof dimension === 'number' && { dimension }),
    ...(metric && { metric }),
    ...(service && { service: toService(service) }),
  };
}

function toService({ provider, modelName, authentication, parameters }: NonNullable<CollectionVectorInput['service']>) {
  return { provider, modelName, ...(authentication && { authentication }), ...(parameters && { parameters }) };
}
