/** Values as upstream prints them, converted to the public form. What differs between APIs is a `ValueForm`. */

import { scalars } from '../cql/scalars.ts';
import { type CqlType, isTextType, type ScalarName } from '../cql/type.ts';
import { parseType } from '../cql/type-parser.ts';
import { WrongBody } from '../http/body.ts';
import { type ExactObject, isJsonObject, type JsonValue, membersOf, NumberText } from '../json/json-value.ts';
import { anythingExact, kindOf } from '../json/shape.ts';
import { ownValue } from '../shared/own-value.ts';
import type { CqlValue, UserDefinedType } from '../source/source.ts';

export type Types = readonly UserDefinedType[];

/** How an API prints values. */
export interface ValueForm {
  /** A scalar as a bare JSON value. @throws WrongBody */
  unwrap(name: ScalarName, value: JsonValue): JsonValue;
  /** None for a map that is unset. @throws WrongBody */
  entriesOf(value: JsonValue | undefined): readonly (readonly [JsonValue, JsonValue | undefined])[];
}

/** @throws WrongBody - when the kind of JSON value does not belong to the type */
export type Decode = (type: CqlType, value: JsonValue | undefined, types: Types) => CqlValue;

/** Unset collections are empty, in whatever form upstream prints them. */
export function createDecode({ unwrap, entriesOf }: ValueForm): Decode {
  const decode: Decode = (type, value, types) => {
    const isUnset = value === null || value === undefined;
    switch (type.kind) {
      case 'scalar':
        return isUnset ? null : decodeScalar(type, unwrap(type.name, value));
      case 'list':
      case 'set':
        return elementsOf(value).map((element) => decode(type.element, element, types));
      case 'map':
        return decodeMap(type, value, types);
      case 'vector':
        return isUnset ? null : elementsOf(value).map((element) => decode(type.element, element, types));
      case 'tuple':
        return isUnset ? null : type.members.map((member, index) => decode(member, elementsOf(value)[index], types));
      case 'udt':
        return decodeUserDefined(type.name, value, types);
      case 'opaque':
        return isUnset ? null : opaque(value);
    }
  };

  function decodeMap(
    { key, value: valueType }: Extract<CqlType, { kind: 'map' }>,
    value: JsonValue | undefined,
    types: Types,
  ): CqlValue {
    const entries = entriesOf(value).map(
      ([name, member]) => [decode(key, name, types), decode(valueType, member, types)] as const,
    );
    if (isTextType(key)) return Object.fromEntries(entries);
    return entries.map(([name, member]) => ({ key: name, value: member }));
  }

  /** An unset value is `null`, also where upstream prints an empty object. */
  function decodeUserDefined(name: string, value: JsonValue | undefined, types: Types): CqlValue {
    if (value === null || value === undefined) return null;
    if (!isJsonObject(value)) throw new WrongBody(`an object is due, and ${kindOf(value)} came`);
    if (Object.keys(value).length === 0) return null;
    const fields = types.find((type) => type.name === name)?.fields;
    if (!fields) return opaque(value);
    const object: ExactObject = value;
    return Object.fromEntries(
      fields.map((field) => [field.name, decode(parseType(field.type), ownValue(object, field.name), types)]),
    );
  }

  return decode;
}

/** Types whose values a double can represent. */
const DOUBLES: ReadonlySet<string> = new Set(['float', 'double', 'int', 'smallint', 'tinyint']);

/** Numbers of other types keep the digits of the JSON text, whether or not a double can represent them. */
function decodeScalar({ name }: Extract<CqlType, { kind: 'scalar' }>, value: JsonValue): CqlValue {
  const read = typeof value === 'string' ? value : readScalar(name, value);
  const canonical = scalars[name].canonical(read);
  if (canonical === undefined && BOUNDED.has(name)) throw wrongKind(name, value);
  return canonical ?? read;
}

/** Types for which the gateway knows all values; for other types a server may have more. */
const BOUNDED: ReadonlySet<string> = new Set(['int', 'smallint', 'tinyint', 'bigint', 'counter', 'uuid', 'timeuuid']);
/** Types whose values may be printed as JSON numbers. */
const NUMBERS: ReadonlySet<string> = new Set([...DOUBLES, 'bigint', 'counter', 'varint', 'decimal']);

/** What is thrown for a value of another kind than its type has. */
export function wrongKind(name: string, value: JsonValue): WrongBody {
  return new WrongBody(`a value of the type ${name} is due, and ${kindOf(value)} came`);
}

function readScalar(name: string, value: JsonValue): CqlValue {
  if (typeof value === 'boolean' && name === 'boolean') return value;
  const isNumber = typeof value === 'number' || value instanceof NumberText;
  if (!isNumber || !NUMBERS.has(name)) throw wrongKind(name, value);
  if (DOUBLES.has(name)) return typeof value === 'number' ? value : Number(value.text);
  return typeof value === 'number' ? String(value) : value.text;
}

/** The elements of a list, also of one that is absent, null or an empty object. @throws WrongBody */
export function elementsOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (Array.isArray(value)) return value;
  if (value === null || value === undefined || (isJsonObject(value) && Object.keys(value).length === 0)) return [];
  throw new WrongBody(`a list is due, and ${kindOf(value)} came`);
}

function opaque(value: JsonValue): CqlValue {
  if (!anythingExact.fits(value)) throw new WrongBody(anythingExact.differs(value, ''));
  return plain(value);
}

/** A value of unknown type: numbers that a double cannot represent become text. */
function plain(value: JsonValue): CqlValue {
  if (value instanceof NumberText) return value.text;
  if (isJsonObject(value)) return Object.fromEntries(membersOf(value).map(([name, member]) => [name, plain(member)]));
  return Array.isArray(value) ? value.map(plain) : (value as CqlValue);
}
