/** Described documents to which other subgraphs refer. */
import type { GraphQLResolveInfo } from 'graphql';
import type { MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { InputError } from '../../datasources/source/errors.ts';
import { loadDocument } from '../documents/document-list.ts';
import { fromIdOf } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import type { DocumentModel } from '../shared/models.ts';
import { isWithin } from '../typed/nodes.ts';
import { selectionOf } from './documents.ts';
import type { TypedCollection } from './model.ts';

/**
 * Reads documents by `nodeId` where there is one, or by `documentId`. Other fields are ignored.
 *
 * @param name - of the type in the subgraph
 */
export function createDocumentEntityReader(typed: TypedCollection, name: string) {
  const { ref } = typed;
  return (
    reference: { readonly [field: string]: unknown },
    context: Context,
    info: GraphQLResolveInfo,
  ): MaybePromise<DocumentModel | null> => {
    const { nodeId, documentId } = reference;
    if (typeof nodeId === 'string') {
      const id = fromIdOf('Document', nodeId);
      if (id.collection !== ref.collection || !isWithin(id, ref, context)) {
        throw new InputError(
          `"${nodeId}" is the id of a document of "${id.keyspace}.${id.collection}", and one of "${ref.keyspace}.${ref.collection}" is needed here.`,
        );
      }
      return loadDocument(ref, id.documentId, context, selectionOf(info, typed));
    }
    if (typeof documentId !== 'string') throw new InputError(`A reference to ${name} needs "nodeId" or "documentId".`);
    return loadDocument(ref, documentId, context, selectionOf(info, typed));
  };
}
