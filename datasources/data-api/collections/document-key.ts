/**
 * Ids of documents. Texts, UUIDs and ObjectIds are ids as they stand: upstream takes a UUID or an ObjectId and its text for one
 * id. Numbers, booleans, null and dates are marked: `@json:1`, `@json:true`, `@json:null`, `@json:{"$date":0}`; and so is a text
 * that begins with the mark.
 */
import { parseJson, printJson } from '../../json/json.ts';
import { isJsonObject, type JsonValue, NumberText } from '../../json/json-value.ts';
import { show } from '../../json/shorten.ts';
import { InputError, UpstreamError } from '../../source/errors.ts';

const MARK = '@json:';

/** A number as upstream spells it: no zeros at the end of a fraction, an exponent with `E` and a sign. */
const CANONICAL_NUMBER = /^(?!-0$)-?(?!0\.000000)(0|[1-9]\d*)(\.\d*[1-9])?(E[+-]\d+)?$/;

/** The one text for an `_id`. */
export function toDocumentId(key: JsonValue | undefined): string {
  if (key === undefined) throw new UpstreamError('The Data API answered a document without its id.');
  if (typeof key === 'string') return key.startsWith(MARK) ? MARK + JSON.stringify(key) : key;
  return textOfExtended(key) ?? MARK + printJson(key);
}

/**
 * The `_id` for a text.
 *
 * @throws InputError - for what is the id of no document, and for other spellings of an id
 */
export function toKey(documentId: string): JsonValue {
  if (documentId === '') throw new InputError('"" cannot be the id of a document: it is empty.');
  if (!documentId.isWellFormed()) {
    throw new InputError(`${show(documentId)} is not well-formed Unicode, so it cannot be the id of a document.`);
  }
  if (!documentId.startsWith(MARK)) return documentId;
  const key = parsed(documentId.slice(MARK.length));
  if (key !== undefined && isMarked(key) && toDocumentId(key) === documentId) return key;
  throw new InputError(
    `${show(documentId)} is not the id of a document: after "${MARK}" comes a number, true, false, null, {"$date":…} or a text that begins with "${MARK}", as JSON in its shortest form.`,
  );
}

/** The text of an id that is text itself. @throws InputError - where it cannot be one */
export function checkTextId(text: string): string {
  toKey(toDocumentId(text));
  return text;
}

function textOfExtended(key: JsonValue): string | undefined {
  if (!isJsonObject(key)) return undefined;
  const text = key.$uuid ?? key.$objectId;
  return typeof text === 'string' ? text : undefined;
}

function isMarked(key: JsonValue): boolean {
  if (key instanceof NumberText || typeof key === 'number') return CANONICAL_NUMBER.test(printJson(key));
  if (!isJsonObject(key)) return !Array.isArray(key);
  const [name, ...others] = Object.keys(key);
  return name === '$date' && others.length === 0 && /^-?\d+$/.test(printJson(key[name] ?? null));
}

function parsed(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
