/** Many new documents (Stargate Document API v2, `POST …/batch`, whose answer is in no order and leaves failures out). */
import { plain } from '../../http/body.ts';
import { contentOf } from '../../http/response-errors.ts';
import { also, arrayOf, object, text } from '../../json/shape.ts';
import { show } from '../../json/shorten.ts';
import { InputError, UpstreamError } from '../../source/errors.ts';
import type { CollectionRef, Json, Path } from '../../source/source.ts';
import type { DocumentAccess } from './document-access.ts';
import { toBody } from './document-body.ts';
import { COLLECTION_ROUTE, checkedId, childOf, collectionPath, idPathText } from './document-path.ts';

/** The ids that the documents carry, in their order. @throws InputError - when one has none, or two have the same */
export function idsAt(documents: readonly Json[], idPath: Path): readonly string[] {
  const positions = new Map<string, number>();
  return documents.map((document, index) => {
    const id = idAt(document, idPath);
    const first = positions.get(id);
    if (first !== undefined) {
      throw new InputError(`Two documents have the id ${show(id)}: those at ${first} and ${index}. Send each id once.`);
    }
    positions.set(id, index);
    return id;
  });
}

export interface DocumentBatch {
  readonly documents: readonly Json[];
  readonly idPath: Path;
  /** See `idsAt`. */
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

/** An id as upstream reads it: text as it is, numbers and booleans as Java prints them. */
function idAt(document: Json, path: Path): string {
  const id = path.reduce<Json | undefined>(childOf, document);
  if (typeof id === 'number') return javaText(id);
  if (typeof id === 'string' || typeof id === 'boolean') return checkedId(String(id));
  throw new InputError(
    `The document ${show(document)} has ${show(id)} at "${path.join('.')}", and needs a text, number or boolean there for its id.`,
  );
}

/**
 * The text that upstream makes of a number for an id: a whole number as JSON spells it, another as Java prints a double,
 * which is with an exponent below 0.001 and from 10,000,000 on.
 */
function javaText(number: number): string {
  const text = JSON.stringify(number);
  if (/^-?\d+$/.test(text)) return text;
  const size = Math.abs(number);
  if (size >= 1e-3 && size < 1e7) return text;
  const [digits = '', exponent = ''] = number.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent.replace('+', '')}`;
}
