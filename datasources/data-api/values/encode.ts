/** Canonical values as the Data API takes them in rows and updates (Data API contract, values). */
import { type CqlType, isTextType, printType } from '../../cql/type.ts';
import { parseType } from '../../cql/type-parser.ts';
import { fromMembers, type JsonValue } from '../../json/json-value.ts';
import type { Types } from '../../rows/row-decode.ts';
import { ownValue } from '../../shared/own-value.ts';
import { InputError, NotSupportedError } from '../../source/errors.ts';
import type { CqlValue, RowValues } from '../../source/source.ts';
import { isReadable, unreadable } from './readable.ts';
import { encodeScalar } from './scalar.ts';

type Of<K extends CqlType['kind']> = Extract<CqlType, { readonly kind: K }>;

/** Where a value stands, for messages. */
export interface Place {
  readonly column: string;
  readonly types: Types;
}

/**
 * A value of a column that is written; null clears the column.
 *
 * @throws InputError - for a value that upstream would change
 * @throws NotSupportedError - for a column that the Data API does not write
 */
export function encode(type: CqlType, value: CqlValue, place: Place): JsonValue {
  if (!isReadable(type)) throw unreadable(place.column, type, 'written');
  if (type.kind === 'scalar' && type.name === 'counter') throw noCounters(place.column);
  if (value === null) return null;
  switch (type.kind) {
    case 'scalar':
      return encodeScalar(type.name, value, place.column);
    case 'list':
    case 'set':
      return listOf(value).map((element) => part(type.element, element, place));
    case 'map':
      return mapJson(type, value, place);
    case 'vector':
      return vectorJson(type, listOf(value), place);
    case 'udt':
      return userDefined(type, value, place);
    default:
      throw unreadable(place.column, type, 'written');
  }
}

/** @param column - a counter */
export function noCounters(column: string): NotSupportedError {
  return new NotSupportedError(
    `The column "${column}" is a counter, which the Data API only reads. Change it with CQL, or through a Stargate.`,
  );
}

/** A value inside a container, which cannot be null. */
function part(type: CqlType, value: CqlValue, place: Place): JsonValue {
  const encoded = encode(type, value, place);
  if (encoded !== null) return encoded;
  throw new InputError(
    `The column "${place.column}" holds a value of the type ${printType(type)} without any member, which the Data API takes for null, and a list, set or map cannot contain null. Leave it out, or set a member.`,
  );
}

/** Text keys make an object; an empty list of pairs is refused upstream, an empty object is not. */
function mapJson({ key, value: valueType }: Of<'map'>, value: CqlValue, place: Place): JsonValue {
  const entries = entriesOf(value).map(([name, member]) => [name, part(valueType, member, place)] as const);
  if (isTextType(key) && !entries.some(([name]) => String(name).startsWith('$'))) {
    return fromMembers(
      entries.map(([name]) => String(name)),
      entries.map(([, member]) => member),
    );
  }
  return entries.length === 0 ? {} : entries.map(([name, member]) => [part(key, name, place), member]);
}

function entriesOf(value: CqlValue): readonly (readonly [CqlValue, CqlValue])[] {
  if (!Array.isArray(value)) return Object.entries(value as RowValues);
  // The canonical form of a map whose keys are no text.
  return (value as readonly { readonly key: CqlValue; readonly value: CqlValue }[]).map((each) => [
    each.key,
    each.value,
  ]);
}

const FLOAT_BYTES = 4;

/** Numbers that JSON cannot carry go as bytes, with all others of their vector. */
export function vectorJson({ element }: Of<'vector'>, members: readonly CqlValue[], { column }: Place): JsonValue {
  if (members.every((member) => typeof member === 'number')) {
    return members.map((member) => encodeScalar(element.kind === 'scalar' ? element.name : 'float', member, column));
  }
  const bytes = Buffer.alloc(members.length * FLOAT_BYTES);
  for (const [index, member] of members.entries()) bytes.writeFloatBE(Number(member), index * FLOAT_BYTES);
  return { $binary: bytes.toString('base64') };
}

/** Without the fields that are null; without any field it is null. */
function userDefined({ name }: Of<'udt'>, value: CqlValue, place: Place): JsonValue {
  const fields = place.types.find((type) => type.name === name)?.fields ?? [];
  const set = fields.flatMap((field) => {
    const member = ownValue(value as RowValues, field.name) ?? null;
    return member === null ? [] : [[field.name, encode(parseType(field.type), member, place)] as const];
  });
  if (set.length === 0) return null;
  return fromMembers(
    set.map(([field]) => field),
    set.map(([, member]) => member),
  );
}

function listOf(value: CqlValue): readonly CqlValue[] {
  return Array.isArray(value) ? (value as readonly CqlValue[]) : [];
}
