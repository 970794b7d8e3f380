/** Converts values in payloads, paths and conditions, with the messages for values that do not fit. */

import { ServiceError } from '../core/service.ts';
import { ConversionError, type MapForm, unquoted } from '../cql/types/codec.ts';
import type { BoundValue } from '../cql/write/bind.ts';
import type { SchemaColumn, TableSchema } from '../cql/write/schema.ts';
import type { Json, JsonObject } from '../shared/json.ts';

/** Finds a column by the name from a client. */
export function requireNamedColumn(schema: TableSchema, name: string): SchemaColumn {
  const column = schema.column(name);
  if (column) return column;
  const known = schema.columns.map((other) => other.name).join(', ');
  throw new ConversionError(`Unknown field name '${name}' (table '${schema.table.name}'); known fields: [${known}]`);
}

/** Runs a conversion; the error names the column, and with `part` the part of a container. */
export function convertForColumn<T>(schema: TableSchema, column: SchemaColumn, convert: () => T, part = ''): T {
  try {
    return convert();
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    throw new ConversionError(
      `Failed to deserialize ${part}field '${schema.table.name}.${column.name}', problem: ${error.message}`,
    );
  }
}

/** A top-level value of a payload or condition: strings lose outer quotes and may be literals; null is null. */
export function fromJson(codec: SchemaColumn['codec'], value: Json, form: MapForm): Uint8Array | null {
  if (value === null) return null;
  return typeof value === 'string' ? codec.fromText(unquoted(value), form) : codec.fromJson(value, form);
}

/** The members of a payload, in order. */
export function readPayload(schema: TableSchema, payload: JsonObject, form: MapForm): BoundValue[] {
  return [...payload].map(([name, value]) => {
    const column = requireNamedColumn(schema, name);
    return { column, value: convertForColumn(schema, column, () => fromJson(column.codec, value, form)) };
  });
}

/** The values of a path as the first columns of the primary key, with the whole partition key. */
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
    return { column, value: convertForColumn(schema, column, () => column.codec.fromText(text, form)) };
  });
}

/** Runs conversions; the error begins with `what`. */
export function withErrorPrefix<T>(what: string, convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    if (error instanceof ConversionError) throw new ServiceError(400, `${what}, problem: ${error.message}`);
    throw error;
  }
}
