/**
 * Checks keys and values against the definition of a table before a call is sent, and makes them canonical. Upstream would
 * silently wrap integers, read a whole table or delete a range.
 */

import { listNames, show } from '../json/shorten.ts';
import { chain, type MaybePromise } from '../shared/maybe-promise.ts';
import { ownValue } from '../shared/own-value.ts';
import { InputError } from '../source/errors.ts';
import type { CqlValue, RowValues, Table, UserDefinedType } from '../source/source.ts';
import { findColumn, keyColumns } from './table-columns.ts';
import { isUserDefined } from './type.ts';
import { parseType } from './type-parser.ts';
import { canonical, type FindTypes } from './value.ts';

/** A whole primary key. @throws InputError - a column is missing, unknown or null, or a value does not fit */
export function toKey(table: Table, input: RowValues, types: FindTypes): MaybePromise<RowValues> {
  const key = keyColumns(table);
  const missing = key.filter((name) => isMissing(input, name));
  if (missing.length > 0) {
    throw new InputError(
      `The key ${show(input)} of the table "${table.table}" has no value for ${quoted(missing)}. Its key is made of ${quoted(key)}: give all of them.`,
    );
  }
  return toKeyPart(table, input, key, types);
}

/** A leading part of a primary key: the partition key, and any number of clustering columns that follow. @throws InputError */
export function toKeyPrefix(table: Table, input: RowValues, types: FindTypes): MaybePromise<RowValues> {
  const key = keyColumns(table);
  const given = key.filter((name) => !isMissing(input, name));
  const missing = key
    .slice(0, Math.max(given.length, table.partitionKey.length))
    .filter((name) => !given.includes(name));
  if (missing.length > 0) {
    throw new InputError(
      `The key ${show(input)} of the table "${table.table}" has no value for ${quoted(missing)}. Give the whole partition key (${quoted(table.partitionKey)}), and clustering columns in their order (${quoted(key.slice(table.partitionKey.length)) || 'it has none'}).`,
    );
  }
  return toKeyPart(table, input, given, types);
}

function toKeyPart(
  table: Table,
  input: RowValues,
  names: readonly string[],
  types: FindTypes,
): MaybePromise<RowValues> {
  const extra = Object.keys(input).find((name) => !names.includes(name));
  if (extra !== undefined) {
    const hint = table.columns.some(({ name }) => name === extra)
      ? 'is not part of it, or is null'
      : 'is no column of the table';
    throw new InputError(
      `The key ${show(input)} of the table "${table.table}" has "${extra}", which ${hint}. The key is made of ${quoted(keyColumns(table))}.`,
    );
  }
  return chain(typesOf(table, input, types), (known) =>
    Object.fromEntries(names.map((name) => toEntry(table, name, ownValue(input, name) ?? null, known))),
  );
}

/** Values of a row by the names of their columns; null clears a column. @throws InputError */
export function toValues(table: Table, input: RowValues, types: FindTypes): MaybePromise<RowValues> {
  return chain(typesOf(table, input, types), (known) =>
    Object.fromEntries(Object.entries(input).map(([name, value]) => toEntry(table, name, value, known))),
  );
}

/** The user-defined types, looked up once and only when a value needs them. */
function typesOf(table: Table, input: RowValues, types: FindTypes): ReturnType<FindTypes> {
  const isNeeded = ([name, value]: [string, CqlValue]) =>
    value !== null && isUserDefined(parseType(findColumn(table, name).type));
  return Object.entries(input).some(isNeeded) ? types() : [];
}

function toEntry(
  table: Table,
  name: string,
  value: CqlValue,
  types: readonly UserDefinedType[],
): readonly [string, CqlValue] {
  const type = parseType(findColumn(table, name).type);
  if (value === null) return [name, null];
  return [name, canonical(type, value, { what: `column "${name}"`, types })];
}

const isMissing = (input: RowValues, name: string) => (ownValue(input, name) ?? null) === null;
const quoted = (names: readonly string[]) => listNames(names, (name) => `"${name}"`);
