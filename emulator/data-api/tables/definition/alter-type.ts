/** alterType: fields that are renamed, then fields that are added. */
import type { Keyspace } from '../../../core/catalog.ts';
import { addField, type FieldPlan, renameFields } from '../../../cql/ddl/define-type.ts';
import { quotedName } from '../../../cql/types/name.ts';
import type { JsonObject } from '../../../shared/json.ts';
import type { KeyspaceCommand } from '../../command/command.ts';
import { invalidQuery, refused, structureMismatch } from '../../command/errors.ts';
import { checkKnown, objectField, requiredTextField } from '../../command/fields.ts';
import { changed, late } from './late.ts';
import { readTypeFields } from './types.ts';

type Rename = readonly [from: string, to: string];

export const alter: KeyspaceCommand = {
  fields: ['add', 'name', 'rename'],
  check(fields) {
    requiredTextField(fields, 'name');
    for (const operation of ['add', 'rename']) fieldsOf(fields, operation);
  },
  run({ database, keyspace, fields }) {
    const name = requiredTextField(fields, 'name');
    const added = readTypeFields(fieldsOf(fields, 'add'));
    const renamed = renamesOf(fieldsOf(fields, 'rename'));
    if (added.length + renamed.length === 0) {
      const message = `Nothing is said to change of the type ${name}.\n\nAdd or rename at least one field.`;
      throw refused('SCHEMA', 'MISSING_ALTER_TYPE_OPERATIONS', message);
    }
    checkFields(keyspace, name, renamed, added);
    return changed(() => {
      const renames = renamed.map(([from, to]) => ({ from: quotedName(from), to: quotedName(to) }));
      if (renames.length > 0) renameFields(database, keyspace.name, name, renames);
      for (const field of added) addField(database, keyspace.name, name, field);
    });
  },
};

function fieldsOf(fields: JsonObject, operation: string): JsonObject {
  const body = objectField(fields, operation) ?? new Map();
  checkKnown(body, ['fields']);
  return objectField(body, 'fields') ?? new Map();
}

function renamesOf(fields: JsonObject): Rename[] {
  return [...fields].map(([from, to]) => {
    if (typeof to !== 'string') throw structureMismatch(`the new name of the field ${from} must be a text`);
    return [from, to];
  });
}

function checkFields(keyspace: Keyspace, name: string, renamed: readonly Rename[], added: readonly FieldPlan[]): void {
  const type = Object.hasOwn(keyspace.types, name) ? keyspace.types[name] : undefined;
  if (!type) throw late(invalidQuery(`the keyspace ${keyspace.name} has no type ${name}`));
  const names = new Set(type.fields.map((field) => field.name));
  for (const [from, to] of renamed) {
    if (!names.delete(from)) {
      const message = `The type ${name} has no field ${from} to rename.\n\nName one that it has.`;
      throw late(refused('SCHEMA', 'CANNOT_RENAME_UNKNOWN_TYPE_FIELD', message));
    }
    takeName(names, name, to);
  }
  for (const field of added) takeName(names, name, field.name);
}

function takeName(names: Set<string>, type: string, field: string): void {
  if (names.has(field)) {
    const message = `The type ${type} already has a field ${field}.\n\nUse another name.`;
    throw late(refused('SCHEMA', 'CANNOT_ADD_EXISTING_FIELD', message));
  }
  names.add(field);
}
