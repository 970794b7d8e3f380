import type { Keyspace } from '../../../core/catalog.ts';
import { namesType } from '../../../cql/ddl/type-check.ts';
import type { CqlType } from '../../../cql/types/type.ts';
import { refused } from '../../command/errors.ts';
import { late } from './late.ts';

/** @throws CommandFailure - for a user-defined type that the keyspace does not have */
export function checkUserTypes(keyspace: Keyspace, types: readonly (readonly [name: string, type: CqlType])[]): void {
  for (const [, type] of types) {
    const name = namesOf(type).find((each) => !Object.hasOwn(keyspace.types, each));
    if (name === undefined) continue;
    const message = `The keyspace ${keyspace.name} has no user-defined type ${name}.\n\nName one that it has, or make it first.`;
    throw late(refused('SCHEMA', 'UNKNOWN_USER_DEFINED_TYPE', message, 'User defined type is unknown'));
  }
}

/** The tables whose columns use a type. */
export function tablesWith(keyspace: Keyspace, parse: (text: string) => CqlType, name: string): string[] {
  return Object.values(keyspace.tables)
    .filter(({ columns }) => columns.some(({ type }) => namesType(parse(type), name)))
    .map((table) => table.name);
}

function namesOf(type: CqlType): string[] {
  switch (type.kind) {
    case 'udt':
      return [type.name];
    case 'list':
    case 'set':
      return namesOf(type.element);
    case 'map':
      return [...namesOf(type.key), ...namesOf(type.value)];
    default:
      return [];
  }
}
