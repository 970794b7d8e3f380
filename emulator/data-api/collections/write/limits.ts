/** How large a document and its indexed parts may be. */
import { type Json, type JsonObject, printJson } from '../../../json.ts';
import { type CommandFailure, refused } from '../../command/errors.ts';
import { isIndexed, isIndexedWithin } from '../definition/indexing.ts';
import type { CollectionOptions } from '../definition/options.ts';
import { encodedName, parsePath } from '../path.ts';
import { extendedOf } from '../values/extended.ts';

const MAX_CHARACTERS = 4_000_000;
const MAX_INDEXED_MEMBERS = 2000;
const MAX_MEMBERS = 1000;
const MAX_ELEMENTS = 1000;
const MAX_STRING_BYTES = 8000;

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

/** Vectors and texts to embed are not indexed as members. */
export function checkIndexedLimits(document: JsonObject, { indexing }: Pick<CollectionOptions, 'indexing'>): void {
  let count = 0;
  checkObject(document, 'null', []);
  if (count > MAX_INDEXED_MEMBERS) {
    throw limitViolation(
      `total number of indexed properties (${count}) in document exceeds maximum allowed (${MAX_INDEXED_MEMBERS})`,
    );
  }

  /** @param segments - kept where some paths are not indexed */
  function checkObject(members: JsonObject, name: string, segments: readonly string[]): void {
    let own = 0;
    for (const [member, value] of members) {
      if (segments.length === 0 && member.startsWith('$')) continue;
      const path = indexing ? [...segments, member] : segments;
      if (indexing && !isIndexedWithin(indexing, path)) continue;
      own += 1;
      check(value, member, indexing ? path : ['']);
    }
    count += own;
    if (own <= MAX_MEMBERS) return;
    throw limitViolation(
      `number of properties an indexable Object (field '${name}') has (${own}) exceeds maximum allowed (${MAX_MEMBERS})`,
    );
  }

  function check(value: Json, name: string, segments: readonly string[]): void {
    if (typeof value === 'string') checkString(value, name, segments);
    else if (Array.isArray(value)) checkList(value, name, segments);
    else if (value instanceof Map && !extendedOf(value)) checkObject(value, name, segments);
  }

  function checkList(list: readonly Json[], name: string, segments: readonly string[]): void {
    if (list.length > MAX_ELEMENTS && isWhollyIndexed(segments)) {
      throw limitViolation(
        `number of elements an indexable Array (field '${name}') has (${list.length}) exceeds maximum allowed (${MAX_ELEMENTS})`,
      );
    }
    for (const item of list) check(item, name, segments);
  }

  function checkString(text: string, name: string, segments: readonly string[]): void {
    const bytes = Buffer.byteLength(text);
    if (bytes <= MAX_STRING_BYTES || !isWhollyIndexed(segments)) return;
    throw limitViolation(
      `indexed String value (field '${name}') length (${bytes} bytes) exceeds maximum allowed (${MAX_STRING_BYTES} bytes)`,
    );
  }

  function isWhollyIndexed(segments: readonly string[]): boolean {
    return !indexing || isIndexed(indexing, parsePath(segments.map(encodedName).join('.')));
  }
}
