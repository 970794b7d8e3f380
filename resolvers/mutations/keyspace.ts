import type { KeyspaceRef } from '../../datasources/source.ts';
import type { Context } from '../context.ts';
import { toId } from '../id.ts';
import { type Mutations, mutation } from './mutation.ts';
import { type ReplicationInput, toReplication } from './replication.ts';
import { keyspaceTarget } from './target.ts';

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
