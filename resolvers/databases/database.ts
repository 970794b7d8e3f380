import { type GraphQLResolveInfo, getNullableType, isEnumType } from 'graphql';
import type { Database as DatabaseRecord, Keyspace as KeyspaceRecord } from '../../datasources/source/source.ts';
import { readKeyspace } from '../catalog/keyspace.ts';
import { readNamespace } from '../catalog/namespace.ts';
import { mapNodes, paginate } from '../relay/connection.ts';
import { toId } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import type { ConnectionModel, DatabaseModel, KeyspaceModel } from '../shared/models.ts';
import type { DatabaseResolvers, DatabaseStatus, QueryDatabasesArgs } from '../shared/types.generated.ts';

/** Keyspaces that belong to Cassandra, DSE, Astra and Stargate themselves. */
const SYSTEM_KEYSPACE =
  /^(?:system(?:_\w+)?|dse_\w+|solr_admin|data_endpoint_auth|stargate_system|datastax_sla|HiveMetaStore)$/;

type RecordField = keyof Omit<DatabaseRecord, 'databaseId' | 'status'>;

/** A field of the DevOps API's record; all such fields of a database share one call. */
const recordField =
  <K extends RecordField>(field: K) =>
  async (database: DatabaseModel, _: unknown, context: Context): Promise<DatabaseRecord[K] | null> =>
    (await readRecord(database, context))?.[field] ?? null;

export const Database: DatabaseResolvers = {
  id: ({ databaseId }) => toId({ kind: 'Database', databaseId }),
  name: recordField('name'),
  status: async (database, _, context, info) => toStatus((await readRecord(database, context))?.status, info),
  statusText: async (database, _, context) => (await readRecord(database, context))?.status ?? null,
  region: recordField('region'),
  cloudProvider: recordField('cloudProvider'),
  tier: recordField('tier'),
  capacityUnits: recordField('capacityUnits'),
  createdAt: recordField('createdAt'),
  terminatedAt: recordField('terminatedAt'),
  lastUsedAt: recordField('lastUsedAt'),
  availableActions: recordField('availableActions'),
  datacenters: recordField('datacenters'),
  storage: recordField('storage'),
  cost: recordField('cost'),
  metrics: recordField('metrics'),
  dataEndpointUrl: recordField('dataEndpointUrl'),
  message: recordField('message'),
  organizationId: recordField('organizationId'),
  ownerId: recordField('ownerId'),
  databaseType: recordField('databaseType'),
  capabilities: ({ databaseId }, _, { source }) => source.databases.capabilities(databaseId),
  keyspaces: async ({ databaseId }, { includeSystem }, { loaders }) =>
    toKeyspaces(await loaders.keyspaces(databaseId), includeSystem),
  keyspace: ({ databaseId }, { name }, context) => readKeyspace(databaseId, name, context),
  namespaces: async ({ databaseId }, { includeSystem }, { loaders }) =>
    toKeyspaces(await loaders.namespaces(databaseId), includeSystem),
  namespace: ({ databaseId }, { name }, context) => readNamespace(databaseId, name, context),
};

/** The default database is not looked up; any other is. */
export async function readDatabase(input: string | null | undefined, context: Context): Promise<DatabaseModel | null> {
  const databaseId = context.source.databaseId(input);
  if (databaseId === context.source.databaseId(undefined)) return { databaseId };
  const record = await context.loaders.database(databaseId);
  return record && { databaseId, record };
}

/** @throws InputError, InvalidCursorError */
export async function findDatabases(
  { include, provider, first, after }: QueryDatabasesArgs,
  { source, loaders, limits }: Context,
): Promise<ConnectionModel<DatabaseModel>> {
  const query = {
    include: (include ?? 'NON_TERMINATED').replace('NON_TERMINATED', 'NONTERMINATED').toLowerCase(),
    provider: provider ?? 'ALL',
  };
  const databases = await paginate({
    first: first ?? 25,
    maxFirst: limits.maxFirst,
    after,
    identity: ['databases', query],
    maxPageSize: source.databases.maxPageSize,
    find: ({ pageSize, pageState }) =>
      loaders.databasePage({ ...query, pageSize, ...(pageState && { startingAfter: pageState }) }),
  });
  return mapNodes(databases, (record) => ({ databaseId: record.databaseId, record }));
}

async function readRecord({ databaseId, record }: DatabaseModel, { loaders }: Context): Promise<DatabaseRecord | null> {
  return record ?? loaders.database(databaseId);
}

/** Statuses that the schema does not know are `UNKNOWN`; `statusText` is their text. */
function toStatus(status: string | null | undefined, { returnType }: GraphQLResolveInfo): DatabaseStatus | null {
  if (!status) return null;
  const known = getNullableType(returnType);
  return isEnumType(known) && known.getValue(status) ? (status as DatabaseStatus) : 'UNKNOWN';
}

function toKeyspaces(records: readonly KeyspaceRecord[], includeSystem: boolean): KeyspaceModel[] {
  const wanted = records.filter(({ name }) => includeSystem || !SYSTEM_KEYSPACE.test(name));
  return wanted.map((record) => ({ databaseId: record.databaseId, name: record.name, record }));
}
