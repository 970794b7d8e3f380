import { toId } from '../relay/id.ts';
import { type Mutations, mutation } from '../shared/mutation.ts';
import { namespaceTarget } from '../shared/target.ts';
import { newKeyspace } from './keyspace-mutations.ts';
import { toReplication } from './replication.ts';

export const namespace: Mutations<'createNamespace' | 'deleteNamespace'> = {
  createNamespace: mutation(async (input, context) => {
    const ref = newKeyspace(input, context);
    const created = await context.source.catalog.createNamespace(ref, toReplication(input), input.ifNotExists ?? false);
    return { created, namespace: { databaseId: ref.databaseId, name: ref.keyspace }, database: ref };
  }),
  deleteNamespace: mutation(async ({ ifExists = false, ...input }, context) => {
    const ref = namespaceTarget(input, context);
    const deleted = await context.source.catalog.deleteNamespace(ref, ifExists);
    return { deletedId: deleted ? toId({ kind: 'Namespace', ...ref }) : null, database: ref };
  }),
};
