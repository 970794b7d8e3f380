/** Checks types: user-defined types exist in the keyspace, and nesting is allowed. */
import type { Keyspace } from '../../core/catalog.ts';
import { invalidArgument } from '../types/refusal.ts';
import { type CqlType, cqlTypeText, isMultiCell, parseType } from '../types/type.ts';

/** Rejects a type that is invalid in the keyspace. */
export function checkType(type: CqlType, keyspace: Keyspace): void {
  switch (type.kind) {
    case 'scalar':
    case 'vector':
      return;
    case 'udt':
      if (Object.hasOwn(keyspace.types, type.name)) return;
      throw invalidArgument(`Unknown type ${keyspace.name}.${type.name}`);
    case 'tuple':
      for (const member of type.members) checkType(member, keyspace);
      if (type.members.some(isCounter)) throw invalidArgument('Counters are not allowed inside tuples');
      return;
    case 'list':
    case 'set':
      checkElement(type, type.element, type.frozen);
      if (type.kind === 'set' && isDuration(type.element)) {
        throw invalidArgument(`Durations are not allowed inside sets: ${cqlTypeText(type)}`);
      }
      checkType(type.element, keyspace);
      return;
    case 'map':
      checkElement(type, type.value, type.frozen);
      checkElement(type, type.key, type.frozen);
      if (isDuration(type.key)) throw invalidArgument(`Durations are not allowed as map keys: ${cqlTypeText(type)}`);
      checkType(type.key, keyspace);
      checkType(type.value, keyspace);
  }
}

function checkElement(collection: CqlType, element: CqlType, isFrozen: boolean): void {
  if (!isFrozen && isMultiCell(element)) {
    const what = element.kind === 'udt' ? 'UDTs' : 'collections';
    throw invalidArgument(`Non-frozen ${what} are not allowed inside collections: ${cqlTypeText(collection)}`);
  }
  if (isCounter(element)) {
    throw invalidArgument(`Counters are not allowed inside collections: ${cqlTypeText(collection)}`);
  }
}

/** Checks the type of a column: a non-frozen user-defined type must not contain a non-frozen collection. */
export function checkColumnType(type: CqlType, keyspace: Keyspace): void {
  checkType(type, keyspace);
  if (type.kind !== 'udt' || type.frozen) return;
  const fields = keyspace.types[type.name]?.fields ?? [];
  if (fields.some((field) => isMultiCell(parseType(field.type)))) {
    throw invalidArgument('Non-frozen UDTs with nested non-frozen collections are not supported');
  }
}

export function isCounter(type: CqlType): boolean {
  return type.kind === 'scalar' && type.name === 'counter';
}

function isDuration(type: CqlType): boolean {
  return type.kind === 'scalar' && type.name === 'duration';
}

/** Whether a type contains a duration at any depth. */
export function holdsDuration(type: CqlType, types: Keyspace['types']): boolean {
  return partsOf(type, types).some((part) => isDuration(part) || holdsDuration(part, types)) || isDuration(type);
}

/** Whether a type contains a user-defined type at any depth. */
export function namesType(type: CqlType, name: string): boolean {
  return (type.kind === 'udt' && type.name === name) || partsOf(type, {}).some((part) => namesType(part, name));
}

function partsOf(type: CqlType, types: Keyspace['types']): readonly CqlType[] {
  switch (type.kind) {
    case 'scalar':
    case 'vector':
      return [];
    case 'list':
    case 'set':
      return [type.element];
    case 'map':
      return [type.key, type.value];
    case 'tuple':
      return type.members;
    case 'udt':
      return (types[type.name]?.fields ?? []).map((field) => parseType(field.type));
  }
}
