import { type GraphQLResolveInfo, getNullableType, isEnumType } from 'graphql';
import type { Database as DatabaseRecord, Keyspace as KeyspaceRecord } from '../../datasources/source/source.ts';
import { readKeyspace } from '../catalog/keyspace.ts';
import { readNamespace } from '../catalog/namespace.ts';
import { isSystemKeyspace } from '../catalog/system-keyspaces.ts';
import { connect, mapNodes } from '../relay/connection.ts';
import { toId } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import type { ConnectionModel, DatabaseModel, KeyspaceModel } from '../shared/models.ts';
import type { DatabaseResolvers, DatabaseStatus, QueryDatabasesArgs } from '../shared/types.generated.ts';

/** The DevOps API's maximum. */
const MAX_PAGE_SIZE = 100;

type RecordField = keyof Omit<DatabaseRecord, 'databaseId' | 'status'>;

/** A field that the DevOps API tells, in a call that all such fields of a database share. */
const told =
  <K extends RecordField>(field: K) =>
  async (database: DatabaseModel, _: unknown, context: Context): Promise<DatabaseRecord[K] | null> =>
    (await readRecord(database, context))?.[field] ?? null;

export const Database: DatabaseResolvers = {
  id: ({ databaseId }) => toId({ kind: 'Database', databaseId }),
  name: told('name'),
  status: async (database, _, context, info) => toStatus((await readRecord(database, context))?.status, info),
  statusText: async (database, _, context) => (await readRecord(database, context))?.status ?? null,
  region: told('region'),
  cloudProvider: told('cloudProvider'),
  tier: told('tier'),
  capacityUnits: told('capacityUnits'),
  createdAt: told('createdAt'),
  terminatedAt: told('terminatedAt'),
  lastUsedAt: told('lastUsedAt'),
  availableActions: told('availableActions'),
  datacenters: told('datacenters'),
  storage: told('storage'),
  cost: told('cost'),
  metrics: told('metrics'),
  dataEndpointUrl: told('dataEndpointUrl'),
  message: told('message'),
  organizationId: told('organizationId'),
  ownerId: told('ownerId'),
  databaseType: told('databaseType'),
  capabilities: ({ databaseId }, _, { source }) => source.databases.capabilities(databaseId),
  keyspaces: async ({ databaseId }, { includeSystem }, { loaders }) =>
    toKeyspaces(await loaders.keyspaces(databaseId), includeSystem),
  keyspace: ({ databaseId }, { name }, context) => readKeyspace(databaseId, name, context),
  namespaces: async ({ databaseId }, { includeSystem }, { loaders }) =>
    toKeyspaces(await loaders.namespaces(databaseId), includeSystem),
  namespace: ({ databaseId }, { name }, context) => readNamespace(databaseId, name, context),
};

/** The default database is there without asking; any other is looked for. */
export async function readDatabase(input: string | null | undefined, context: Context): Promise<DatabaseModel | null> {
  const databaseId = context.source.databaseId(input);
  if (databaseId === context.source.databaseId(undefined)) return { databaseId };
  const record = await context.loaders.database(databaseId);
  return record && { databaseId, record };
}

/** @throws InputError, InvalidCursorError */
export async function findDatabases(
  { include, provider, first, after }: QueryDatabasesArgs,
  { loaders, limits }: Context,
): Promise<ConnectionModel<DatabaseModel>> {
  const query = {
    include: (include ?? 'NON_TERMINATED').replace('NON_TERMINATED', 'NONTERMINATED').toLowerCase(),
    provider: provider ?? 'ALL',
  };
  const databases = await connect({
    first: first ?? 25,
    maxFirst: limits.maxFirst,
    after,
    list: ['databases', query],
    maxPageSize: MAX_PAGE_SIZE,
    find: ({ pageSize, pageState }) =>
      loaders.databasePage({ ...query, pageSize, ...(pageState && { startingAfter: pageState }) }),
  });
  return mapNodes(databases, (record) => ({ databaseId: record.databaseId, record }));
}

async function readRecord({ databaseId, record }: DatabaseModel, { loaders }: Context): Promise<DatabaseRecord | null> {
  return record ?? loaders.database(databaseId);
}

/** The words that the schema knows; others are `UNKNOWN`, and `statusText` tells them. */
function toStatus(status: string | null | undefined, { returnType }: GraphQLResolveInfo): DatabaseStatus | null {
  if (!status) return null;
  const known = getNullableType(returnType);
  return isEnumType(known) && known.getValue(status) ? (status as DatabaseStatus) : 'UNKNOWN';
}

function toKeyspaces(records: readonly KeyspaceRecord[], includeSystem: boolean): KeyspaceModel[] {
  const wanted = records.filter(({ name }) => includeSystem || !isSystemKeyspace(name));
  return wanted.map((record) => ({ databaseId: record.databaseId, name: record.name, record }));
}
