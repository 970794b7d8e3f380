/** Canonical values of any type: one spelling for each, so that equal values are equal text. */

import { isJsonObject, NumberText } from '../json/json-value.ts';
import { show } from '../json/shorten.ts';
import type { MaybePromise } from '../shared/maybe-promise.ts';
import { ownValue } from '../shared/own-value.ts';
import { InputError } from '../source/errors.ts';
import type { CqlValue, UserDefinedType } from '../source/source.ts';
import { isSameNumber } from './decimal.ts';
import { identityOf } from './identity.ts';
import { compareValues } from './order.ts';
import { refuse, type ValueLocation, within } from './refuse.ts';
import { scalars } from './scalars.ts';
import { type CqlType, isTextType, type ScalarName } from './type.ts';
import { parseType } from './type-parser.ts';

/** User-defined types of the keyspace; called only when a value needs one. */
export type FindTypes = () => MaybePromise<readonly UserDefinedType[]>;

/**
 * The canonical form of a value that is not null.
 *
 * @throws InputError - naming the location, the type and the value
 */
export function canonical(type: CqlType, value: CqlValue, location: ValueLocation): CqlValue {
  switch (type.kind) {
    case 'scalar':
      return canonicalScalar(type.name, value) ?? refuseScalar(type, value, location);
    case 'list':
      return canonicalElements(type, value, location);
    case 'set':
      return distinct(canonicalElements(type, value, location), type.element, location);
    case 'tuple':
      return canonicalTuple(type, value, location);
    case 'vector':
      return canonicalVector(type, value, location);
    case 'map':
      return canonicalMap(type, value, location);
    case 'udt':
      return canonicalUserDefined(type, value, location);
    case 'opaque':
      return value instanceof NumberText ? value.text : value;
  }
}

function canonicalScalar(name: ScalarName, value: CqlValue): CqlValue | undefined {
  if (value instanceof NumberText) return canonicalNumber(name, value.text);
  return scalars[name].canonical(value);
}

/** A number whose spelling a double would change. It is never a value of a type that takes text. */
function canonicalNumber(name: ScalarName, text: string): CqlValue | undefined {
  if (name === 'decimal' || name === 'double' || name === 'float') return scalars[name].canonical(text);
  if (!INTEGERS.has(name)) return undefined;
  const number = Number(text);
  const isKept = Number.isSafeInteger(number) && isSameNumber(text, String(number));
  return scalars[name].canonical(isKept ? number : text);
}

/** Types of whole numbers; `timestamp` takes one for milliseconds. */
const INTEGERS: ReadonlySet<ScalarName> = new Set([
  'bigint',
  'counter',
  'int',
  'smallint',
  'timestamp',
  'tinyint',
  'varint',
]);

function refuseScalar(type: Extract<CqlType, { kind: 'scalar' }>, value: CqlValue, location: ValueLocation): never {
  const { expects, hint } = scalars[type.name];
  return refuse(type, value, location, expects, hint?.(value instanceof NumberText ? Number(value.text) : value));
}

function inner(type: CqlType, value: CqlValue | undefined, location: ValueLocation): CqlValue {
  if (value !== null && value !== undefined) return canonical(type, value, location);
  throw new InputError(`The ${location.what} is null, and CQL takes no null inside a value. Leave it out.`);
}

function canonicalElements(
  type: Extract<CqlType, { kind: 'list' | 'set' }>,
  value: CqlValue,
  location: ValueLocation,
): readonly CqlValue[] {
  return elements(type, value, location).map((element, index) =>
    inner(type.element, element, within(location, `element ${index}`)),
  );
}

function elements(type: CqlType, value: CqlValue, location: ValueLocation, needed = 'a list'): readonly CqlValue[] {
  return isList(value) ? value : refuse(type, value, location, needed);
}

