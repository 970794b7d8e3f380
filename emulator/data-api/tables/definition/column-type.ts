/** Types of columns and fields as clients write them: `"int"`, `{"type":"int"}`, or an object for those with parts. */
import { type CqlType, frozen } from '../../../cql/types/type.ts';
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { failed, refused, structureMismatch } from '../../command/errors.ts';
import { checkKnown, textField } from '../../command/fields.ts';
import { isCreatable, KNOWN_SCALARS, knownScalar } from './scalar-names.ts';

const MEMBERS = ['type', 'keyType', 'valueType', 'dimension', 'service', 'udtName', 'apiSupport', 'definition'];

/** @throws CommandFailure - for what is no type; whether a known one may be used is for the caller to say */
export function readColumnType(value: Json): CqlType {
  if (typeof value === 'string') return shortType(value);
  const word = value instanceof Map ? (value.get('type') ?? null) : null;
  if (!(value instanceof Map) || typeof word !== 'string') {
    throw structureMismatch('The type of a column must be a text, or an object with at least a `type` that is one');
  }
  checkKnown(value, MEMBERS);
  return longType(word, value);
}

/** The columns or fields of an object, in its order. */
export function readTypes(columns: JsonObject): (readonly [name: string, type: CqlType])[] {
  return [...columns].map(([name, value]) => {
    if (name === '') throw failed('', 'UNEXPECTED_SERVER_ERROR', 'The name of a column must not be empty');
    return [name, readColumnType(value)];
  });
}

/** Whether a type can be made, as a column of its own or as what a container holds. */
export function isCreatableType(type: CqlType): boolean {
  return type.kind !== 'scalar' || isCreatable(type.name);
}

function shortType(word: string): CqlType {
  if (word === 'vector') throw missingDimension();
  if (word === 'userDefined') throw noTypeName('');
  if (word === 'list' || word === 'set' || word === 'map') return longType(word, new Map());
  return scalar(word);
}

function longType(word: string, members: JsonObject): CqlType {
  switch (word) {
    case 'list':
    case 'set':
      return { kind: word, element: part(word, members.get('valueType') ?? null), frozen: false };
    case 'map': {
      const key = part(word, members.get('keyType') ?? null);
      if (key.kind === 'udt' || (key.kind === 'scalar' && key.name === 'duration')) throw badPart(word);
      return { kind: 'map', key, value: part(word, members.get('valueType') ?? null), frozen: false };
    }
    case 'vector':
      return { kind: 'vector', dimension: dimensionOf(members) };
    case 'userDefined': {
      const name = textField(members, 'udtName') ?? '';
      if (name === '') throw noTypeName(name);
      return { kind: 'udt', name, frozen: false };
    }
    default:
      return scalar(word);
  }
}

function scalar(word: string): CqlType {
  const name = knownScalar(word);
  if (name) return { kind: 'scalar', name };
  const message = `The type '${word}' is not known.\n\nUse one of: ${KNOWN_SCALARS.join(', ')}.`;
  throw refused('SCHEMA', 'UNKNOWN_PRIMITIVE_DATA_TYPE', message, 'Primitive data type is unknown');
}

/** What a container holds: a scalar, or a user-defined type, which is frozen there. */
function part(container: 'list' | 'set' | 'map', value: Json): CqlType {
  if (value === null) throw badPart(container);
  const type = readColumnType(value);
  if (type.kind === 'udt') return frozen(type);
  if (type.kind === 'scalar' && isCreatable(type.name)) return type;
  throw badPart(container);
}

function badPart(container: 'list' | 'set' | 'map') {
  const holds =
    container === 'map'
      ? 'keys of a scalar type (but duration), and values of a scalar or a user-defined type'
      : 'values of a scalar or a user-defined type';
  const code = `UNSUPPORTED_${container.toUpperCase()}_DEFINITION`;
  return refused('SCHEMA', code, `A ${container} has ${holds}.\n\nName such types in its definition.`);
}

/** Vectors longer than an index can take may be made. */
function dimensionOf(members: JsonObject): number {
  if (!members.has('dimension')) throw missingDimension();
  const sent = members.get('dimension') ?? null;
  const text = sent instanceof JsonNumber ? sent.text : typeof sent === 'string' ? sent : '';
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  const message = `The dimension of a vector must be a whole number above 0, not ${text || 'nothing'}.`;
  throw refused('SCHEMA', 'UNSUPPORTED_VECTOR_DIMENSION', message);
}

function missingDimension() {
  const message = 'A vector column needs its dimension.\n\nAdd `dimension` to its definition.';
  return refused('SCHEMA', 'MISSING_DIMENSION_IN_VECTOR_COLUMN', message);
}

function noTypeName(name: string) {
  const message = `'${name}' is no name of a user-defined type.\n\nName one in \`udtName\`.`;
  return refused('SCHEMA', 'INVALID_USER_DEFINED_TYPE_NAME', message);
}
