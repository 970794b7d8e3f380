/** The ids of a batch, read from its documents at the `id-path`. */
import { type Json, JsonNumber, printJson } from '../../shared/json.ts';
import { badRequest } from '../values/errors.ts';
import { valueAt } from '../values/json-pointer.ts';
import { asParsed, numberText } from '../values/numbers.ts';

const UNESCAPED_DOT = /(?<!\\)\./g;
const INDEX = /\[(\d+)\]/g;

/** Numbers and booleans are converted to text. Throws 400 for a missing or non-scalar id, and for a duplicate. */
export function requireIds(documents: readonly Json[], idPath: string): string[] {
  const pointer = `/${idPath.replace(UNESCAPED_DOT, '/').replace(INDEX, '$1')}`;
  const ids = new Set<string>();
  for (const document of documents) {
    const id = requireId(document, pointer);
    if (ids.has(id)) {
      throw badRequest(`Found duplicate ID ${id} in more than one document when doing batched document write.`);
    }
    ids.add(id);
  }
  return [...ids];
}

function requireId(document: Json, pointer: string): string {
  const value = valueAt(document, pointer);
  if (value instanceof JsonNumber) return numberText(value);
  if (value !== undefined && value !== null && typeof value !== 'object') return String(value);
  const found = value === undefined ? 'missing node' : printJson(asParsed(value));
  const wanted = `requires a scalar value at the path ${pointer} in order to resolve document ID`;
  throw badRequest(`JSON document ${printJson(asParsed(document))} ${wanted}, found ${found}. Batch write failed.`);
}
