/**
 * Canonical values as the Stargate REST API v2 takes them (REST contract, types). A JSON string is parsed by the column's
 * type there. Containers are CQL literals inside such a string, because their JSON form loses digits and turns null into text.
 */
import { survivesAsNumber } from '../../cql/decimal.ts';
import { type CqlType, isTextType, typesWithin } from '../../cql/type.ts';
import { parseType } from '../../cql/type-parser.ts';
import { type JsonValue, NumberText } from '../../json/json-value.ts';
import type { Types } from '../../rows/row-decode.ts';
import { ownValue } from '../../shared/own-value.ts';
import { InputError } from '../../source/errors.ts';
import type { CqlValue, Table } from '../../source/source.ts';

/** How the values of one call are encoded. */
export interface Encoding {
  readonly types: Types;
  /** Literals of maps: `{k:v}`, or a list of `{'key':k,'value':v}` where the call has `compactMapData=false`. */
  readonly maps: 'compact' | 'entries';
}

/** A value of a row that is written, or that an operator other than `$in` compares. */
export function encode(type: CqlType, value: CqlValue, encoding: Encoding): JsonValue {
  if (value === null) return null;
  if (type.kind === 'scalar') return typeof value === 'string' ? protectQuotes(value) : (value as number | boolean);
  return literal(type, value, encoding);
}

/** A value in a key's path segment, not yet percent-encoded. */
export function encodeKeyText(type: CqlType, value: CqlValue, encoding: Encoding): string {
  const encoded = encode(type, value, encoding);
  return typeof encoded === 'string' ? encoded : String(encoded);
}

/** A value in the list of `$in`, which upstream does not parse; `undefined` when JSON cannot carry it exactly. */
export function encodeListed(type: CqlType, value: CqlValue): JsonValue | undefined {
  if (type.kind !== 'scalar' || value === null || typeof value === 'object') return undefined;
  switch (type.name) {
    case 'bigint':
    case 'varint':
    case 'counter':
      return new NumberText(String(value));
    case 'decimal':
      return survivesAsNumber(String(value)) ? new NumberText(String(value)) : undefined;
    case 'float':
    case 'double':
      return typeof value === 'number' && !Object.is(value, -0) ? value : undefined;
    default:
      return value;
  }
}

/** Upstream removes a pair of quotes around text, so such text gets another pair. */
function protectQuotes(text: string): string {
  return text.length >= 2 && text.startsWith("'") && text.endsWith("'") ? quote(text) : text;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A value inside a container. */
function item(type: CqlType, value: CqlValue, encoding: Encoding): string {
  if (value === null) throw new InputError('A list, set, map or tuple cannot contain null. Leave it out.');
  if (type.kind === 'scalar') return typeof value === 'string' ? quote(value) : String(value);
  return literal(type, value, encoding);
}

function literal(type: CqlType, value: CqlValue, encoding: Encoding): string {
  const elements = Array.isArray(value) ? (value as readonly CqlValue[]) : [];
  switch (type.kind) {
    case 'list':
    case 'vector':
      return `[${elements.map((element) => item(type.element, element, encoding)).join(',')}]`;
    case 'set':
      return `{${elements.map((element) => item(type.element, element, encoding)).join(',')}}`;
    case 'tuple':
      return `(${type.members.map((member, index) => item(member, elements[index] ?? null, encoding)).join(',')})`;
    case 'map':
      return mapLiteral(type, value, encoding);
    case 'udt':
      return userDefined(type.name, value, encoding);
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

function mapLiteral(type: Extract<CqlType, { kind: 'map' }>, value: CqlValue, encoding: Encoding): string {
  const entries = entriesOf(type, value).map(
    ([key, member]) => [item(type.key, key, encoding), item(type.value, member, encoding)] as const,
  );
  return encoding.maps === 'compact'
    ? `{${entries.map(([key, member]) => `${key}:${member}`).join(',')}}`
    : `[${entries.map(([key, member]) => `{'key':${key},'value':${member}}`).join(',')}]`;
}

function entriesOf(
  type: Extract<CqlType, { kind: 'map' }>,
  value: CqlValue,
): readonly (readonly [CqlValue, CqlValue])[] {
  if (Array.isArray(value)) {
    return (value as readonly { readonly key: CqlValue; readonly value: CqlValue }[]).map((entry) => [
      entry.key,
      entry.value,
    ]);
  }
  return isTextType(type.key) ? Object.entries(value as { readonly [name: string]: CqlValue }) : [];
}

/** Null members are left out: upstream would store the text "null". */
function userDefined(name: string, value: CqlValue, encoding: Encoding): string {
  const fields = encoding.types.find((type) => type.name === name)?.fields ?? [];
  const members = value as { readonly [name: string]: CqlValue };
  const set = fields.flatMap((field) => {
    const member = ownValue(members, field.name) ?? null;
    return member === null ? [] : [`${quote(field.name)}:${item(parseType(field.type), member, encoding)}`];
  });
  return `{${set.join(',')}}`;
}

/** Maps are read as lists of entries, in which keys keep their type; then conditions must use the same form. */
export function readEncoding(table: Table, types: Types): Encoding {
  return { types, maps: table.columns.some(({ type }) => holdsMap(type, types)) ? 'entries' : 'compact' };
}

/** Older servers accept only the compact form in literals. */
export function writeEncoding(types: Types): Encoding {
  return { types, maps: 'compact' };
}

/** Whether values of the type may contain a map, also inside a user-defined type. */
export function holdsMap(type: string, types: Types): boolean {
  return typesWithin(parseType(type)).some((inner) => {
    if (inner.kind !== 'udt') return inner.kind === 'map';
    const fields = types.find(({ name }) => name === inner.name)?.fields ?? [];
    return fields.some((field) => holdsMap(field.type, types));
  });
}
