/**
 * Column values in lines: the JSON of the REST API where it keeps a value exactly, and an exact form elsewhere. Texts are
 * not unquoted, numbers keep their digits, absent tuple members are null, counters have 64 bits, and maps with non-text keys
 * are lists of `{"key", "value"}`.
 */
import type { Keyspace } from '../core/catalog.ts';
import { framed, readInteger, unframed } from '../cql/types/bytes.ts';
import { ConversionError } from '../cql/types/codec.ts';
import { distinct, elementsOf } from '../cql/types/codec-collection.ts';
import { entriesOf, mapBytes } from '../cql/types/codec-map.ts';
import { codecOf } from '../cql/types/codecs.ts';
import type { ScalarName } from '../cql/types/scalar-name.ts';
import { type CqlType, cqlTypeText, parseType } from '../cql/types/type.ts';
import { type Json, JsonNumber, printJson } from '../shared/json.ts';

type Types = Keyspace['types'];

/** Key types whose values are member names of a JSON object, unchanged. */
const TEXT_KEYS: readonly ScalarName[] = ['ascii', 'text', 'timeuuid', 'uuid'];
const COMPACT = { compactMaps: true };

export function valueJson(type: CqlType, types: Types, bytes: Uint8Array): Json {
  switch (type.kind) {
    case 'scalar':
      if (type.name === 'counter') return new JsonNumber(String(readInteger(bytes)));
      return codecOf(type, types).toJson(bytes, COMPACT);
    case 'vector':
      return codecOf(type, types).toJson(bytes, COMPACT);
    case 'list':
    case 'set':
      return elementsOf(bytes).map((element) => valueJson(type.element, types, element));
    case 'map':
      return mapJson(type, types, bytes);
    case 'tuple':
      return unframed(bytes).map((member, index) => memberJson(type.members[index], types, member));
    case 'udt': {
      const names = fieldsOf(type.name, types);
      const values = unframed(bytes);
      return new Map(
        names.slice(0, values.length).map(([name, part], at) => [name, memberJson(part, types, values[at])]),
      );
    }
  }
}

/** Throws `ConversionError` when the value does not suit the type. */
export function valueBytes(type: CqlType, types: Types, value: Json): Uint8Array {
  switch (type.kind) {
    case 'scalar':
      return scalarBytes(type, types, value);
    case 'vector':
      return codecOf(type, types).fromJson(value, COMPACT);
    case 'list':
      return framed(itemsOf(type, value).map((item) => valueBytes(type.element, types, item)));
    case 'set':
      return framed(distinct(itemsOf(type, value).map((item) => valueBytes(type.element, types, item))));
    case 'map':
      return mapBytes(
        pairsOf(type, value).map(([key, item]) => [
          valueBytes(type.key, types, key),
          valueBytes(type.value, types, item),
        ]),
      );
    case 'tuple':
      return tupleBytes(type, types, value);
    case 'udt':
      return udtBytes(type, types, value);
  }
}

function memberJson(type: CqlType | undefined, types: Types, bytes: Uint8Array | undefined): Json {
  return type && bytes ? valueJson(type, types, bytes) : null;
}

function memberBytes(type: CqlType, types: Types, value: Json): Uint8Array | undefined {
  return value === null ? undefined : valueBytes(type, types, value);
}

function mapJson(type: Extract<CqlType, { kind: 'map' }>, types: Types, bytes: Uint8Array): Json {
  const pairs = entriesOf(bytes).map(
    ([key, item]) => [valueJson(type.key, types, key), valueJson(type.value, types, item)] as const,
  );
  const hasNames = type.key.kind === 'scalar' && TEXT_KEYS.includes(type.key.name);
  if (hasNames) return new Map(pairs.map(([key, item]) => [String(key), item]));
  return pairs.map(
    ([key, item]) =>
      new Map([
        ['key', key],
        ['value', item],
      ]),
  );
}

/** Reads both forms, whatever the key type. */
function pairsOf(type: CqlType, value: Json): (readonly [key: Json, value: Json])[] {
  if (value instanceof Map) return [...value];
  return itemsOf(type, value).map((entry) => {
    const [key, item] = entry instanceof Map && entry.size === 2 ? [entry.get('key'), entry.get('value')] : [];
    if (key === undefined || item === undefined) throw unsuitable(type, entry);
    return [key, item];
  });
}

/** Reads the digits as written; a number outside the range of its type is an error. */
function scalarBytes(type: Extract<CqlType, { kind: 'scalar' }>, types: Types, value: Json): Uint8Array {
  const codec = codecOf(type, types);
  if (typeof value === 'string') return codec.fromText(value, COMPACT);
  if (value instanceof JsonNumber) return codec.fromText(value.text, COMPACT);
  if (typeof value === 'boolean') return codec.fromJson(value, COMPACT);
  throw unsuitable(type, value);
}

function itemsOf(type: CqlType, value: Json): Json[] {
  if (Array.isArray(value)) return value;
  throw unsuitable(type, value);
}

function tupleBytes(type: Extract<CqlType, { kind: 'tuple' }>, types: Types, value: Json): Uint8Array {
  const items = itemsOf(type, value);
  if (items.length > type.members.length) throw unsuitable(type, value);
  return framed(
    type.members.slice(0, items.length).map((member, index) => memberBytes(member, types, items[index] ?? null)),
  );
}

/** The value ends at the last given field: an older value lacks fields that were added to the type later. */
function udtBytes(type: Extract<CqlType, { kind: 'udt' }>, types: Types, value: Json): Uint8Array {
  if (!(value instanceof Map)) throw unsuitable(type, value);
  const fields = fieldsOf(type.name, types);
  const names = fields.map(([name]) => name);
  const unknownField = [...value.keys()].find((name) => !names.includes(name));
  if (unknownField !== undefined) throw new ConversionError(`Type ${type.name} has no field ${unknownField}`);
  const length = Math.max(0, ...[...value.keys()].map((name) => names.indexOf(name) + 1));
  return framed(fields.slice(0, length).map(([name, part]) => memberBytes(part, types, value.get(name) ?? null)));
}

function fieldsOf(name: string, types: Types): [name: string, type: CqlType][] {
  const fields = Object.hasOwn(types, name) ? types[name]?.fields : undefined;
  return (fields ?? []).map((field) => [field.name, parseType(field.type)]);
}

function unsuitable(type: CqlType, value: Json): ConversionError {
  return new ConversionError(`${printJson(value)} is not a value of type ${cqlTypeText(type)}`);
}
