/** Makes, changes and deletes user-defined types. */
import { missingType } from '../../catalog/missing.ts';
import { checkNewName } from '../../cql/check-definition.ts';
import { type ExactObject, fromMembers } from '../../json/json-value.ts';
import { firstRepeated } from '../../shared/lists.ts';
import { ConflictError, InputError } from '../../source/errors.ts';
import type { CatalogSource, UserDefinedType } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';
import { toDataApiField } from './new-column-type.ts';
import { changeKeyspace, type SchemaChange, whenExisting } from './schema-change.ts';
import { readTypeNames } from './schema-read.ts';

export function createTypeChanges(
  connection: DataApiConnection,
): Pick<CatalogSource, 'createType' | 'updateType' | 'deleteType'> {
  return {
    async createType(ref, { name, fields }, ifNotExists) {
      checkNewName('type', name);
      if (fields.length === 0) throw new InputError(`The type "${name}" has no fields. Give it one at least.`);
      const body = { name, definition: { fields: toFields(name, fields) } };
      return changeKeyspace(
        connection,
        ref,
        { name: 'createType', body },
        {
          CANNOT_ADD_EXISTING_TYPE: whenExisting(`type "${name}"`, ifNotExists),
        },
      );
    },
    async updateType(ref, name, { addFields = [], renameFields = [] }) {
      const add = addFields.length > 0 ? { fields: toFields(name, addFields) } : undefined;
      const rename = renameFields.length > 0 ? { fields: toRenames(name, renameFields) } : undefined;
      // What upstream says of a type that is missing could be about anything.
      if (!(await readTypeNames(connection, ref))?.includes(name)) throw missingType(ref, name);
      await changeKeyspace(connection, ref, { name: 'alterType', body: { name, add, rename } });
    },
    async deleteType(ref, name, ifExists) {
      return changeKeyspace(
        connection,
        ref,
        { name: 'dropType', body: { name } },
        {
          CANNOT_DROP_UNKNOWN_TYPE: () => !ifExists && missingType(ref, name),
          CANNOT_DROP_TYPE_USED_BY_TABLE: (cause) =>
            new ConflictError(
              `The type "${name}" is used by a table of the keyspace "${ref.keyspace}". Delete the table, or its column, first.`,
              { call: cause.call, cause },
            ),
        },
      );
    },
  };
}

/** @throws InputError, NotSupportedError - before anything is sent */
export function toCreateType({ name, fields }: UserDefinedType): SchemaChange {
  checkNewName('type', name);
  return { name: 'createType', body: { name, definition: { fields: toFields(name, fields) } } };
}

function toFields(type: string, fields: UserDefinedType['fields']): ExactObject {
  const names = fields.map(({ name }) => name);
  for (const name of names) checkNewName('field', name);
  refuseRepeated(type, names);
  return fromMembers(
    names,
    fields.map((field) => toDataApiField(`field "${field.name}"`, field.type)),
  );
}

function toRenames(type: string, renames: readonly { readonly from: string; readonly to: string }[]): ExactObject {
  const [from, to] = [renames.map((rename) => rename.from), renames.map((rename) => rename.to)];
  for (const name of to) checkNewName('field', name);
  refuseRepeated(type, from);
  refuseRepeated(type, to);
  return fromMembers(from, to);
}

function refuseRepeated(type: string, names: readonly string[]): void {
  const twice = firstRepeated(names);
  if (twice !== undefined)
    throw new InputError(`The field "${twice}" of the type "${type}" is named twice. Name it once.`);
}
