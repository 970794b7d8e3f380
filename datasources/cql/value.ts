/** Canonical values of any type: one spelling for each, so that equal values are equal text. */
import { InputError } from '../errors.ts';
import type { Eventual } from '../eventual.ts';
import { ownValue } from '../own-value.ts';
import type { CqlValue, UserDefinedType } from '../source.ts';
import { identityOf } from './identity.ts';
import { compareValues } from './order.ts';
import { scalars } from './scalars.ts';
import { type CqlType, isTextType, printType } from './type.ts';
import { parseType } from './type-parser.ts';

/** User-defined types of the keyspace; called only when a value needs one. */
export type FindTypes = () => Eventual<readonly UserDefinedType[]>;

interface Place {
  /** What the value is for, such as `column "tags"`. */
  readonly what: string;
  readonly types: readonly UserDefinedType[];
}

/**
 * The canonical form of a value that is not null.
 *
 * @throws InputError - naming the place, the type and the value
 */
export function canonical(type: CqlType, value: CqlValue, place: Place): CqlValue {
  switch (type.kind) {
    case 'scalar':
      return scalars[type.name].canonical(value) ?? refuse(type, value, place, scalars[type.name].expects);
    case 'list':
      return elements(type, value, place).map((element) => inner(type.element, element, place));
    case 'set':
      return distinct(
        elements(type, value, place).map((element) => inner(type.element, element, place)),
        type.element,
        place,
      );
    case 'tuple':
      return canonicalTuple(type, value, place);
    case 'vector':
      return canonicalVector(type, value, place);
    case 'map':
      return canonicalMap(type, value, place);
    case 'udt':
      return canonicalUserDefined(type, value, place);
    case 'opaque':
      return value;
  }
}

function inner(type: CqlType, value: CqlValue | undefined, place: Place): CqlValue {
  if (value !== null && value !== undefined) return canonical(type, value, place);
  throw new InputError(`The value of the ${place.what} has a null inside, which CQL does not take. Leave it out.`);
}

function elements(type: CqlType, value: CqlValue, place: Place): readonly CqlValue[] {
  return isList(value) ? value : refuse(type, value, place, 'a list');
}

/** In the order of the element type, as Cassandra gives them out. Of those that compare equal it keeps the first. */
function distinct(values: readonly CqlValue[], type: CqlType, { types }: Place): readonly CqlValue[] {
  const unique = new Map<string, CqlValue>();
  for (const value of values) {
    const identity = JSON.stringify(identityOf(type, value, types));
    if (!unique.has(identity)) unique.set(identity, value);
  }
  return [...unique.values()].sort((one, other) => compareValues(type, one, other));
}

function canonicalTuple(type: Extract<CqlType, { kind: 'tuple' }>, value: CqlValue, place: Place): CqlValue {
  const members = elements(type, value, place);
  if (members.length !== type.members.length) refuse(type, value, place, `a list of ${type.members.length} values`);
  return type.members.map((member, index) => inner(member, members[index], place));
}

function canonicalVector(type: Extract<CqlType, { kind: 'vector' }>, value: CqlValue, place: Place): CqlValue {
  const members = elements(type, value, place);
  if (members.length !== type.dimension) refuse(type, value, place, `a list of ${type.dimension} numbers`);
  return members.map((member) => inner(type.element, member, place));
}

/**
 * Both forms are taken: an object where keys are text, and a list of entries. Of keys that compare equal Cassandra keeps the
 * first with the last value.
 */
function canonicalMap(type: Extract<CqlType, { kind: 'map' }>, value: CqlValue, place: Place): CqlValue {
  const entries = entriesOf(type, value, place).map(
    ([key, member]) => [inner(type.key, key, place), inner(type.value, member, place)] as const,
  );
  const byKey = new Map<string, readonly [CqlValue, CqlValue]>();
  for (const [key, member] of entries) {
    const identity = JSON.stringify(identityOf(type.key, key, place.types));
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
  place: Place,
): readonly (readonly [CqlValue | undefined, CqlValue | undefined])[] {
  if (isObject(value)) return Object.entries(value);
  const expected = isTextType(type.key) ? 'an object' : 'a list of {key, value}';
  return elements(type, value, place).map((entry) => {
    const isEntry = isObject(entry) && Object.keys(entry).sort().join() === 'key,value';
    return isEntry ? [entry.key, entry.value] : refuse(type, value, place, expected);
  });
}

/** Members that are null are not set. */
function canonicalUserDefined(type: Extract<CqlType, { kind: 'udt' }>, value: CqlValue, place: Place): CqlValue {
  const fields = place.types.find(({ name }) => name === type.name)?.fields ?? [];
  const names = fields.map(({ name }) => name);
  if (!isObject(value)) return refuse(type, value, place, `an object with ${names.join(', ')}`);
  const unknown = Object.keys(value).find((name) => !names.includes(name));
  if (unknown !== undefined) refuse(type, value, place, `only the fields ${names.join(', ')}, and not "${unknown}"`);
  return Object.fromEntries(
    fields.map((field) => {
      const member = ownValue(value, field.name) ?? null;
      return [field.name, member === null ? null : canonical(parseType(field.type), member, place)];
    }),
  );
}

function refuse(type: CqlType, value: CqlValue, { what }: Place, expected: string): never {
  const text = JSON.stringify(value);
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  throw new InputError(
    `The ${what} has the type ${printType(type)}, and ${shown} does not fit it: expected ${expected}.`,
  );
}

function isList(value: CqlValue | undefined): value is readonly CqlValue[] {
  return Array.isArray(value);
}

function isObject(value: CqlValue | undefined): value is { readonly [name: string]: CqlValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
