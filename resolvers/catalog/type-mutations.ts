import { InputError } from '../../datasources/source/errors.ts';
import type { KeyspaceRef } from '../../datasources/source/source.ts';
import { targetOf } from '../relay/target.ts';
import type { Context } from '../shared/context.ts';
import { requireType } from '../shared/definitions.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';

type TypeMutation = 'createUserDefinedType' | 'updateUserDefinedType' | 'deleteUserDefinedType';

export const typeMutations: Mutations<TypeMutation> = {
  createUserDefinedType: mutation(async ({ name, fields, ifNotExists = false, ...target }, context) => {
    if (fields.length === 0) throw new InputError(`The type "${name}" has no fields. Give it at least one.`);
    const ref = targetOf('Keyspace', target, context);
    const created = await context.source.catalog.createType(ref, { name, fields }, ifNotExists);
    return typePayload(ref, name, created, context);
  }),
  updateUserDefinedType: mutation(async ({ type: name, addFields, renameFields, ...target }, context) => {
    const change = { addFields: addFields ?? [], renameFields: renameFields ?? [] };
    if (change.addFields.length + change.renameFields.length === 0) {
      throw new InputError(`There is nothing to change in the type "${name}". Give "addFields" or "renameFields".`);
    }
    const ref = targetOf('Keyspace', target, context);
    await context.source.catalog.updateType(ref, name, change);
    return typePayload(ref, name, false, context);
  }),
  deleteUserDefinedType: mutation(async ({ type: name, ifExists = false, ...target }, context) => {
    const ref = targetOf('Keyspace', target, context);
    const deleted = await context.source.catalog.deleteType(ref, name, ifExists);
    return { deletedId: deleted ? name : null, keyspace: { databaseId: ref.databaseId, name: ref.keyspace } };
  }),
};

function typePayload(ref: KeyspaceRef, name: string, created: boolean, context: Context) {
  return {
    created,
    keyspace: { databaseId: ref.databaseId, name: ref.keyspace },
    get type() {
      return requireType(ref, name, context);
    },
  };
}
