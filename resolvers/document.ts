import type { GraphQLResolveInfo } from 'graphql';
import { InputError } from '../datasources/errors.ts';
import type { Json, PartQuery } from '../datasources/source.ts';
import { connect, emptyConnection, mapNodes } from './connection.ts';
import type { Context } from './context.ts';
import { toCondition } from './document-filter.ts';
import { readDocument } from './document-list.ts';
import { toId } from './id.ts';
import type { ConnectionModel, DocumentModel, DocumentPartModel } from './models.ts';
import { printPath, toPath, toPattern } from './path.ts';
import { pick, valueAt } from './pick.ts';
import { relatedKey, relatedTable, toDocumentId } from './related.ts';
import { findRows, readRow } from './row-list.ts';
import type { DocumentResolvers, DocumentSearchArgs } from './types.generated.ts';

export const Document: DocumentResolvers = {
  id: ({ collection, documentId }) => toId({ kind: 'Document', ...collection, documentId }),
  databaseId: ({ collection }) => collection.databaseId,
  namespaceName: ({ collection }) => collection.keyspace,
  collectionName: ({ collection }) => collection.collection,
  data: async (parent, { fields }, context, info) => {
    const patterns = fields?.map(toPattern);
    const data = await read(parent, context, info);
    return patterns && data !== null ? pick(data, patterns) : data;
  },
  value: (parent, { path }, context, info) => valueAtPath(parent, path, context, info),
  search: (parent, args, context) => findParts(parent, args, context),
  relatedRow: async (parent, { keyspace, table: name, key: parts }, context, info) => {
    const table = await relatedTable(
      { ...parent.collection, keyspace: keyspace ?? parent.collection.keyspace },
      name,
      context,
    );
    const key = await relatedKey(parts, (path) => valueAtPath(parent, path, context, info));
    return key && readRow(table, key, context, info);
  },
  relatedRows: async (parent, { keyspace, table: name, key: parts, ...args }, context, info) => {
    const table = await relatedTable(
      { ...parent.collection, keyspace: keyspace ?? parent.collection.keyspace },
      name,
      context,
    );
    const key = await relatedKey(parts, (path) => valueAtPath(parent, path, context, info));
    return key && findRows(table, { ...args, key }, context, info);
  },
  relatedDocument: async (parent, { namespace, collection, idPath }, context, info) => {
    const documentId = toDocumentId(await valueAtPath(parent, idPath, context, info), idPath);
    const { databaseId, keyspace } = parent.collection;
    return documentId === null
      ? null
      : readDocument({ databaseId, keyspace: namespace ?? keyspace, collection }, documentId, context, info);
  },
};

async function valueAtPath(
  parent: DocumentModel,
  path: string,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Json> {
  const steps = toPath(path);
  return valueAt(await read(parent, context, info), steps);
}

/** A document that a mutation wrote is read when more than its id is asked for. */
async function read(parent: DocumentModel, context: Context, info: GraphQLResolveInfo): Promise<Json> {
  const document =
    parent.document ?? (await readDocument(parent.collection, parent.documentId, context, info))?.document;
  return document?.data ?? null;
}

async function findParts(
  { collection, documentId }: DocumentModel,
  { path, where: input, fields, first, after }: DocumentSearchArgs,
  { loaders, limits }: Context,
): Promise<ConnectionModel<DocumentPartModel>> {
  const where = toCondition(input);
  if (where === 'nothing') return emptyConnection(Boolean(after));
  if (where === 'everything')
    throw new InputError('The filter holds for every part. Give a condition that some parts do not meet.');
  const query: Omit<PartQuery, 'pageSize'> = {
    where,
    ...(path && { path: toPattern(path) }),
    ...(fields && { fields: fields.map(toPattern) }),
  };
  const parts = await connect({
    first: first ?? 20,
    maxFirst: limits.maxFirst,
    after,
    list: ['parts', collection, documentId, query],
    maxPageSize: 100,
    find: (page) => loaders.partPage(collection, documentId, { ...query, ...page }),
  });
  return mapNodes(parts, (part) => ({ path: printPath(part.path), data: part.data }));
}
