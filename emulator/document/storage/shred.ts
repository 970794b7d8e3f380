/** Shreds a JSON value into leaves. */
import type { Json } from '../../shared/json.ts';
import { badRequest } from '../values/errors.ts';
import {
  arrayLengthExceeded,
  depthExceeded,
  indexStep,
  MAX_ARRAY_LENGTH,
  MAX_DEPTH,
  type Path,
  unescapeStep,
} from '../values/path.ts';
import { type Leaf, toLeafValue } from './leaf.ts';

const HINT = 'Hint: update the parent path with a defined object instead.';
const ESCAPE_SEQUENCE = /\\[.,*]/g;
const FORBIDDEN_IN_NAMES = /[.['\\]/;

/** Converts a member name to a path step; throws 400 for an invalid name. */
export type ToStep = (name: string) => string;

/** The leaves of a whole document; throws 400 unless it is a non-empty object or list. */
export function shredDocument(document: Json, toStep: ToStep = unescaped): Leaf[] {
  if (document === null || typeof document !== 'object' || !isContainer(document)) {
    throw badRequest(`Updating a key with just a JSON primitive is not allowed. ${HINT}`);
  }
  if (toLeafValue(document) !== undefined) {
    throw badRequest(`Updating a key with just an empty object or an empty array is not allowed. ${HINT}`);
  }
  return shred(document, [], toStep);
}

/** The leaves of a value at `path`. Throws 400 for invalid field names, long lists and deep paths. */
export function shred(value: Json, path: Path, toStep: ToStep = unescaped): Leaf[] {
  const leaves: Leaf[] = [];
  visit(value, path);
  return leaves;

  function visit(part: Json, location: Path): void {
    if (location.length > MAX_DEPTH) throw depthExceeded();
    const leafValue = toLeafValue(part);
    if (leafValue !== undefined) leaves.push({ path: location, value: leafValue });
    else if (Array.isArray(part)) visitArray(part, location);
    else if (part instanceof Map) for (const [name, member] of part) visit(member, [...location, toStep(name)]);
  }

  function visitArray(items: Json[], location: Path): void {
    if (items.length > MAX_ARRAY_LENGTH) throw arrayLengthExceeded();
    for (const [index, item] of items.entries()) visit(item, [...location, indexStep(index)]);
  }
}

function isContainer(value: object): boolean {
  return Array.isArray(value) || value instanceof Map;
}

/** Reads a name as the Document API does: a backslash escapes a character with a meaning in paths. */
function unescaped(name: string): string {
  if (name === '') throw emptyName();
  if (!FORBIDDEN_IN_NAMES.test(name.replace(ESCAPE_SEQUENCE, ''))) return unescapeStep(name);
  const forbidden = 'Array paths contained in square brackets, periods, single quotes, and backslash';
  throw badRequest(`${forbidden} are not allowed in field names, invalid field ${name}`);
}

/** Takes a name without escapes, as in answers of the API; a leading bracket would read as an index. */
export function literal(name: string): string {
  if (name === '') throw emptyName();
  if (!name.startsWith('[')) return name;
  throw badRequest(`Field names that begin with a square bracket are not supported, invalid field ${name}`);
}

function emptyName() {
  return badRequest('JSON objects containing empty field names are not supported at the moment.');
}
