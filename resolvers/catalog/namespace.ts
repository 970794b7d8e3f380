import { toId } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import type { CollectionModel, NamespaceModel } from '../shared/models.ts';
import type { NamespaceResolvers } from '../shared/types.generated.ts';

export const Namespace: NamespaceResolvers = {
  id: (namespace) => toId({ kind: 'Namespace', ...toRef(namespace) }),
  database: ({ databaseId }) => ({ databaseId }),
  replicas: async (namespace, _, { loaders }) =>
    (namespace.record ?? (await loaders.namespace(toRef(namespace))))?.replicas ?? null,
  collections: (namespace, _, context) => readCollections(namespace, context),
  collection: async (namespace, { name }, context) =>
    (await readCollections(namespace, context))?.find(({ collection }) => collection === name) ?? null,
  keyspace: ({ databaseId, name }) => ({ databaseId, name }),
};

/** The list of its collections shows that a namespace exists; most operations read that list next. */
export async function readNamespace(
  databaseId: string,
  name: string,
  { loaders }: Context,
): Promise<NamespaceModel | null> {
  return (await loaders.collections({ databaseId, keyspace: name })) ? { databaseId, name } : null;
}

async function readCollections(namespace: NamespaceModel, { loaders }: Context): Promise<CollectionModel[] | null> {
  const collections = await loaders.collections(toRef(namespace));
  return collections ? [...collections] : null;
}

function toRef({ databaseId, name }: NamespaceModel) {
  return { databaseId, keyspace: name };
}
