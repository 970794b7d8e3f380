/** Single documents and lists of them, for collections and for related fields. */
import type { GraphQLResolveInfo } from 'graphql';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { memoize } from '../../datasources/shared/memoize.ts';
import type { CollectionRef, DocumentSelection, Pattern } from '../../datasources/source/source.ts';
import { toPattern } from '../projection/path.ts';
import { isVectorRead, pathsRead } from '../projection/projection.ts';
import { findNothing, mapNodes, paginate } from '../relay/connection.ts';
import type { Context } from '../shared/context.ts';
import type { ConnectionModel, DocumentModel } from '../shared/models.ts';
import type { CollectionDocumentsArgs } from '../shared/types.generated.ts';
import { toCondition } from './document-filter.ts';

export function readDocument(
  collection: CollectionRef,
  documentId: string,
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<DocumentModel | null> {
  return loadDocument(collection, documentId, context, toSelection(collection, info));
}

export function loadDocument(
  collection: CollectionRef,
  documentId: string,
  { loaders }: Context,
  selection: DocumentSelection,
): MaybePromise<DocumentModel | null> {
  const read = loaders.document(collection, documentId, selection);
  return chain(read, (document) => document && { collection, documentId, document });
}

/** @throws InputError, InvalidCursorError */
export function findDocuments(
  collection: CollectionRef,
  args: CollectionDocumentsArgs,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<ConnectionModel<DocumentModel>> {
  return findSelected(collection, args, context, toSelection(collection, info));
}

/** @throws InputError, InvalidCursorError */
export async function findSelected(
  collection: CollectionRef,
  { where: input, first, after }: Pick<CollectionDocumentsArgs, 'where' | 'first' | 'after'>,
  { source, loaders, limits }: Context,
  selection: DocumentSelection,
): Promise<ConnectionModel<DocumentModel>> {
  const condition = input ? toCondition(input) : 'everything';
  const where = typeof condition === 'object' ? { where: condition } : {};
  const { databaseId, keyspace, collection: name } = collection;
  const documents = await paginate({
    first: first ?? 20,
    maxFirst: limits.maxFirst,
    after,
    identity: ['documents', databaseId, keyspace, name, condition],
    maxPageSize: await source.documents.maxPageSize(databaseId),
    find:
      condition === 'nothing'
        ? findNothing
        : (page) => loaders.documentPage(collection, { ...where, ...selection, ...page }),
  });
  return mapNodes(documents, (document) => ({ collection, documentId: document.documentId, document }));
}

/** What the operation selects: no paths where it selects ids alone, whole documents without `fields`. */
export function toSelection(collection: CollectionRef, info: GraphQLResolveInfo): DocumentSelection {
  const read = pathsRead(info, collection.collection);
  const fields = read === 'all' ? undefined : listFields(read);
  return { ...(fields && { fields }), ...(isVectorRead(info, collection.collection) && { vector: true }) };
}

/**
 * The patterns of paths as text, memoized by the set. `undefined`, for whole documents, where one is the root or is not
 * well-formed: its own field fails.
 */
export const listFields = memoize((read: ReadonlySet<string>): readonly Pattern[] | undefined => {
  try {
    const fields = [...read].sort().map(toPattern);
    return fields.some((field) => field.length === 0) ? undefined : fields;
  } catch {
    return undefined;
  }
});
