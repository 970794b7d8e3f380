/** Values to write to a row, checked and in canonical form. */

import { toKey, toKeyPrefix, toValues } from '../../datasources/cql/check.ts';
import { keyIdentity } from '../../datasources/cql/identity.ts';
import { keyColumns } from '../../datasources/cql/table-columns.ts';
import { show } from '../../datasources/json/shorten.ts';
import { ownValue } from '../../datasources/shared/own-value.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { RowValues, Table } from '../../datasources/source/source.ts';
import type { Context } from '../shared/context.ts';
import { identityTypes, typesOf } from '../shared/definitions.ts';
import type { RowTarget } from './row-target.ts';

export interface RowWrite {
  readonly table: Table;
  /** Whole; without the clustering columns for a partition's static values. */
  readonly key: RowValues;
  /** Without the columns of the key. */
  readonly values: RowValues;
}

/** A new row, whose key is among its values. @throws InputError */
export async function toNewRow(table: Table, values: RowValues, context: Context): Promise<RowWrite> {
  const types = typesOf(table, context);
  const key = keyColumns(table);
  return {
    table,
    key: await toKey(table, pickColumns(values, key), types),
    values: await toValues(table, omitColumns(values, key), types),
  };
}

/** @throws InputError - for a part of a key too */
export async function toReplacement(target: RowTarget, values: RowValues, context: Context): Promise<RowWrite> {
  const { table } = target;
  const key = await toKey(table, target.key, typesOf(table, context));
  return { table, key, values: await besideKey(table, key, values, context) };
}

/** When all values are static, clustering columns may be absent, and are not sent. @throws InputError */
export async function toChange(
  { table, key: input }: RowTarget,
  values: RowValues,
  context: Context,
): Promise<RowWrite> {
  const types = typesOf(table, context);
  const isPartition =
    table.clusteringKey.length > 0 && !table.clusteringKey.some(({ name }) => Object.hasOwn(input, name));
  const key = isPartition ? await toKeyPrefix(table, input, types) : await toKey(table, input, types);
  const change = await besideKey(table, key, values, context);
  const regular = Object.keys(change).filter((name) => !isStatic(table, name));
  if (Object.keys(change).length === 0) throw new InputError('"values" is empty. Give at least one column to change.');
  if (isPartition && regular.length > 0) {
    throw new InputError(
      `The key ${show(input)} has no clustering columns, and "${regular[0]}" is not static. Give the whole key: ${keyColumns(table).join(', ')}.`,
    );
  }
  return { table, key, values: change };
}

/** The key that an UPDATE takes: Cassandra refuses clustering columns when it sets nothing but static ones. */
export function updateKey({ table, key, values }: RowWrite): RowValues {
  return Object.keys(values).every((name) => isStatic(table, name)) ? pickColumns(key, table.partitionKey) : key;
}

/** @throws InputError - for a part of a key, which would delete a whole range */
export async function toWholeKey({ table, key }: RowTarget, context: Context): Promise<RowTarget> {
  const missing = keyColumns(table).filter((name) => (ownValue(key, name) ?? null) === null);
  if (missing.length > 0) {
    throw new InputError(
      `The key ${show(key)} lacks ${missing.map((name) => `"${name}"`).join(', ')}. Give the whole key of one row; deleteRowRange deletes all rows whose key begins so.`,
    );
  }
  return { table, key: await toKey(table, key, typesOf(table, context)) };
}

/** Accepts key columns among the values when they equal the key, so that a row that was read can be sent back. */
async function besideKey(table: Table, key: RowValues, values: RowValues, context: Context): Promise<RowValues> {
  const types = typesOf(table, context);
  const given = keyColumns(table).filter((name) => Object.hasOwn(values, name));
  const repeated = await toKeyPrefix(table, { ...key, ...pickColumns(values, given) }, types);
  const known = await identityTypes(table, context);
  const identify = (each: RowValues, name: string) =>
    JSON.stringify(keyIdentity(table, pickColumns(each, [name]), known));
  const changed = given.find((name) => identify(repeated, name) !== identify(key, name));
  if (changed !== undefined) {
    throw new InputError(
      `"values" has ${show(values[changed])} for "${changed}", which is not what the key has. A key cannot be changed: create another row, and delete this one.`,
    );
  }
  return toValues(table, omitColumns(values, given), types);
}

function isStatic(table: Table, name: string): boolean {
  return table.columns.some((column) => column.name === name && column.kind === 'STATIC');
}

function pickColumns(values: RowValues, names: readonly string[]): RowValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

function omitColumns(values: RowValues, names: readonly string[]): RowValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
