/** Cuts a JSON value into leaves. */
import type { Json, JsonObject } from '../json.ts';
import { badRequest } from './errors.ts';
import { type Leaf, toLeafValue } from './leaf.ts';
import {
  arrayLengthExceeded,
  depthExceeded,
  indexStep,
  MAX_ARRAY_LENGTH,
  MAX_DEPTH,
  type Path,
  unescapeStep,
} from './path.ts';

const HINT = 'Hint: update the parent path with a defined object instead.';
const ESCAPE_SEQUENCE = /\\[.,*]/g;
const FORBIDDEN_IN_NAMES = /[.['\\]/;

/** The leaves of a whole document, which has to be an object or a list with something in it. */
export function shredDocument(document: Json): Leaf[] {
  if (document === null || typeof document !== 'object' || !isContainer(document)) {
    throw badRequest(`Updating a key with just a JSON primitive is not allowed. ${HINT}`);
  }
  if (toLeafValue(document) !== undefined) {
    throw badRequest(`Updating a key with just an empty object or an empty array is not allowed. ${HINT}`);
  }
  return shred(document, []);
}

/** The leaves of any value that stands at `path`. Throws 400 for bad field names, lists too long and paths too deep. */
export function shred(value: Json, path: Path): Leaf[] {
  const leaves: Leaf[] = [];
  visit(value, path, leaves);
  return leaves;
}

function isContainer(value: object): boolean {
  return Array.isArray(value) || value instanceof Map;
}

function visit(value: Json, path: Path, leaves: Leaf[]): void {
  if (path.length > MAX_DEPTH) throw depthExceeded();
  const leafValue = toLeafValue(value);
  if (leafValue !== undefined) leaves.push({ path, value: leafValue });
  else if (Array.isArray(value)) visitArray(value, path, leaves);
  else if (value instanceof Map) visitObject(value, path, leaves);
}

function visitArray(items: Json[], path: Path, leaves: Leaf[]): void {
  if (items.length > MAX_ARRAY_LENGTH) throw arrayLengthExceeded();
  for (const [index, item] of items.entries()) visit(item, [...path, indexStep(index)], leaves);
}

function visitObject(members: JsonObject, path: Path, leaves: Leaf[]): void {
  for (const [name, member] of members) {
    checkFieldName(name);
    visit(member, [...path, unescapeStep(name)], leaves);
  }
}

function checkFieldName(name: string): void {
  if (name === '') throw badRequest('JSON objects containing empty field names are not supported at the moment.');
  if (!FORBIDDEN_IN_NAMES.test(name.replace(ESCAPE_SEQUENCE, ''))) return;
  const forbidden = 'Array paths contained in square brackets, periods, single quotes, and backslash';
  throw badRequest(`${forbidden} are not allowed in field names, invalid field ${name}`);
}
