/** From the JSON of the Data API to the bytes that are stored. */
import type { Keyspace } from '../../../core/catalog.ts';
import { framed } from '../../../cql/types/bytes.ts';
import { distinct } from '../../../cql/types/codec-collection.ts';
import { mapBytes } from '../../../cql/types/codec-map.ts';
import { type CqlType, cqlTypeText, parseType } from '../../../cql/types/type.ts';
import type { Json } from '../../../shared/json.ts';
import { failed } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';
import { scalarValue } from './scalar.ts';
import { detailedKind, KindError, ValueError } from './value-error.ts';
import { vectorValue } from './vector.ts';
import { wrapperOf } from './wrapper.ts';

type Types = Keyspace['types'];
type Of<K extends CqlType['kind']> = Extract<CqlType, { readonly kind: K }>;

/**
 * Sets and maps are in no order yet, which is for who stores them.
 *
 * @throws ValueError - saying why, without the name of the column
 * @throws CommandFailure - where the server fails instead of refusing the value
 */
export function cellBytes(type: CqlType, types: Types, value: Exclude<Json, null>): Uint8Array {
  switch (type.kind) {
    case 'scalar':
      return scalarValue(type.name, value);
    case 'vector':
      return vectorValue(type.dimension, value);
    case 'list':
      return framed(elements(type, types, value));
    case 'set':
      return framed(distinct(elements(type, types, value)));
    case 'map':
      return mapBytes(pairsOf(value).map(([key, item]) => pairBytes(type, types, key, item)));
    case 'udt':
      return fieldsBytes(type, types, value);
    case 'tuple':
      throw new KindError();
  }
}

/** One element of a list or set. */
export function elementBytes(type: Of<'list' | 'set'>, types: Types, value: Json): Uint8Array {
  if (value === null) throw new ValueError(`a ${type.kind} holds no null`);
  return partBytes(`an element of a ${type.kind}`, type.element, types, value);
}

/** One entry of a map. */
export function pairBytes(type: Of<'map'>, types: Types, key: Json, value: Json): [Uint8Array, Uint8Array] {
  return [keyBytes(type, types, key), partBytes('a value of a map', type.value, types, notNull(value))];
}

export function keyBytes(type: Of<'map'>, types: Types, key: Json): Uint8Array {
  return partBytes('a key of a map', type.key, types, notNull(key));
}

function elements(type: Of<'list' | 'set'>, types: Types, value: Json): Uint8Array[] {
  if (Array.isArray(value)) return value.map((item) => elementBytes(type, types, item));
  if (type.element.kind === 'udt') throw notCast(value, 'List');
  throw new KindError();
}

/** The entries of an object, or of a list of pairs, which must not be empty. */
function pairsOf(value: Json): (readonly [key: Json, value: Json])[] {
  if (value instanceof Map && !wrapperOf(value)) return [...value];
  if (!Array.isArray(value) || value.length === 0) throw new KindError();
  return value.map((pair) => {
    if (!Array.isArray(pair) || pair.length !== 2) throw new KindError();
    return [pair[0] ?? null, pair[1] ?? null];
  });
}

function notNull(value: Json): Exclude<Json, null> {
  if (value === null) throw new ValueError('a map holds no null, neither as key nor as value');
  return value;
}

function partBytes(what: string, type: CqlType, types: Types, value: Exclude<Json, null>): Uint8Array {
  try {
    return cellBytes(type, types, value);
  } catch (error) {
    if (!(error instanceof KindError)) throw error;
    throw new ValueError(`${what} is of the type ${cqlTypeText(type)}, not a ${detailedKind(value)}`);
  }
}

/** Fields that are left out, or null, have no value. */
function fieldsBytes(type: Of<'udt'>, types: Types, value: Json): Uint8Array {
  if (!(value instanceof Map)) throw notCast(value, 'Map');
  const fields = Object.hasOwn(types, type.name) ? (types[type.name]?.fields ?? []) : [];
  const stranger = [...value.keys()].find((name) => !fields.some((field) => field.name === name));
  if (stranger !== undefined) throw new ValueError(`the type ${type.name} has no field ${stranger}`);
  return framed(
    fields.map((field) => {
      const sent = value.get(field.name) ?? null;
      return sent === null ? undefined : partBytes(`the field ${field.name}`, parseType(field.type), types, sent);
    }),
  );
}

function notCast(value: Json, wanted: string) {
  return failed('', 'UNEXPECTED_SERVER_ERROR', `A value of the kind ${kindOf(value)} cannot be cast to ${wanted}`);
}
