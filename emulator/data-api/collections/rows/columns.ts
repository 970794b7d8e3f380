/** A document as the columns of its table, by which the real server finds it. */
import { type Json, JsonNumber, type JsonObject, printJson } from '../../../shared/json.ts';
import { isIndexed } from '../definition/indexing.ts';
import type { CollectionOptions } from '../definition/options.ts';
import type { DataDocument } from '../shared/documents.ts';
import { encodedName, parsePath } from '../shared/path.ts';
import { seen } from '../values/compare.ts';
import { digest, withTexts } from '../values/digest.ts';
import { extendedOf } from '../values/extended.ts';
import { documentVector } from '../vectors/vector.ts';

/** By the names of columns. */
export type Columns = ReadonlyMap<string, Json>;

class Shreds {
  readonly lists = new Map<string, Json[]>();
  readonly maps = new Map<string, JsonObject>();

  add(column: string, text: string): void {
    const list = this.lists.get(column) ?? [];
    this.lists.set(column, list);
    list.push(text);
  }

  set(column: string, path: string, value: Json): void {
    const map = this.maps.get(column) ?? new Map<string, Json>();
    this.maps.set(column, map);
    map.set(path, value);
  }
}

export function columnsOf({ document, transaction }: DataDocument, { indexing }: CollectionOptions): Columns {
  const shreds = new Shreds();
  for (const [name, value] of document) {
    if (!name.startsWith('$')) shred(name === '_id' ? name : encodedName(name), value);
    else if (value !== null) shreds.add('exist_keys', name);
  }
  const vector = documentVector(document.get('$vector') ?? null);
  return new Map<string, Json>([
    ['tx_id', transaction],
    ['doc_json', printJson(document)],
    ...shreds.lists,
    ...shreds.maps,
    ...(vector
      ? [['query_vector_value', vector.map((each) => new JsonNumber(String(each)))] satisfies [string, Json]]
      : []),
  ]);

  function shred(path: string, value: Json): void {
    if (isIndexed(indexing, parsePath(path))) note(path, value);
    if (Array.isArray(value)) for (const [at, item] of value.entries()) shred(`${path}.${at}`, item);
    else if (value instanceof Map && !extendedOf(value)) {
      for (const [name, member] of value) shred(`${path}.${encodedName(name)}`, member);
    }
  }

  function note(path: string, value: Json): void {
    shreds.add('exist_keys', path);
    if (Array.isArray(value)) {
      shreds.set('array_size', path, new JsonNumber(String(value.length)));
      for (const text of new Set(value.map(digest))) shreds.add('array_contains', `${path} ${text}`);
      shreds.set('query_text_values', path, digest(value));
    } else if (value instanceof Map && !extendedOf(value)) shreds.set('query_text_values', path, digest(value));
    else noteScalar(path, value);
  }

  function noteScalar(path: string, value: Json): void {
    if (path !== '_id') shreds.add('array_contains', `${path} ${digest(withTexts(value))}`);
    const known = seen(value);
    if (known.kind === 'null') shreds.add('query_null_values', path);
    else if (known.kind === 'text') shreds.set('query_text_values', path, known.text);
    else if (known.kind === 'number') shreds.set('query_dbl_values', path, known.number);
    else if (known.kind === 'boolean') shreds.set('query_bool_values', path, known.number);
    else if (known.kind === 'date') shreds.set('query_timestamp_values', path, known.number);
  }
}
