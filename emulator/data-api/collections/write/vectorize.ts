/** Texts of which a service would make vectors, if there were one. */
import type { Json, JsonObject } from '../../../shared/json.ts';
import { refused } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';
import type { DataCollection } from '../definition/collection.ts';
import { badVectorizeType, noEmbeddingService, vectorNotEnabled } from '../shared/refusals.ts';

/** Looked at before any document is written. @throws CommandFailure */
export function checkVectorize(collection: DataCollection, documents: readonly Json[]): void {
  for (const [at, document] of documents.entries()) {
    if (!(document instanceof Map)) continue;
    checkHybrid(collection, document);
    checkText(collection, document, at + 1);
  }
  if (collection.vector) return;
  const hasVector = documents.some((document) => document instanceof Map && (document.get('$vector') ?? null) !== null);
  if (hasVector) throw vectorNotEnabled(collection.fullName);
}

export function checkText({ name }: DataCollection, document: JsonObject, position: number): void {
  const text = document.get('$vectorize') ?? null;
  if (text === null) return;
  if (document.has('$vector')) {
    const message = `'$vector' and '$vectorize' cannot be used together in same document: issue in document at position ${position}.`;
    throw refused('SCHEMA', 'INVALID_USAGE_OF_VECTORIZE', message);
  }
  if (typeof text === 'string') throw noEmbeddingService(name);
  throw badVectorizeType(text, ` (issue in document at position ${position})`);
}

/** `$hybrid` stands for a text to embed and a text to search. */
function checkHybrid({ name }: DataCollection, document: JsonObject): void {
  const hybrid = document.get('$hybrid') ?? null;
  if (!document.has('$hybrid')) return;
  if (['$vector', '$vectorize', '$lexical'].some((other) => document.has(other))) {
    throw refused('DOCUMENT', 'HYBRID_FIELD_CONFLICT', "'$hybrid' cannot be used beside '$vectorize' or '$lexical'.");
  }
  if (hybrid === null) {
    document.delete('$hybrid');
    return;
  }
  if (typeof hybrid !== 'string' && !(hybrid instanceof Map)) {
    const message = `'$hybrid' needs to be String or Object, not ${kindOf(hybrid)}.`;
    throw refused('DOCUMENT', 'HYBRID_FIELD_UNSUPPORTED_VALUE_TYPE', message);
  }
  if (hybrid instanceof Map) checkHybridMembers(hybrid);
  throw noEmbeddingService(name);
}

function checkHybridMembers(hybrid: JsonObject): void {
  for (const [name, value] of hybrid) {
    if (name !== '$vectorize' && name !== '$lexical') {
      throw refused('DOCUMENT', 'HYBRID_FIELD_UNKNOWN_SUBFIELDS', `'$hybrid' has an unknown member '${name}'.`);
    }
    if (value !== null && typeof value !== 'string') {
      const message = `'${name}' within '$hybrid' needs to be String, not ${kindOf(value)}.`;
      throw refused('DOCUMENT', 'HYBRID_FIELD_UNSUPPORTED_SUBFIELD_VALUE_TYPE', message);
    }
  }
}
