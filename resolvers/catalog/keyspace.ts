import { toId } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import { findTable } from '../shared/definitions.ts';
import type { KeyspaceModel } from '../shared/models.ts';
import { typedPath } from '../shared/typed-path.ts';
import type { KeyspaceResolvers } from '../shared/types.generated.ts';

export const Keyspace: KeyspaceResolvers = {
  id: (keyspace) => toId({ kind: 'Keyspace', ...toRef(keyspace) }),
  database: ({ databaseId }) => ({ databaseId }),
  datacenters: async (keyspace, _, { loaders }) =>
    (keyspace.record ?? (await loaders.keyspace(toRef(keyspace))))?.datacenters ?? null,
  tables: (keyspace, _, { loaders }) => loaders.tables(toRef(keyspace)),
  table: (keyspace, { name }, context) => findTable({ table: name, ...toRef(keyspace) }, context),
  types: (keyspace, _, { loaders }) => loaders.types(toRef(keyspace)),
  type: async (keyspace, { name }, { loaders }) =>
    (await loaders.types(toRef(keyspace)))?.find((type) => type.name === name) ?? null,
  typedEndpoint: (keyspace, _, { source, endpoint }) => typedPath(endpoint, toRef(keyspace), source.databaseId(null)),
  namespace: ({ databaseId, name }) => ({ databaseId, name }),
};

/** The list of its tables shows that a keyspace exists; most operations read that list next. */
export async function readKeyspace(
  databaseId: string,
  name: string,
  { loaders }: Context,
): Promise<KeyspaceModel | null> {
  return (await loaders.tables({ databaseId, keyspace: name })) ? { databaseId, name } : null;
}

function toRef({ databaseId, name }: KeyspaceModel) {
  return { databaseId, keyspace: name };
}
