/** Reads how documents are to be ordered: by members, or by nearness to a vector. */
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { type CommandFailure, refused } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';
import type { DataCollection } from '../definition/collection.ts';
import { isIndexed } from '../definition/indexing.ts';
import { type FieldPath, parsePath } from '../shared/path.ts';
import { lexicalNotEnabled, noEmbeddingService } from '../shared/refusals.ts';
import { binaryVector, checkDimension, listVector, type Vector } from '../vectors/vector.ts';

export interface SortPath {
  readonly path: FieldPath;
  readonly isDescending: boolean;
}

export type DocumentSort =
  | { readonly kind: 'none' }
  | { readonly kind: 'members'; readonly paths: readonly SortPath[] }
  | { readonly kind: 'vector'; readonly vector: Vector };

const SPECIAL = ['$vector', '$vectorize', '$lexical'];

/** @throws CommandFailure - for what is no sort, or one by what is not indexed */
export function readDocumentSort(collection: DataCollection, sort: Json | undefined): DocumentSort {
  if (sort === undefined || sort === null) return { kind: 'none' };
  if (!(sort instanceof Map)) {
    throw invalidSort(`sort clause must be submitted as JSON Object, not ${kindOf(sort)}`);
  }
  const special = SPECIAL.find((name) => sort.has(name));
  if (special !== undefined) return specialSort(collection, special, sort);
  const paths = [...sort].map(([name, value]) => sortPath(name, value));
  for (const { path } of paths) {
    if (!isIndexed(collection.indexing, path)) {
      const message = `Collection field '${path.text}' is not indexed: cannot sort using it.\n\nResend the command with sort on an indexed field.`;
      throw refused('SORT', 'SORT_CLAUSE_PATH_UNINDEXED', message);
    }
  }
  return paths.length > 0 ? { kind: 'members', paths } : { kind: 'none' };
}

export function invalidSort(problem: string): CommandFailure {
  const message = `Sort clause used by command not valid. Problem: ${problem}.\n\nResend the command with a valid sort clause.`;
  return refused('SORT', 'SORT_CLAUSE_INVALID', message);
}

function specialSort(collection: DataCollection, name: string, sort: JsonObject): DocumentSort {
  if (sort.size > 1) throw invalidSort('vector search cannot be used with other sort expressions');
  const value = sort.get(name) ?? null;
  if (name === '$lexical') throw lexicalNotEnabled();
  if (name === '$vectorize') {
    if (typeof value === 'string' && value.trim() !== '') throw noEmbeddingService(collection.name);
    throw invalidValue(name, 'vectorize sort expression needs to be non-blank String value');
  }
  const vector = sortVector(value);
  if (collection.vector) checkDimension(collection.vector.dimension, vector);
  return { kind: 'vector', vector };
}

function sortVector(value: Json): Vector {
  if (Array.isArray(value)) return listVector(value);
  if (!(value instanceof Map)) {
    throw invalidValue('$vector', `vector sort expression needs to be Array value, not ${kindOf(value)}`);
  }
  const binary = value.size === 1 ? value.get('$binary') : undefined;
  const vector = typeof binary === 'string' ? binaryVector(binary) : undefined;
  if (vector) return vector;
  throw invalidValue('$vector', 'only binary vector object values are supported for sorting');
}

function sortPath(name: string, value: Json): SortPath {
  if (name === '') throw invalidPath(name, 'path must be represented as a non-empty string');
  if (name.startsWith('$')) {
    throw invalidPath(
      name,
      "path cannot start with '$' (except for pseudo-fields '$lexical', '$vector' and '$vectorize')",
    );
  }
  const path = parsePath(name);
  if (path.escapeProblem) throw invalidPath(name, path.escapeProblem);
  return { path, isDescending: direction(name, value) < 0 };
}

function direction(path: string, value: Json): number {
  if (typeof value === 'string') {
    throw invalidValue(path, 'sort ordering value can be String only for lexical or vectorize search');
  }
  if (Array.isArray(value)) throw invalidValue(path, 'sort ordering value can be Array only for vector search');
  if (!(value instanceof JsonNumber) || !value.isInteger) {
    throw invalidValue(path, 'sort ordering value should be integer `1` or `-1`; or Array (vector)');
  }
  const number = Number(value.text);
  if (number === 1 || number === -1) return number;
  throw invalidValue(path, 'sort ordering value can only be `1` for ascending or `-1` for descending');
}

function invalidPath(path: string, problem: string): CommandFailure {
  return refused('SORT', 'SORT_CLAUSE_PATH_INVALID', `Path '${path}' used in sort clause not valid: ${problem}`);
}

function invalidValue(path: string, problem: string): CommandFailure {
  const message = `Value used for sort expression on path '${path}' not valid: ${problem}.`;
  return refused('SORT', 'SORT_CLAUSE_VALUE_INVALID', message);
}
