/** What of a list of documents would be refused, by what is known without upstream (Data API contract, documents, limits). */
import { isJsonObject } from '../../json/json-value.ts';
import { shorten } from '../../json/shorten.ts';
import { checkEach } from '../../shared/check-each.ts';
import { InputError } from '../../source/errors.ts';
import type { Collection, Json, JsonObject, WholeDocument } from '../../source/source.ts';
import { checkDocument, isExtended } from './document-body.ts';
import { toKey } from './document-key.ts';
import { MAX_PATH_LENGTH } from './member-path.ts';
import { toVectorMembers } from './vectors.ts';

const MAX_CHARACTERS = 4_000_000;
const MAX_MEMBERS = 1000;
const MAX_MEMBERS_IN_ALL = 2000;
const MAX_ELEMENTS = 1000;
const MAX_TEXT_BYTES = 8000;

/** In the order of the documents. Takes all paths to be indexed, as they are unless the collection says otherwise. */
export function checkDocuments(collection: Collection, documents: readonly WholeDocument[]): (true | Error)[] {
  return checkEach(documents, ({ documentId, data, vector }) => {
    toKey(documentId);
    checkLimits(checkDocument(data));
    toVectorMembers(collection, vector ? { vector } : {});
  });
}

function checkLimits(document: JsonObject): void {
  // The id is a member too.
  let members = 1;
  const size = JSON.stringify(document).length;
  if (size > MAX_CHARACTERS) throw tooMuch(`the document has ${size} characters`, MAX_CHARACTERS);

  function checkObject(object: JsonObject, path: string, own: number): void {
    const names = Object.keys(object);
    if (names.length + own > MAX_MEMBERS)
      throw tooMuch(`${placeOf(path)} has ${names.length + own} members`, MAX_MEMBERS);
    members += names.length;
    for (const name of names) {
      const inner = path === '' ? name : `${path}.${name}`;
      if (inner.length > MAX_PATH_LENGTH) {
        throw tooMuch(`the path "${shorten(inner)}" has ${inner.length} characters`, MAX_PATH_LENGTH);
      }
      check(object[name] ?? null, inner);
    }
  }

  function check(value: Json, path: string): void {
    if (typeof value === 'string') {
      const bytes = Buffer.byteLength(value);
      if (bytes > MAX_TEXT_BYTES) throw tooMuch(`the text at "${shorten(path)}" has ${bytes} bytes`, MAX_TEXT_BYTES);
    } else if (Array.isArray(value)) {
      if (value.length > MAX_ELEMENTS) {
        throw tooMuch(`the list at "${shorten(path)}" has ${value.length} elements`, MAX_ELEMENTS);
      }
      for (const element of value as readonly Json[]) check(element, path);
    } else if (isJsonObject(value)) {
      if (isExtended(value)) members += 1;
      else checkObject(value as JsonObject, path, 0);
    }
  }

  checkObject(document, '', 1);
  if (members > MAX_MEMBERS_IN_ALL) throw tooMuch(`the document has ${members} members in all`, MAX_MEMBERS_IN_ALL);
}

function placeOf(path: string): string {
  return path === '' ? 'the document' : `the object at "${shorten(path)}"`;
}

function tooMuch(what: string, most: number): InputError {
  return new InputError(
    `A collection cannot hold the document: ${what}, and at most ${most} are indexed. Make it smaller.`,
  );
}
