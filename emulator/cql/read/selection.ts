/** The columns, or single elements of maps and sets, that a SELECT returns. */
import type { Keyspace } from '../../core/catalog.ts';
import type { Json } from '../../shared/json.ts';
import { equalBytes } from '../types/bytes.ts';
import { type Codec, ConversionError, type MapForm } from '../types/codec.ts';
import { elementsOf } from '../types/codec-collection.ts';
import { entriesOf } from '../types/codec-map.ts';
import { codecOf } from '../types/codecs.ts';
import { quotedName } from '../types/name.ts';
import { invalidArgument } from '../types/refusal.ts';
import { type CqlType, cqlTypeText } from '../types/type.ts';
import type { SchemaColumn, TableSchema } from '../write/schema.ts';

export interface Selector {
  /** The member of the row: the column, or `m['key']`. */
  readonly name: string;
  readonly column: SchemaColumn;
  readonly codec: Codec;
  /** The type of the selected value. */
  readonly selectedType: CqlType;
  /** Selects from the value of the column. */
  pick(value: Uint8Array): Uint8Array | undefined;
}

/** The selectors of `fields`; all columns without fields. */
export function selectorsOf(schema: TableSchema, fields: readonly string[]): Selector[] {
  if (fields.length === 0) return schema.columns.map((column) => wholeColumn(column));
  return fields.map((field) => {
    const [, name, literal] = /^([a-z][a-z0-9_]*)\['(.*)'\]$/s.exec(field) ?? [];
    if (name === undefined || literal === undefined) return wholeColumn(requireColumn(schema, field));
    return element(schema.keyspace, field, requireColumn(schema, name), literal.replaceAll("''", "'"));
  });
}

/** Finds a column; the error spells the name as CQL does. */
export function requireColumn(schema: TableSchema, name: string): SchemaColumn {
  const column = schema.column(name);
  if (column) return column;
  const { table } = schema;
  throw invalidArgument(`Undefined column name ${quotedName(name)} in table ${table.keyspace}.${table.name}`);
}

/** Whether only partition key and static columns are selected, with at least one static column. */
export function selectsOnlyStatics(selectors: readonly Selector[], isWildcard: boolean): boolean {
  const kinds = selectors.map(({ column }) => column.kind);
  return !isWildcard && kinds.includes('static') && kinds.every((kind) => kind === 'static' || kind === 'partition');
}

/**
 * The JSON of a row. Throws `ConversionError` when a value cannot be converted; then the whole page fails.
 *
 * @param read - the live value of a column
 */
export function rowJson(
  selectors: readonly Selector[],
  read: (column: SchemaColumn) => Uint8Array | undefined,
  form: MapForm,
): Map<string, Json> {
  const members = new Map<string, Json>();
  for (const [index, { name, column, codec, pick }] of selectors.entries()) {
    const stored = read(column);
    const value = stored && pick(stored);
    try {
      members.set(name, value ? codec.toJson(value, form) : codec.unset(form));
    } catch (error) {
      if (!(error instanceof ConversionError)) throw error;
      throw new ConversionError(
        `Internal error: failed to convert value of column #${index + 1}/#${selectors.length} ('${name}'), problem: ${error.message}`,
      );
    }
  }
  return members;
}

function wholeColumn(column: SchemaColumn): Selector {
  return { name: column.name, column, codec: column.codec, selectedType: column.cqlType, pick: (value) => value };
}

/** Key types that a CQL string constant can represent. */
const STRING_KEYS = ['ascii', 'text', 'date', 'inet', 'time', 'timestamp'];

function element({ types }: Keyspace, field: string, column: SchemaColumn, literal: string): Selector {
  const { cqlType, name } = column;
  if (cqlType.kind === 'list') {
    throw invalidArgument(`Element selection is only allowed on sets and maps, but ${name} is a list`);
  }
  if (cqlType.kind !== 'set' && cqlType.kind !== 'map') {
    throw invalidArgument(`Invalid element selection: ${name} is of type ${cqlTypeText(cqlType)} is not a collection`);
  }
  const keyType = cqlType.kind === 'set' ? cqlType.element : cqlType.key;
  const sought = constant(keyType, codecOf(keyType, types), name, literal);
  const selectedType = cqlType.kind === 'set' ? cqlType.element : cqlType.value;
  const pick =
    cqlType.kind === 'set'
      ? (value: Uint8Array) => elementsOf(value).find((item) => equalBytes(item, sought))
      : (value: Uint8Array) => entriesOf(value).find(([key]) => equalBytes(key, sought))?.[1];
  return { name: field, column, codec: codecOf(selectedType, types), selectedType, pick };
}

function constant(type: CqlType, codec: Codec, column: string, literal: string): Uint8Array {
  const refusal = invalidArgument(
    `Invalid STRING constant (${literal}) for "key(${column})" of type ${cqlTypeText(type)}`,
  );
  if (type.kind !== 'scalar' || !STRING_KEYS.includes(type.name)) throw refusal;
  try {
    return codec.fromText(literal, { compactMaps: true });
  } catch {
    throw refusal;
  }
}
