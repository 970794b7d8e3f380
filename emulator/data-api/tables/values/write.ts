/** From the bytes that are stored to the JSON of the Data API. */
import type { Keyspace } from '../../../core/catalog.ts';
import { readInteger, unframed } from '../../../cql/types/bytes.ts';
import { elementsOf } from '../../../cql/types/codec-collection.ts';
import { entriesOf } from '../../../cql/types/codec-map.ts';
import { codecOf } from '../../../cql/types/codecs.ts';
import type { ScalarName } from '../../../cql/types/scalar-name.ts';
import { type CqlType, parseType } from '../../../cql/types/type.ts';
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { durationText } from './duration.ts';

type Types = Keyspace['types'];

const FORM = { compactMaps: true };
/** Keys that are the names of members of an object. */
const NAME_TYPES: readonly ScalarName[] = ['ascii', 'text'];

export function cellJson(type: CqlType, types: Types, bytes: Uint8Array): Json {
  switch (type.kind) {
    case 'scalar':
      return scalarJson(type.name, bytes);
    case 'list':
    case 'set':
      return elementsOf(bytes).map((element) => cellJson(type.element, types, element));
    case 'map': {
      const pairs = entriesOf(bytes).map(
        ([key, value]) => [cellJson(type.key, types, key), cellJson(type.value, types, value)] as const,
      );
      const hasNames = type.key.kind === 'scalar' && NAME_TYPES.includes(type.key.name);
      return hasNames ? new Map(pairs.map(([key, value]) => [String(key), value])) : pairs.map((pair) => [...pair]);
    }
    case 'udt':
      return fieldsJson(type.name, types, bytes);
    default:
      return codecOf(type, types).toJson(bytes, FORM);
  }
}

/** A value of a primary key as the answer to an insert shows it. */
export function keyJson(type: CqlType, types: Types, bytes: Uint8Array): Json {
  const isPlain = type.kind === 'scalar' && (type.name === 'time' || type.name === 'blob');
  return isPlain ? codecOf(type, types).toJson(bytes, FORM) : cellJson(type, types, bytes);
}

function scalarJson(name: ScalarName, bytes: Uint8Array): Json {
  const codec = codecOf({ kind: 'scalar', name }, {});
  switch (name) {
    case 'blob':
      return new Map([['$binary', codec.toJson(bytes, FORM)]]);
    case 'counter':
      return new JsonNumber(String(readInteger(bytes)));
    case 'duration':
      return durationText(bytes);
    case 'time':
      return codec.toText(bytes);
    default:
      return codec.toJson(bytes, FORM);
  }
}

/** Without the fields that have no value. */
function fieldsJson(name: string, types: Types, bytes: Uint8Array): JsonObject {
  const fields = Object.hasOwn(types, name) ? (types[name]?.fields ?? []) : [];
  const values = unframed(bytes);
  return new Map(
    fields.flatMap((field, index) => {
      const value = values[index];
      return value ? [[field.name, cellJson(parseType(field.type), types, value)] as const] : [];
    }),
  );
}
