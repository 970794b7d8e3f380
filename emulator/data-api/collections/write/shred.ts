/** Makes of what is sent a document that can be stored. */
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { type CommandFailure, failed, refused } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';
import type { DataCollection } from '../definition/collection.ts';
import { lexicalNotEnabled } from '../shared/refusals.ts';
import { badExtended, checkDocumentSize, checkIndexed, limitViolation } from '../update/limits.ts';
import { type Extended, extendedOf, isKnownType } from '../values/extended.ts';
import type { DocumentId } from '../values/id.ts';
import { spelled } from '../values/number.ts';
import { vectorProblem } from '../vectors/similarity.ts';
import { checkDimension, documentVector } from '../vectors/vector.ts';

const MAX_DEPTH = 16;
const MAX_PATH_LENGTH = 1000;
/** Members of the document itself whose names may begin with `$`. */
const SPECIAL = ['$vector', '$vectorize', '$lexical'];

/**
 * The identifier comes first, numbers are spelled as they will be read.
 *
 * @throws CommandFailure - for what cannot be stored
 */
export function shredded(collection: DataCollection, document: JsonObject, id: DocumentId): JsonObject {
  if ((document.get('$lexical') ?? null) !== null) throw lexicalNotEnabled();
  checkMembers(document, 1, 0);
  const stored: JsonObject = new Map([['_id', id.json]]);
  for (const [name, value] of document) if (name !== '_id') stored.set(name, respelled(value));
  checkDocumentSize(stored);
  checkIndexed(stored, collection);
  checkVector(collection, document.get('$vector') ?? null);
  return stored;
}

export function badDocumentType(document: Json): CommandFailure {
  const message = `Bad document type to shred: document must be a JSON Object, instead got a JSON ${kindOf(document)}.`;
  return refused('DOCUMENT', 'SHRED_BAD_DOCUMENT_TYPE', message);
}

function checkMembers(members: JsonObject, depth: number, pathLength: number): void {
  if (depth > MAX_DEPTH) throw limitViolation(`document depth exceeds maximum allowed (${MAX_DEPTH})`);
  for (const [name, value] of members) {
    if (name === '') throw badName(name, 'is empty');
    if (name.startsWith('$') && !(depth === 1 && SPECIAL.includes(name))) throw badName(name, "starts with '$'");
    const length = pathLength === 0 ? name.length : pathLength + 1 + name.length;
    if (length > MAX_PATH_LENGTH) {
      const problem = `field path length (${length}) exceeds maximum allowed (${MAX_PATH_LENGTH})`;
      throw limitViolation(`${problem} (path ends with '${name}')`);
    }
    checkValue(value, name, depth, length);
  }
}

function checkValue(value: Json, name: string, depth: number, pathLength: number): void {
  if (Array.isArray(value)) {
    if (depth + 1 > MAX_DEPTH) throw limitViolation(`document depth exceeds maximum allowed (${MAX_DEPTH})`);
    for (const item of value) checkValue(item, name, depth + 1, pathLength);
  } else if (value instanceof Map) {
    const extended = extendedOf(value);
    if (!extended || !isKnownType(extended.type)) checkMembers(value, depth + 1, pathLength);
    else checkExtended(extended, name, depth + 1);
  }
}

/** Only roughly: more is asked of what is indexed. */
function checkExtended(extended: Extended, name: string, depth: number): void {
  if (depth > MAX_DEPTH) throw limitViolation(`document depth exceeds maximum allowed (${MAX_DEPTH})`);
  const { value } = extended;
  const isPlausible = typeof value === 'string' || (value instanceof JsonNumber && value.isInteger);
  if (!isPlausible) throw badExtended(extended, name);
}

function badName(name: string, problem: string): CommandFailure {
  return refused('DOCUMENT', 'SHRED_BAD_FIELD_NAME', `Document field name not valid: field name '${name}' ${problem}.`);
}

function respelled(value: Json): Json {
  if (value instanceof JsonNumber) return spelled(value);
  if (Array.isArray(value)) return value.map(respelled);
  if (value instanceof Map) return new Map([...value].map(([name, member]) => [name, respelled(member)]));
  return value;
}

/** The database refuses vectors that it cannot index. */
function checkVector({ vector: options, hasVectorIndex }: DataCollection, value: Json): void {
  const vector = documentVector(value);
  if (!vector || !options) return;
  checkDimension(options.dimension, vector);
  const problem = hasVectorIndex ? vectorProblem(options.metric, vector) : undefined;
  if (problem) throw failed('DATABASE', 'FAILED_WRITE_REQUEST', `The database refused the vector: ${problem}`);
}
