import { InputError } from '../../datasources/source/errors.ts';
import type { KeyspaceRef } from '../../datasources/source/source.ts';
import type { Context } from '../shared/context.ts';
import { readType } from '../shared/existing.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';

type TypeMutation = 'createUserDefinedType' | 'updateUserDefinedType' | 'deleteUserDefinedType';

export const type: Mutations<TypeMutation> = {
  createUserDefinedType: mutation(async ({ name, fields, ifNotExists = false, ...input }, context) => {
    if (fields.length === 0) throw new InputError(`The type "${name}" has no fields. Give it at least one.`);
    const ref = toRef(input, context);
    const created = await context.source.catalog.createType(ref, { name, fields }, ifNotExists);
    return typePayload(ref, name, created, context);
  }),
  updateUserDefinedType: mutation(async ({ type: name, addFields, renameFields, ...input }, context) => {
    const change = { addFields: addFields ?? [], renameFields: renameFields ?? [] };
    if (change.addFields.length + change.renameFields.length === 0) {
      throw new InputError(`There is nothing to change in the type "${name}". Give "addFields" or "renameFields".`);
    }
    const ref = toRef(input, context);
    await context.source.catalog.updateType(ref, name, change);
    return typePayload(ref, name, false, context);
  }),
  deleteUserDefinedType: mutation(async ({ type: name, ifExists = false, ...input }, context) => {
    const ref = toRef(input, context);
    const deleted = await context.source.catalog.deleteType(ref, name, ifExists);
    return { deletedId: deleted ? name : null, keyspace: { databaseId: ref.databaseId, name: ref.keyspace } };
  }),
};

function typePayload(ref: KeyspaceRef, name: string, created: boolean, context: Context) {
  return {
    created,
    keyspace: { databaseId: ref.databaseId, name: ref.keyspace },
    get type() {
      return readType(ref, name, context);
    },
  };
}

function toRef(
  { databaseId, keyspace }: { readonly databaseId?: string | null | undefined; readonly keyspace: string },
  { source }: Context,
): KeyspaceRef {
  return { databaseId: source.databaseId(databaseId), keyspace };
}
