/** Values in the public form, and how reads answer. */

import type { Json } from '../json/json-value.ts';

export type { Json } from '../json/json-value.ts';
export type JsonObject = { readonly [name: string]: Json };

/**
 * A CQL value as JSON: bigint, counter, varint and decimal as strings; float and double NaN and infinities as the strings
 * `NaN`, `Infinity`, `-Infinity`; blob as standard base64; times as ISO 8601 text; list, set and tuple as arrays; a map with
 * text keys as an object, else as an array of `{key, value}`; a user-defined type as an object. An unset collection is empty.
 */
export type CqlValue = Json;

/** Column name to value. */
export type RowValues = Readonly<Record<string, CqlValue>>;

export type Result<T> = T | null | Error;

/** What a vector search found. */
export interface Scored<T> {
  readonly item: T;
  /** 0 to 1 for cosine and dot product; greater is nearer. */
  readonly similarity: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page starts; absent at the end. A page may be short or empty and still have one. */
  readonly nextPageState?: string;
}
