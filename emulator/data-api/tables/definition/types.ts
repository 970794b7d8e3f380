/** createType, dropType and listTypes. */
import type { Keyspace } from '../../../core/catalog.ts';
import { createType, dropType, type FieldPlan } from '../../../cql/ddl/define-type.ts';
import { byName } from '../../../cql/types/name.ts';
import { type CqlType, parseType } from '../../../cql/types/type.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { type KeyspaceCommand, okAnswer, statusAnswer } from '../../command/command.ts';
import { CommandFailure, invalidField, refused } from '../../command/errors.ts';
import { booleanField, checkKnown, objectField, requiredTextField } from '../../command/fields.ts';
import { checkSchemaName } from '../../command/schema-name.ts';
import { isCreatableType, readTypes } from './column-type.ts';
import { dropCommand } from './drop-command.ts';
import { changed, late, reported, UNSUPPORTED_QUERY } from './late.ts';
import { knownScalar } from './scalar-names.ts';
import { userTypeJson } from './type-json.ts';
import { tablesWith } from './user-type-check.ts';

export const createTypeCommand: KeyspaceCommand = {
  fields: ['definition', 'name'],
  options: ['ifNotExists'],
  check(fields, options) {
    booleanField(options, 'ifNotExists');
    requiredTextField(fields, 'name');
    definitionOf(fields);
  },
  run({ database, keyspace, fields, options }) {
    const name = checkSchemaName('Type', requiredTextField(fields, 'name'));
    const planned = readTypeFields(definitionOf(fields).get('fields') ?? null);
    if (planned.length === 0) {
      const message = `The type ${name} has no fields.\n\nGive it at least one.`;
      throw refused('SCHEMA', 'MISSING_FIELDS_FOR_TYPE_CREATION', message);
    }
    if (knownScalar(name)) throw late(reported(UNSUPPORTED_QUERY, `${name} is a type of the database itself`));
    const exists = Object.hasOwn(keyspace.types, name);
    if (exists && booleanField(options, 'ifNotExists')) return okAnswer();
    if (exists) {
      const message = `The keyspace ${keyspace.name} already has a type ${name}.\n\nUse another name, or set the option ifNotExists.`;
      throw late(refused('SCHEMA', 'CANNOT_ADD_EXISTING_TYPE', message));
    }
    const plan = { keyspace: keyspace.name, name, fields: planned, ifNotExists: false };
    return changed(() => createType(database, plan));
  },
};

export const dropTypeCommand = dropCommand(
  'type',
  ({ types }, name) => Object.hasOwn(types, name),
  ({ database, keyspace }, name) => {
    checkUnused(keyspace, name);
    return changed(() => dropType(database, keyspace.name, name));
  },
);

export const listTypesCommand: KeyspaceCommand = {
  fields: [],
  options: ['explain'],
  check: (_, options) => void booleanField(options, 'explain'),
  run({ keyspace, options }) {
    const names = Object.values(keyspace.types)
      .toSorted(byName)
      .map(({ name }) => name);
    const isExplained = booleanField(options, 'explain') === true;
    return statusAnswer({ types: isExplained ? names.map((name) => userTypeJson(keyspace, name)) : names });
  },
};

/** The fields of a type; none for what is no object. @throws CommandFailure - for types that fields cannot have */
export function readTypeFields(sent: Json): FieldPlan[] {
  const fields = sent instanceof Map ? readTypes(sent) : [];
  const bad = fields.filter(([, type]) => !isFieldType(type)).map(([name]) => name);
  if (bad.length === 0) return fields.map(([name, type]) => ({ name, type }));
  const message = `These fields have types that fields of a type cannot have: ${bad.join(', ')}.\n\nUse scalar types.`;
  throw refused('SCHEMA', 'UNSUPPORTED_TYPE_FIELDS', message);
}

function isFieldType(type: CqlType): boolean {
  return type.kind === 'scalar' && isCreatableType(type);
}

function definitionOf(fields: JsonObject): JsonObject {
  const definition = objectField(fields, 'definition');
  if (!definition) throw new CommandFailure([invalidField('command.definition', '`null`', 'must not be null')]);
  checkKnown(definition, ['fields']);
  return definition;
}

function checkUnused(keyspace: Keyspace, name: string): void {
  const tables = tablesWith(keyspace, parseType, name);
  if (tables.length === 0) return;
  const message = `The type ${name} is used by the tables: ${tables.join(', ')}.\n\nDrop them first.`;
  throw late(refused('SCHEMA', 'CANNOT_DROP_TYPE_USED_BY_TABLE', message));
}
