/** What reading and writing documents share. */

import { missingCollection, missingNamespace } from '../../catalog/created.ts';
import { checkParents } from '../../documents/type-conflict.ts';
import { plain } from '../../http/body.ts';
import type { HttpAnswer } from '../../http/http-call.ts';
import { contentOf } from '../../http/response-errors.ts';
import { anything, object, only } from '../../json/shape.ts';
import type { CatalogSource, CollectionRef, Document, Path, Pattern } from '../../source/source.ts';
import type { DataPlaneCall, StargateConnection } from '../shared/connection.ts';
import type { PageSizes } from '../shared/page-sizes.ts';
import { DOCUMENT_ROUTE, documentPath } from './document-path.ts';
import { toFields } from './document-where.ts';

/** How many single reads or writes of one call are in flight at a time. */
export const CALLS_AT_ONCE = 8;

export interface DocumentAccess {
  readonly pageSizes: PageSizes;
  send<T>(ref: CollectionRef, call: Omit<DataPlaneCall<T>, 'api'>): Promise<HttpAnswer<T>>;
  /** `null` when there is no such document. @param fields - the whole document when absent */
  read(ref: CollectionRef, documentId: string, fields?: readonly Pattern[]): Promise<Document | null>;
  /**
   * Upstream would create a missing collection, which is slow, may time out and then loses the write.
   *
   * @throws NotFoundError
   */
  checkCollection(ref: CollectionRef): Promise<void>;
  /**
   * Refuses paths that lead through a value of another type, below which a write may be lost silently. Costs a read when a
   * path has steps.
   *
   * @throws InputError
   */
  checkPositions(ref: CollectionRef, documentId: string, paths: readonly Path[]): Promise<void>;
}

export function createDocumentAccess(
  connection: StargateConnection,
  catalog: Pick<CatalogSource, 'collections'>,
): DocumentAccess {
  const send: DocumentAccess['send'] = ({ databaseId }, call) =>
    connection.send(databaseId, { api: 'document', ...call });

  const read: DocumentAccess['read'] = async (ref, documentId, fields) => {
    const answer = await send(ref, {
      method: 'GET',
      route: DOCUMENT_ROUTE,
      path: documentPath(ref, documentId),
      query: { fields: toFields(fields) },
      effect: 'read',
      reads: 'document',
      expect: { 200: plain(object({ documentId: only(documentId), data: anything })) },
    });
    return answer.status === 404 ? null : { documentId, data: contentOf(answer).data };
  };

  return {
    pageSizes: connection.pageSizes,
    send,
    read,
    async checkCollection(ref) {
      const all = await catalog.collections(ref);
      if (!all) throw missingNamespace(ref);
      if (!all.some(({ collection }) => collection === ref.collection)) throw missingCollection(ref);
    },
    async checkPositions(ref, documentId, paths) {
      if (paths.every((path) => path.length === 0)) return;
      const document = await read(ref, documentId);
      if (document) for (const path of paths) checkParents(document.data, path);
    },
  };
}
