/** Values in payloads, paths and conditions, and the texts about those that do not fit. */

import { ServiceError } from '../core/service.ts';
import { ConversionError, type MapForm, unquoted } from '../cql/types/codec.ts';
import type { BoundValue } from '../cql/write/bind.ts';
import type { SchemaColumn, TableSchema } from '../cql/write/schema.ts';
import type { Json, JsonObject } from '../shared/json.ts';

/** The column that a client names. */
export function knownColumn(schema: TableSchema, name: string): SchemaColumn {
  const column = schema.column(name);
  if (column) return column;
  const known = schema.columns.map((other) => other.name).join(', ');
  throw new ConversionError(`Unknown field name '${name}' (table '${schema.table.name}'); known fields: [${known}]`);
}

/** Runs a conversion and names the column when it fails; `part` tells of which part of a container it is. */
export function converted<T>(schema: TableSchema, column: SchemaColumn, convert: () => T, part = ''): T {
  try {
    return convert();
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    throw new ConversionError(
      `Failed to deserialize ${part}field '${schema.table.name}.${column.name}', problem: ${error.message}`,
    );
  }
}

/** A value at the top of a payload or a condition: strings lose outer quotes and may be literals; null is null. */
export function fromJson(codec: SchemaColumn['codec'], value: Json, form: MapForm): Uint8Array | null {
  if (value === null) return null;
  return typeof value === 'string' ? codec.fromText(unquoted(value), form) : codec.fromJson(value, form);
}

/** The members of a payload, in their order. */
export function readPayload(schema: TableSchema, payload: JsonObject, form: MapForm): BoundValue[] {
  return [...payload].map(([name, value]) => {
    const column = knownColumn(schema, name);
    return { column, value: converted(schema, column, () => fromJson(column.codec, value, form)) };
  });
}

/** The first columns of the primary key, all of the partition key among them, from the values of a path. */
export function readKey(schema: TableSchema, values: readonly string[], form: MapForm): BoundValue[] {
  const { partition, clustering } = schema;
  if (values.length < partition.length) {
    throw new ConversionError(
      `Number of key values provided (${values.length}) less than number of partition keys (${partition.length})`,
    );
  }
  if (values.length > partition.length + clustering.length) {
    throw new ConversionError(
      `Number of key values provided (${values.length}) exceeds number of partition keys (${partition.length}) and clustering keys (${clustering.length})`,
    );
  }
  return [...partition, ...clustering].slice(0, values.length).map((column, index) => {
    const text = unquoted(values[index] ?? '');
    return { column, value: converted(schema, column, () => column.codec.fromText(text, form)) };
  });
}

/** Runs conversions and tells what they belong to when one of them fails. */
export function named<T>(what: string, convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    if (error instanceof ConversionError) throw new ServiceError(400, `${what}, problem: ${error.message}`);
    throw error;
  }
}
