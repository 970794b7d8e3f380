import type { GraphQLResolveInfo } from 'graphql';
import { pick, valueAt } from '../../datasources/documents/pick.ts';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { printPath } from '../../datasources/source/document-paths.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { CollectionRef, Json } from '../../datasources/source/source.ts';
import { toPath, toPattern } from '../projection/path.ts';
import { findNothing, mapNodes, paginate } from '../relay/connection.ts';
import { toId } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import type { ConnectionModel, DocumentModel, DocumentPartModel } from '../shared/models.ts';
import type { DocumentResolvers, DocumentSearchArgs } from '../shared/types.generated.ts';
import { toCondition } from './document-filter.ts';
import { readDocument } from './document-list.ts';

export const Document: DocumentResolvers = {
  id: ({ collection, documentId }) => toId({ kind: 'Document', ...collection, documentId }),
  databaseId: ({ collection }) => collection.databaseId,
  namespaceName: ({ collection }) => collection.keyspace,
  collectionName: ({ collection }) => collection.collection,
  data: (parent, { fields }, context, info) => {
    const patterns = fields?.map(toPattern);
    return chain(readData(parent, context, info), (data) => (patterns && data !== null ? pick(data, patterns) : data));
  },
  value: (parent, { path }, context, info) => readPathValue(parent, path, context, info),
  vector: (parent, _, context, info) => readVector(parent, context, info),
  search: (parent, args, context) => findParts(parent, args, context),
};

/** The value at a path of a document; `null` when there is none. @throws InputError - for a path that is not well-formed */
export function readPathValue(
  parent: DocumentModel,
  path: string,
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<Json> {
  const steps = toPath(path);
  return chain(readData(parent, context, info), (data) => valueAt(data, steps));
}

/** A document that a mutation wrote is read when more than its id is selected. */
function readData(
  { collection, documentId, document }: DocumentModel,
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<Json> {
  if (document) return document.data;
  return chain(readDocument(collection, documentId, context, info), (found) => found?.document?.data ?? null);
}

function readVector(
  { collection, documentId, document }: DocumentModel,
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<number[] | null> {
  const toList = (vector: readonly number[] | null | undefined) => (vector ? [...vector] : null);
  if (document) return toList(document.vector);
  return chain(readDocument(collection, documentId, context, info), (found) => toList(found?.document?.vector));
}

async function findParts(
  { collection, documentId }: DocumentModel,
  { path, where: input, fields, first, after }: DocumentSearchArgs,
  { source, loaders, limits }: Context,
): Promise<ConnectionModel<DocumentPartModel>> {
  const where = toCondition(input);
  if (where === 'everything') {
    throw new InputError('The filter holds for every part. Give a condition that some parts do not meet.');
  }
  const scope = { ...(path && { path: toPattern(path) }), ...(fields && { fields: fields.map(toPattern) }) };
  const parts = await paginate({
    first: first ?? 20,
    maxFirst: limits.maxFirst,
    after,
    identity: ['parts', toRef(collection), documentId, where, scope],
    maxPageSize: await source.documents.maxPartPageSize(collection.databaseId),
    find:
      where === 'nothing'
        ? findNothing
        : (page) => loaders.partPage(collection, documentId, { where, ...scope, ...page }),
  });
  return mapNodes(parts, (part) => ({ path: printPath(part.path), data: part.data }));
}

function toRef({ databaseId, keyspace, collection }: CollectionRef): CollectionRef {
  return { databaseId, keyspace, collection };
}
