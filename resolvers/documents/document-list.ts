/** Single documents and lists of them, for collections and for related fields. */
import type { GraphQLResolveInfo } from 'graphql';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { memoize } from '../../datasources/shared/memoize.ts';
import type { CollectionRef, Pattern } from '../../datasources/source/source.ts';
import { toPattern } from '../projection/path.ts';
import { pathsRead } from '../projection/projection.ts';
import { findNothing, mapNodes, paginate } from '../relay/connection.ts';
import type { Context } from '../shared/context.ts';
import type { ConnectionModel, DocumentModel } from '../shared/models.ts';
import type { CollectionDocumentsArgs } from '../shared/types.generated.ts';
import { toCondition } from './document-filter.ts';

export function readDocument(
  collection: CollectionRef,
  documentId: string,
  { loaders }: Context,
  info: GraphQLResolveInfo,
): MaybePromise<DocumentModel | null> {
  const read = loaders.document(collection, documentId, fieldsToRead(collection, info));
  return chain(read, (document) => document && { collection, documentId, document });
}

/** @throws InputError, InvalidCursorError */
export async function findDocuments(
  collection: CollectionRef,
  { where: input, first, after }: CollectionDocumentsArgs,
  { source, loaders, limits }: Context,
  info: GraphQLResolveInfo,
): Promise<ConnectionModel<DocumentModel>> {
  const condition = input ? toCondition(input) : 'everything';
  const where = typeof condition === 'object' ? { where: condition } : {};
  const fields = fieldsToRead(collection, info);
  const { databaseId, keyspace, collection: name } = collection;
  const documents = await paginate({
    first: first ?? 20,
    maxFirst: limits.maxFirst,
    after,
    identity: ['documents', databaseId, keyspace, name, condition],
    maxPageSize: source.documents.maxPageSize,
    find:
      condition === 'nothing'
        ? findNothing
        : (page) => loaders.documentPage(collection, { ...where, ...(fields && { fields }), ...page }),
  });
  return mapNodes(documents, (document) => ({ collection, documentId: document.documentId, document }));
}

/** The paths that the operation selects, none where it selects ids alone; `undefined` for whole documents. */
function fieldsToRead(collection: CollectionRef, info: GraphQLResolveInfo): readonly Pattern[] | undefined {
  const read = pathsRead(info, collection.collection);
  return read === 'all' ? undefined : listFields(read);
}

/** Memoized by what an operation reads. `undefined` where a path is not well-formed: its own field fails. */
const listFields = memoize((read: ReadonlySet<string>): readonly Pattern[] | undefined => {
  try {
    const fields = [...read].sort().map(toPattern);
    return fields.some((field) => field.length === 0) ? undefined : fields;
  } catch {
    return undefined;
  }
});
