/** Mutations of keyspaces and of namespaces, which are keyspaces of the Document API. */
import { InputError } from '../../datasources/source/errors.ts';
import type { KeyspaceRef, Replication } from '../../datasources/source/source.ts';
import { toId } from '../relay/id.ts';
import { type TargetInput, targetOf } from '../relay/target.ts';
import type { Context } from '../shared/context.ts';
import { checkRange, type Mutations, mutation } from '../shared/mutation.ts';
import type { CreateKeyspaceInput } from '../shared/types.generated.ts';

export const keyspaceMutations: Mutations<'createKeyspace' | 'deleteKeyspace'> = {
  createKeyspace: mutation(async (input, context) => {
    const ref = newKeyspace(input, context);
    const created = await context.source.catalog.createKeyspace(ref, toReplication(input), input.ifNotExists ?? false);
    return { created, keyspace: { databaseId: ref.databaseId, name: ref.keyspace }, database: ref };
  }),
  deleteKeyspace: mutation(async ({ ifExists = false, ...target }, context) => {
    const ref = targetOf('Keyspace', target, context);
    const deleted = await context.source.catalog.deleteKeyspace(ref, ifExists);
    return { deletedId: deleted ? toId({ kind: 'Keyspace', ...ref }) : null, database: ref };
  }),
};

export const namespaceMutations: Mutations<'createNamespace' | 'deleteNamespace'> = {
  createNamespace: mutation(async (input, context) => {
    const ref = newKeyspace(input, context);
    const created = await context.source.catalog.createNamespace(ref, toReplication(input), input.ifNotExists ?? false);
    return { created, namespace: { databaseId: ref.databaseId, name: ref.keyspace }, database: ref };
  }),
  deleteNamespace: mutation(async ({ ifExists = false, ...target }, context) => {
    const ref = targetOf('Namespace', target, context);
    const deleted = await context.source.catalog.deleteNamespace(ref, ifExists);
    return { deletedId: deleted ? toId({ kind: 'Namespace', ...ref }) : null, database: ref };
  }),
};

function newKeyspace({ databaseId, name }: TargetInput & { readonly name: string }, { source }: Context): KeyspaceRef {
  return { databaseId: source.databaseId(databaseId), keyspace: name };
}

/** A plausible maximum; Cassandra has none of its own. */
const MAX_REPLICAS = 1_000;

type ReplicationInput = Pick<CreateKeyspaceInput, 'replicas' | 'datacenters'>;

/** @throws InputError - for `replicas` together with `datacenters` (upstream would ignore `replicas`), and for fewer than one replica */
function toReplication({ replicas, datacenters }: ReplicationInput): Replication {
  if (typeof replicas === 'number' && datacenters?.length) {
    throw new InputError(
      `"replicas" (${replicas}) and "datacenters" were both given. Give "replicas" for all datacenters, or "datacenters" with their own.`,
    );
  }
  checkRange('replicas', replicas, 1, MAX_REPLICAS);
  for (const datacenter of datacenters ?? []) {
    checkRange(`replicas" of the datacenter "${datacenter.name}`, datacenter.replicas, 1, MAX_REPLICAS);
  }
  return { ...(typeof replicas === 'number' && { replicas }), ...(datacenters?.length && { datacenters }) };
}
