/** The `where` parameter: a JSON object of columns with operators, combined with AND. */

import { ServiceError } from '../core/service.ts';
import { ConversionError, type MapForm } from '../cql/types/codec.ts';
import { codecOf } from '../cql/types/codecs.ts';
import type { CqlType } from '../cql/types/type.ts';
import type { Comparison, Condition } from '../cql/write/condition.ts';
import type { SchemaColumn, TableSchema } from '../cql/write/schema.ts';
import { type Json, type JsonObject, parseJson } from '../shared/json.ts';
import { convertForColumn, fromJson, requireNamedColumn } from './values.ts';

const COMPARISONS: Readonly<Record<string, Comparison>> = { $eq: 'eq', $lt: 'lt', $lte: 'lte', $gt: 'gt', $gte: 'gte' };
const OPERATORS = [...Object.keys(COMPARISONS), '$in', '$exists', '$contains', '$containskey', '$containsentry'];

interface Entry {
  readonly schema: TableSchema;
  readonly form: MapForm;
  readonly name: string;
  readonly operator: string;
  readonly value: Exclude<Json, null>;
}

/** Reads the conditions; throws `ConversionError`. A column without operators adds none. */
export function readWhere(schema: TableSchema, text: string, form: MapForm): Condition[] {
  const where = parsedWhere(text);
  if (!(where instanceof Map)) {
    throw new ConversionError('Was expecting a JSON object as input for where parameter.');
  }
  return [...where].flatMap(([name, operators]) => {
    if (!(operators instanceof Map)) {
      throw new ConversionError(`Entry for field ${name} was expecting a JSON object as input.`);
    }
    return [...operators].flatMap(([operator, value]) => readOperator(schema, form, name, operator, value));
  });
}

function parsedWhere(text: string): Json {
  try {
    return parseJson(text, { strictMembers: true });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConversionError(`Input provided is not valid json. ${error.message}`);
  }
}

function readOperator(schema: TableSchema, form: MapForm, name: string, operator: string, value: Json): Condition[] {
  if (!OPERATORS.includes(operator.toLowerCase())) {
    throw new ConversionError(`Operation ${operator} is not supported.`);
  }
  if (value === null) {
    throw new ConversionError(
      `Value entry for field ${name}, operation ${operator} was expecting a value, but found null.`,
    );
  }
  const entry = { schema, form, name, operator, value };
  switch (operator.toLowerCase()) {
    case '$in':
      return [inCondition(entry)];
    case '$exists':
      return [existsCondition(entry)];
    case '$contains':
      return [containsCondition(entry)];
    case '$containskey':
      return [containsKeyCondition(entry)];
    case '$containsentry':
      return [containsEntryCondition(entry)];
    default:
      return comparisons(entry);
  }
}

/** Each element of an array is a separate condition; an empty array adds none. */
function comparisons({ schema, form, name, operator, value }: Entry): Condition[] {
  const column = requireNamedColumn(schema, name);
  const comparison = COMPARISONS[operator.toLowerCase()] ?? 'eq';
  return (Array.isArray(value) ? value : [value]).map((item) => ({
    column,
    operator: comparison,
    value: convertForColumn(schema, column, () => fromJson(column.codec, item, form)),
  }));
}

/** Elements are converted like nested values: numbers must not be strings. */
function inCondition({ schema, form, name, operator, value }: Entry): Condition {
  if (!Array.isArray(value) || value.length === 0) {
    throw new ConversionError(`Value entry for field '${name}', operation ${operator} must be a non-empty array`);
  }
  const column = requireNamedColumn(schema, name);
  const values = value.map((item) =>
    item === null ? null : convertForColumn(schema, column, () => column.codec.fromJson(item, form)),
  );
  return { column, operator: 'in', values };
}

/** Despite its name, `$exists` tests that the column is true. */
function existsCondition({ schema, form, name, value }: Entry): Condition {
  if (value !== true) throw new ConversionError('`$exists` only supports the value `true`.');
  const column = requireNamedColumn(schema, name);
  return { column, operator: 'eq', value: convertForColumn(schema, column, () => column.codec.fromJson(value, form)) };
}

function containsCondition({ schema, form, name, operator, value }: Entry): Condition {
  const column = requireNamedColumn(schema, name);
  const type = contentType(column);
  if (!type) {
    throw new ConversionError(
      `Field '${name}' not of container type (list, map, set); has to be for operation ${operator}`,
    );
  }
  return { column, operator: 'contains', value: part(schema, column, type, value, form, 'content') };
}

function containsKeyCondition({ schema, form, name, operator, value }: Entry): Condition {
  const column = requireNamedColumn(schema, name);
  if (column.cqlType.kind !== 'map') {
    throw new ConversionError(`Field '${name}' not of map type; has to be for operation ${operator}`);
  }
  return { column, operator: 'containsKey', value: part(schema, column, column.cqlType.key, value, form, 'key') };
}

function containsEntryCondition({ schema, form, name, operator, value }: Entry): Condition {
  const { key, content } = entryParts(name, operator, value);
  const column = requireNamedColumn(schema, name);
  if (column.cqlType.kind !== 'map') throw new ServiceError(500, 'Use Values.NULL to bind a null CQL value');
  return {
    column,
    operator: 'containsEntry',
    key: required(part(schema, column, column.cqlType.key, key, form, 'key')),
    value: required(part(schema, column, column.cqlType.value, content, form, 'content')),
  };
}

function entryParts(name: string, operator: string, value: Json): { key: Json; content: Json } {
  const entry: JsonObject = value instanceof Map ? value : new Map();
  const [key, content] = [entry.get('key'), entry.get('value')];
  if (entry.size === 2 && key !== undefined && content !== undefined) return { key, content };
  throw new ConversionError(
    `Value entry for field ${name}, operation ${operator} must be an object with two fields 'key' and 'value'`,
  );
}

function contentType({ cqlType }: SchemaColumn): CqlType | undefined {
  if (cqlType.kind === 'list' || cqlType.kind === 'set') return cqlType.element;
  return cqlType.kind === 'map' ? cqlType.value : undefined;
}

function part(
  schema: TableSchema,
  column: SchemaColumn,
  type: CqlType,
  value: Json,
  form: MapForm,
  what: 'key' | 'content',
): Uint8Array | null {
  const codec = codecOf(type, schema.keyspace.types);
  return convertForColumn(schema, column, () => fromJson(codec, value, form), `${what} value for `);
}

function required(value: Uint8Array | null): Uint8Array {
  if (!value) throw new ServiceError(500, 'Use Values.NULL to bind a null CQL value');
  return value;
}
