/** Many new documents (Stargate Document API v2, `POST …/batch`, whose answer is in no order and leaves failures out). */
import { plain } from '../../http/body.ts';
import { contentOf } from '../../http/response-errors.ts';
import { also, arrayOf, object, text } from '../../json/shape.ts';
import { UpstreamError } from '../../source/errors.ts';
import type { CollectionRef, Json, Path } from '../../source/source.ts';
import type { DocumentAccess } from './document-access.ts';
import { toBody } from './document-body.ts';
import { COLLECTION_ROUTE, collectionPath, idPathText } from './document-path.ts';

export interface DocumentBatch {
  readonly documents: readonly Json[];
  readonly idPath: Path;
  /** See `readIds`. */
  readonly ids: readonly string[];
  readonly ttlSeconds: number | undefined;
}

/**
 * Writes them in one request. Answers the ids, and an `Error` for each document that was not written; `undefined` when
 * upstream refused one of them, which it does not name, and may have written others.
 */
export async function writeBatch(
  { send }: DocumentAccess,
  ref: CollectionRef,
  { documents, idPath, ids, ttlSeconds }: DocumentBatch,
): Promise<(string | Error)[] | undefined> {
  const answer = await send(ref, {
    method: 'POST',
    route: `${COLLECTION_ROUTE}/batch`,
    path: `${collectionPath(ref)}/batch`,
    query: { 'id-path': idPathText(idPath), ttl: ttlSeconds },
    body: toBody(documents),
    effect: 'write',
    keys: documents.length,
    expect: { 202: plain(object({ documentIds: subsetOf(ids) })) },
  });
  if (answer.status === 400) return undefined;
  const written = new Set(contentOf(answer).documentIds);
  return ids.map((id) =>
    written.has(id) ? id : new UpstreamError(`The database did not write the document "${id}", and did not say why.`),
  );
}

/** Ids of documents that were sent: others belong to other documents. */
function subsetOf(ids: readonly string[]) {
  const sent = new Set(ids);
  return also(arrayOf(text), (written) => written.every((id) => sent.has(id)), 'an id that was not sent came');
}
