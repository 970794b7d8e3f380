/** Documents and values as they are sent (Data API contract, documents and value types). */
import { isJsonObject, type JsonValue } from '../../json/json-value.ts';
import { show } from '../../json/shorten.ts';
import { InputError } from '../../source/errors.ts';
import type { Json, JsonObject, Path } from '../../source/source.ts';
import { checkName, idIsNoMember, notAnObject } from './member-path.ts';

/** How deep documents are: an object, list or extended value counts, the document itself too. */
const MAX_DEPTH = 16;

/** Objects of this one member are values of other types. */
const EXTENDED_TYPES: readonly string[] = ['$date', '$uuid', '$objectId', '$binary'];

/** @throws InputError, NotSupportedError - for what cannot be stored as a whole document */
export function checkDocument(data: Json): JsonObject {
  if (!isJsonObject(data)) {
    throw notAnObject(`${show(data)} is ${Array.isArray(data) ? 'a list' : 'no object'}`);
  }
  if (isExtended(data)) throw notAnObject(`${show(data)} is a single value`);
  if (Object.hasOwn(data, '_id')) throw idIsNoMember();
  checkValue(data, 1);
  return data as JsonObject;
}

/** @throws InputError - for what cannot be stored at the path */
export function checkValueAt(path: Path, value: Json): void {
  checkValue(value, path.length + 1);
}

/** Whether an object stands for a value of another type, such as `{"$date": 0}`. */
export function isExtended(value: JsonValue | undefined): boolean {
  if (!isJsonObject(value)) return false;
  const [name = '', ...others] = Object.keys(value);
  return others.length === 0 && EXTENDED_TYPES.includes(name);
}

function checkValue(value: Json, depth: number): void {
  if (typeof value === 'string') checkText(value);
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) {
    throw new InputError(
      `The document is nested too deep at ${show(value)}: at most ${MAX_DEPTH} levels can be stored. Flatten it.`,
    );
  }
  if (Array.isArray(value)) {
    for (const element of value as readonly Json[]) checkValue(element, depth + 1);
  } else if (!isExtended(value)) {
    for (const [name, member] of Object.entries(value)) {
      checkName(name);
      checkValue(member, depth + 1);
    }
  }
}

/** Half a surrogate pair has no UTF-8, so another text would be stored. */
function checkText(text: string): void {
  if (text.isWellFormed()) return;
  throw new InputError(`The text ${show(text)} in the document is not well-formed Unicode.`);
}
