/** How large a document and its indexed parts may be. */
import { type Json, type JsonObject, printJson } from '../../../shared/json.ts';
import { type CommandFailure, refused } from '../../command/errors.ts';
import { isIndexedWithin } from '../definition/indexing.ts';
import type { CollectionOptions } from '../definition/options.ts';
import { type Extended, extendedOf, extendedProblem, isKnownType } from '../values/extended.ts';

const MAX_CHARACTERS = 4_000_000;
const MAX_INDEXED_MEMBERS = 2000;
const MAX_MEMBERS = 1000;
const MAX_ELEMENTS = 1000;
const MAX_STRING_BYTES = 8000;
const MAX_VECTOR_NUMBERS = 4096;

export function limitViolation(problem: string): CommandFailure {
  return refused('DOCUMENT', 'SHRED_DOC_LIMIT_VIOLATION', `Document size limitation violated: ${problem}.`);
}

/** Counts characters as Java does: what is printed as an escaped surrogate is one. */
export function checkDocumentSize(document: JsonObject): void {
  const text = printJson(document);
  if (text.length <= MAX_CHARACTERS) return;
  const { length } = text.replace(/\\u[dD][89a-fA-F][\da-fA-F]{2}/g, '_');
  if (length > MAX_CHARACTERS) {
    throw limitViolation(`document size (${length} chars) exceeds maximum allowed (${MAX_CHARACTERS})`);
  }
}

export function badExtended({ type, value }: Extended, name: string): CommandFailure {
  const problem = `invalid value (${printJson(value)}) for extended JSON type '${type}' (path '${name}')`;
  return refused('DOCUMENT', 'SHRED_BAD_EJSON_VALUE', `Bad JSON Extension value to shred: ${problem}.`);
}

/** The parts that are indexed must not be too large, and their extended values be valid. */
export function checkIndexed(document: JsonObject, { indexing }: Pick<CollectionOptions, 'indexing'>): void {
  let count = 0;
  checkObject(document, 'null', []);
  if (count > MAX_INDEXED_MEMBERS) {
    throw limitViolation(
      `total number of indexed properties (${count}) in document exceeds maximum allowed (${MAX_INDEXED_MEMBERS})`,
    );
  }

  /** @param segments - not kept where all paths are indexed */
  function checkObject(members: JsonObject, name: string, segments: readonly string[]): void {
    let own = 0;
    for (const [member, value] of members) {
      const path = indexing ? [...segments, member] : segments;
      if (indexing && !member.startsWith('$') && !isIndexedWithin(indexing, path)) continue;
      own += 1;
      if (!member.startsWith('$')) check(value, member, path);
      else if (member === '$vector' && Array.isArray(value)) checkLength(value, member);
    }
    count += own;
    if (own <= MAX_MEMBERS) return;
    throw limitViolation(
      `number of properties an indexable Object (field '${name}') has (${own}) exceeds maximum allowed (${MAX_MEMBERS})`,
    );
  }

  function check(value: Json, name: string, segments: readonly string[]): void {
    if (typeof value === 'string') checkString(value, name);
    else if (Array.isArray(value)) {
      checkLength(value, name);
      for (const item of value) check(item, name, segments);
    } else if (value instanceof Map) {
      const extended = extendedOf(value);
      if (extended && isKnownType(extended.type)) checkExtended(extended, name);
      else checkObject(value, name, segments);
    }
  }

  /** An extended value counts as an object of one member. */
  function checkExtended(extended: Extended, name: string): void {
    count += 1;
    if (extendedProblem(extended)) throw badExtended(extended, name);
  }
}

function checkLength({ length }: readonly Json[], name: string): void {
  const max = name === '$vector' ? MAX_VECTOR_NUMBERS : MAX_ELEMENTS;
  if (length <= max) return;
  throw limitViolation(
    `number of elements an indexable Array (field '${name}') has (${length}) exceeds maximum allowed (${max})`,
  );
}

function checkString(text: string, name: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_STRING_BYTES) return;
  throw limitViolation(
    `indexed String value (field '${name}') length (${bytes} bytes) exceeds maximum allowed (${MAX_STRING_BYTES} bytes)`,
  );
}
