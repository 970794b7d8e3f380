/** Types of new columns and fields, in the form in which the Data API takes them; what it cannot make is refused. */
import { toNewType } from '../../cql/check-definition.ts';
import { type CqlType, printType, type ScalarName } from '../../cql/type.ts';
import { parseType } from '../../cql/type-parser.ts';
import type { ExactObject } from '../../json/json-value.ts';
import { InputError, NotSupportedError } from '../../source/errors.ts';

/** A column, a field or what a container holds, and the text of its whole type. */
interface Place {
  readonly what: string;
  readonly text: string;
}

const BY_CQL = 'or make it by CQL: the Data API reads what it finds';
const CURES: Readonly<Partial<Record<ScalarName, string>>> = {
  counter: `Use "bigint" and write sums, ${BY_CQL}.`,
  timeuuid: `Use "uuid", which holds the same values, ${BY_CQL}.`,
};

/**
 * @param what - such as `column "n"`
 * @throws InputError - for what is no type. NotSupportedError - for one that the Data API cannot make
 */
export function toDataApiType(what: string, text: string): ExactObject {
  const type = parseType(toNewType(what, text));
  return toDefinition({ what, text }, type);
}

/** The type of a field, which is scalar. */
export function toDataApiField(what: string, text: string): ExactObject {
  const type = parseType(toNewType(what, text));
  if (type.kind !== 'scalar')
    throw refusal({ what, text }, 'fields are of scalar types there', `Use such as "text" or "int", ${BY_CQL}.`);
  return toScalar({ what, text }, type.name);
}

/** @throws InputError - for a column of the primary key that Cassandra or the Data API could not find rows by */
export function checkKeyType(what: string, text: string): void {
  const type = parseType(text);
  const isKey = type.kind === 'scalar' && type.name !== 'duration' && type.name !== 'counter';
  if (isKey || ('isFrozen' in type && type.isFrozen) || type.kind === 'tuple' || type.kind === 'opaque') return;
  throw new InputError(
    `The ${what} has the type "${printType(type)}", which no column of a primary key can have. Use a scalar type such as "uuid" or "text" for it.`,
  );
}

function toDefinition(place: Place, type: CqlType): ExactObject {
  switch (type.kind) {
    case 'scalar':
      return toScalar(place, type.name);
    case 'list':
    case 'set':
      refuseFrozen(place, type.isFrozen);
      if (type.kind === 'set') refuseDuration(place, type.element, 'element of a set');
      return { type: type.kind, valueType: toPart(place, type.element) };
    case 'map':
      refuseFrozen(place, type.isFrozen);
      refuseDuration(place, type.key, 'key of a map');
      if (type.key.kind === 'udt')
        throw refusal(place, 'keys of maps are of scalar types there', `Use such as "text" for them, ${BY_CQL}.`);
      return { type: 'map', keyType: toPart(place, type.key), valueType: toPart(place, type.value) };
    case 'vector':
      if (type.element.kind !== 'scalar' || type.element.name !== 'float')
        throw refusal(place, 'vectors hold floats there', `Use "vector<float, ${type.dimension}>".`);
      return { type: 'vector', dimension: type.dimension };
    case 'udt':
      refuseFrozen(place, type.isFrozen);
      return { type: 'userDefined', udtName: type.name };
    case 'tuple':
      throw refusal(place, 'there are no tuples there', `Use a user-defined type with a field for each member.`);
    case 'opaque':
      throw refusal(place, 'there are no types by the names of classes there', `Use a type of CQL, ${BY_CQL}.`);
  }
}

function toScalar(place: Place, name: ScalarName): ExactObject {
  const cure = CURES[name];
  if (cure !== undefined)
    throw refusal(
      place,
      `columns of the type "${name}" cannot be made there${name === 'counter' ? ' (capability COUNTERS)' : ''}`,
      cure,
    );
  return { type: name };
}

/** What a container holds. A user-defined type is frozen there, whether it is said or not. */
function toPart(place: Place, type: CqlType): ExactObject {
  if (type.kind === 'scalar') return toScalar(place, type.name);
  if (type.kind === 'udt') return { type: 'userDefined', udtName: type.name };
  if (type.kind === 'tuple') return toDefinition(place, type);
  throw refusal(
    place,
    'lists, sets and maps hold scalars and user-defined types there',
    `Use one of these in place of "${printType(type)}", ${BY_CQL}.`,
  );
}

function refuseFrozen(place: Place, isFrozen: boolean): void {
  if (isFrozen) throw refusal(place, 'columns are not frozen there', `Leave out "frozen<…>", ${BY_CQL}.`);
}

function refuseDuration({ what, text }: Place, type: CqlType, part: string): void {
  if (type.kind !== 'scalar' || type.name !== 'duration') return;
  throw new InputError(
    `A duration is no ${part}, as in the type "${text}" of the ${what}. Use "text" or "bigint" for it.`,
  );
}

/** @param cure - begins with a capital letter */
function refusal({ what, text }: Place, reason: string, cure: string): NotSupportedError {
  return new NotSupportedError(`The Data API cannot make the ${what} with the type "${text}": ${reason}. ${cure}`);
}
