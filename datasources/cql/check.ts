/**
 * Checks keys and values against the definition of a table before a call is sent, and makes them canonical. Upstream would
 * silently wrap integers, read a whole table or delete a range.
 */

import { listNames, show } from '../json/shorten.ts';
import { chain, type MaybePromise } from '../shared/maybe-promise.ts';
import { memoize } from '../shared/memoize.ts';
import { ownValue, setOwnValue } from '../shared/own-value.ts';
import { InputError } from '../source/errors.ts';
import type { CqlValue, RowValues, Table, UserDefinedType } from '../source/source.ts';
import type { ValueLocation } from './refuse.ts';
import { findColumn, keyColumns } from './table-columns.ts';
import { type CqlType, isUserDefined } from './type.ts';
import { parseType } from './type-parser.ts';
import { canonical, type FindTypes } from './value.ts';

/** A whole primary key. @throws InputError - a column is missing, unknown or null, or a value does not fit */
export function toKey(table: Table, input: RowValues, types: FindTypes): MaybePromise<RowValues> {
  const parts = keyParts(table);
  if (parts.some(({ name }) => isMissing(input, name))) {
    const missing = keyColumns(table).filter((name) => isMissing(input, name));
    throw new InputError(
      `The key ${show(input)} of the table "${table.table}" has no value for ${quoted(missing)}. Its key is made of ${quoted(keyColumns(table))}: give all of them.`,
    );
  }
  return toKeyPart(table, input, parts, types);
}

/** A leading part of a primary key: the partition key, and any number of clustering columns that follow. @throws InputError */
export function toKeyPrefix(table: Table, input: RowValues, types: FindTypes): MaybePromise<RowValues> {
  const key = keyColumns(table);
  const given = keyParts(table).filter(({ name }) => !isMissing(input, name));
  const missing = key
    .slice(0, Math.max(given.length, table.partitionKey.length))
    .filter((name) => isMissing(input, name));
  if (missing.length > 0) {
    throw new InputError(
      `The key ${show(input)} of the table "${table.table}" has no value for ${quoted(missing)}. Give the whole partition key (${quoted(table.partitionKey)}), and clustering columns in their order (${quoted(key.slice(table.partitionKey.length)) || 'it has none'}).`,
    );
  }
  return toKeyPart(table, input, given, types);
}

/** A column of a key, with all that its values are checked by. */
interface KeyPart {
  readonly name: string;
  readonly type: CqlType;
  readonly location: ValueLocation;
  /** Whether its values are of user-defined types. */
  readonly needsTypes: boolean;
}

/** Computed once for each table: a page has hundreds of keys. */
const keyParts = memoize((table: Table): readonly KeyPart[] =>
  keyColumns(table).map((name) => {
    const type = parseType(findColumn(table, name).type);
    return { name, type, location: { what: `column "${name}"`, types: [] }, needsTypes: isUserDefined(type) };
  }),
);

/** @param parts - none of them is missing */
function toKeyPart(
  table: Table,
  input: RowValues,
  parts: readonly KeyPart[],
  types: FindTypes,
): MaybePromise<RowValues> {
  const names = Object.keys(input);
  if (names.length > parts.length) throw unknownPart(table, input, names, parts);
  return parts.some(({ needsTypes }) => needsTypes)
    ? chain(types(), (known) => toCanonicalKey(input, parts, known))
    : toCanonicalKey(input, parts);
}

function toCanonicalKey(
  input: RowValues,
  parts: readonly KeyPart[],
  types?: readonly UserDefinedType[],
): Record<string, CqlValue> {
  const key: Record<string, CqlValue> = {};
  for (const { name, type, location } of parts) {
    const value = ownValue(input, name) ?? null;
    setOwnValue(key, name, canonical(type, value, types ? { ...location, types } : location));
  }
  return key;
}

function unknownPart(table: Table, input: RowValues, names: readonly string[], parts: readonly KeyPart[]): InputError {
  const extra = names.find((name) => !parts.some((part) => part.name === name)) ?? '';
  const hint = table.columns.some(({ name }) => name === extra)
    ? 'is not part of it, or is null'
    : 'is no column of the table';
  return new InputError(
    `The key ${show(input)} of the table "${table.table}" has "${extra}", which ${hint}. The key is made of ${quoted(keyColumns(table))}.`,
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