/** Sorted by the element type, as Cassandra answers sets. Of elements that compare equal it keeps the first. */
function distinct(values: readonly CqlValue[], type: CqlType, { types }: ValueLocation): readonly CqlValue[] {
  const unique = new Map<string, CqlValue>();
  for (const value of values) {
    const identity = JSON.stringify(identityOf(type, value, types));
    if (!unique.has(identity)) unique.set(identity, value);
  }
  return [...unique.values()].sort((one, other) => compareValues(type, one, other));
}

function canonicalTuple(type: Extract<CqlType, { kind: 'tuple' }>, value: CqlValue, location: ValueLocation): CqlValue {
  const members = elements(type, value, location);
  if (members.length !== type.members.length) refuse(type, value, location, `a list of ${type.members.length} values`);
  return type.members.map((member, index) => inner(member, members[index], within(location, `element ${index}`)));
}

function canonicalVector(
  type: Extract<CqlType, { kind: 'vector' }>,
  value: CqlValue,
  location: ValueLocation,
): CqlValue {
  const members = elements(type, value, location);
  if (members.length !== type.dimension) refuse(type, value, location, `a list of ${type.dimension} numbers`);
  return members.map((member, index) => inner(type.element, member, within(location, `element ${index}`)));
}

/**
 * A map is an object with text keys, or a list of entries. Of keys that compare equal Cassandra keeps the
 * first with the last value.
 */
function canonicalMap(type: Extract<CqlType, { kind: 'map' }>, value: CqlValue, location: ValueLocation): CqlValue {
  const entries = entriesOf(type, value, location).map(
    ([key, member]) =>
      [
        inner(type.key, key, within(location, `key ${show(key)}`)),
        inner(type.value, member, within(location, `value at ${show(key)}`)),
      ] as const,
  );
  const byKey = new Map<string, readonly [CqlValue, CqlValue]>();
  for (const [key, member] of entries) {
    const identity = JSON.stringify(identityOf(type.key, key, location.types));
    byKey.set(identity, [byKey.get(identity)?.[0] ?? key, member]);
  }
  const unique = [...byKey.values()];
  unique.sort(([one], [other]) => compareValues(type.key, one, other));
  if (isTextType(type.key)) return Object.fromEntries(unique.map(([key, member]) => [String(key), member]));
  return unique.map(([name, member]) => ({ key: name, value: member }));
}

function entriesOf(
  type: Extract<CqlType, { kind: 'map' }>,
  value: CqlValue,
  location: ValueLocation,
): readonly (readonly [CqlValue | undefined, CqlValue | undefined])[] {
  if (isObject(value)) return Object.entries(value);
  const needed = isTextType(type.key) ? 'an object' : 'a list of {key, value}';
  return elements(type, value, location, needed).map((entry) => {
    const isEntry = isObject(entry) && Object.keys(entry).sort().join() === 'key,value';
    return isEntry ? [entry.key, entry.value] : refuse(type, value, location, needed);
  });
}

/** Members that are null are not set. */
function canonicalUserDefined(
  type: Extract<CqlType, { kind: 'udt' }>,
  value: CqlValue,
  location: ValueLocation,
): CqlValue {
  const fields = location.types.find(({ name }) => name === type.name)?.fields ?? [];
  const names = fields.map(({ name }) => name);
  if (!isObject(value)) return refuse(type, value, location, `an object with the fields ${names.join(', ')}`);
  const unknown = Object.keys(value).find((name) => !names.includes(name));
  if (unknown !== undefined)
    refuse(type, value, location, `an object with no fields but ${names.join(', ')}, and so without ${show(unknown)},`);
  return Object.fromEntries(
    fields.map((field) => {
      const member = ownValue(value, field.name) ?? null;
      return [
        field.name,
        member === null ? null : canonical(parseType(field.type), member, within(location, `field "${field.name}"`)),
      ];
    }),
  );
}

function isList(value: CqlValue | undefined): value is readonly CqlValue[] {
  return Array.isArray(value);
}

function isObject(value: CqlValue | undefined): value is { readonly [name: string]: CqlValue } {
  return isJsonObject(value);
}
