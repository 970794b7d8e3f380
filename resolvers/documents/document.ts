import type { GraphQLResolveInfo } from 'graphql';
import { printPath } from '../../datasources/shared/document-paths.ts';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { Json } from '../../datasources/source/source.ts';
import { toPath, toPattern } from '../projection/path.ts';
import { pick, valueAt } from '../projection/pick.ts';
import { findRelatedDocument, findRelatedRow, findRelatedRows, type Origin } from '../relations/related.ts';
import { connect, findNothing, mapNodes } from '../relay/connection.ts';
import { toId } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import type { ConnectionModel, DocumentModel, DocumentPartModel } from '../shared/models.ts';
import type { DocumentResolvers, DocumentSearchArgs } from '../shared/types.generated.ts';
import { toCondition } from './document-filter.ts';
import { readDocument } from './document-list.ts';

/** What the Document API takes by default when it searches in a document. */
const MAX_PAGE_SIZE = 100;

export const Document: DocumentResolvers = {
  id: ({ collection, documentId }) => toId({ kind: 'Document', ...collection, documentId }),
  databaseId: ({ collection }) => collection.databaseId,
  namespaceName: ({ collection }) => collection.keyspace,
  collectionName: ({ collection }) => collection.collection,
  data: (parent, { fields }, context, info) => {
    const patterns = fields?.map(toPattern);
    return chain(read(parent, context, info), (data) => (patterns && data !== null ? pick(data, patterns) : data));
  },
  value: (parent, { path }, context, info) => valueAtPath(parent, path, context, info),
  search: (parent, args, context) => findParts(parent, args, context),
  relatedRow: (parent, args, context, info) => findRelatedRow(originOf(parent, context, info), args, context, info),
  relatedRows: (parent, args, context, info) => findRelatedRows(originOf(parent, context, info), args, context, info),
  relatedDocument: (parent, args, context, info) =>
    findRelatedDocument(originOf(parent, context, info), args.idPath, args, context, info),
};

function originOf(parent: DocumentModel, context: Context, info: GraphQLResolveInfo): Origin {
  return { home: parent.collection, read: (path) => valueAtPath(parent, path, context, info) };
}

function valueAtPath(
  parent: DocumentModel,
  path: string,
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<Json> {
  const steps = toPath(path);
  return chain(read(parent, context, info), (data) => valueAt(data, steps));
}

/** A document that a mutation wrote is read when more than its id is asked for. */
function read(
  { collection, documentId, document }: DocumentModel,
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<Json> {
  if (document) return document.data;
  return chain(readDocument(collection, documentId, context, info), (found) => found?.document?.data ?? null);
}

async function findParts(
  { collection, documentId }: DocumentModel,
  { path, where: input, fields, first, after }: DocumentSearchArgs,
  { loaders, limits }: Context,
): Promise<ConnectionModel<DocumentPartModel>> {
  const where = toCondition(input);
  if (where === 'everything') {
    throw new InputError('The filter holds for every part. Give a condition that some parts do not meet.');
  }
  const place = { ...(path && { path: toPattern(path) }), ...(fields && { fields: fields.map(toPattern) }) };
  const parts = await connect({
    first: first ?? 20,
    maxFirst: limits.maxFirst,
    after,
    list: ['parts', collection, documentId, where, place],
    maxPageSize: MAX_PAGE_SIZE,
    find:
      where === 'nothing'
        ? findNothing
        : (page) => loaders.partPage(collection, documentId, { where, ...place, ...page }),
  });
  return mapNodes(parts, (part) => ({ path: printPath(part.path), data: part.data }));
}
