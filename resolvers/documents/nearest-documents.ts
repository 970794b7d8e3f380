/** Documents of a collection by the nearness of their vectors. */
import type { GraphQLResolveInfo } from 'graphql';
import { InputError } from '../../datasources/source/errors.ts';
import type { NearestDocuments, VectorOptions } from '../../datasources/source/source.ts';
import { mapNodes } from '../relay/connection.ts';
import { listNearest } from '../relay/nearest.ts';
import type { Context } from '../shared/context.ts';
import type { CollectionModel, ConnectionModel, DocumentModel } from '../shared/models.ts';
import type { CollectionDocumentsArgs, VectorNear } from '../shared/types.generated.ts';
import { checkDimension, requireVectorSearch, toVector } from '../shared/vectors.ts';
import { readVectorOptions } from './collection-vector.ts';
import { toCondition } from './document-filter.ts';
import { toSelection } from './document-list.ts';

/** The documents whose vectors are nearest, the nearest first. @throws InputError, NotSupportedError */
export async function findNearestDocuments(
  collection: CollectionModel,
  { near, where: input, first, after }: CollectionDocumentsArgs & { readonly near: VectorNear },
  context: Context,
  info: GraphQLResolveInfo,
): Promise<ConnectionModel<DocumentModel>> {
  const { databaseId, keyspace, collection: name } = collection;
  const condition = input ? toCondition(input) : 'everything';
  const documents = await listNearest({
    first,
    maxFirst: context.limits.maxFirst,
    after,
    identity: ['nearest documents', databaseId, keyspace, name, near, condition],
    async find(limit) {
      await requireVectorSearch(databaseId, context);
      const target = toTarget(name, near, await readVectorOptions(collection, context));
      if (condition === 'nothing') return [];
      const where = typeof condition === 'object' ? { where: condition } : {};
      const selection = toSelection(collection, info);
      return context.loaders.nearestDocuments(collection, { near: target, limit, ...where, ...selection });
    },
  });
  return mapNodes(documents, (document) => ({ collection, documentId: document.documentId, document }));
}

/** @throws InputError - unless it is one of the two, and fits the collection */
function toTarget(
  name: string,
  { vector: numbers, text }: VectorNear,
  options: VectorOptions | null,
): NearestDocuments['near'] {
  if (Boolean(numbers) === (typeof text === 'string')) {
    throw new InputError(
      `"near" has ${numbers ? 'both' : 'neither'} "vector" ${numbers ? 'and' : 'nor'} "text". Give exactly one of the two.`,
    );
  }
  if (!options) {
    throw new InputError(
      `The collection "${name}" has no vectors, so no document is near to anything. Make a collection with "vector" for it: see createCollection.`,
    );
  }
  if (numbers) {
    const vector = toVector('"near.vector"', numbers);
    if (options.dimension !== null) checkDimension('"near.vector"', vector, `collection "${name}"`, options.dimension);
    return { vector };
  }
  if (!options.service) {
    throw new InputError(
      `"near" has a "text", and the collection "${name}" has no embedding service that makes a vector of it. Give a "vector".`,
    );
  }
  if (!text?.trim()) throw new InputError('"near.text" is empty. Give the text to be near to.');
  return { text };
}
