import type { KeyspaceRef } from '../../datasources/source/source.ts';
import { toId } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { keyspaceTarget } from '../shared/target.ts';
import { type ReplicationInput, toReplication } from './replication.ts';

export const keyspace: Mutations<'createKeyspace' | 'deleteKeyspace'> = {
  createKeyspace: mutation(async (input, context) => {
    const ref = newKeyspace(input, context);
    const created = await context.source.catalog.createKeyspace(ref, toReplication(input), input.ifNotExists ?? false);
    return { created, keyspace: { databaseId: ref.databaseId, name: ref.keyspace }, database: ref };
  }),
  deleteKeyspace: mutation(async ({ ifExists = false, ...input }, context) => {
    const ref = keyspaceTarget(input, context);
    const deleted = await context.source.catalog.deleteKeyspace(ref, ifExists);
    return { deletedId: deleted ? toId({ kind: 'Keyspace', ...ref }) : null, database: ref };
  }),
};

/** The keyspace, or namespace, that an input asks for. */
export function newKeyspace(
  { databaseId, name }: ReplicationInput & { readonly databaseId?: string | null | undefined; readonly name: string },
  { source }: Context,
): KeyspaceRef {
  return { databaseId: source.databaseId(databaseId), keyspace: name };
}
