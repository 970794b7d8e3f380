/** The database and the organization that exist from the first start. Their ids and the region are constant. */
import type { DatabaseRecord } from './database-record.ts';

export const DEFAULT_DATABASE_ID = '00000000-0000-4000-8000-000000000001';
export const DEFAULT_DATABASE_REGION = 'us-east1';
export const ORGANIZATION_ID = '00000000-0000-4000-8000-0000000000aa';
export const ORGANIZATION_NAME = 'Local development';
export const ORGANIZATION_OWNER = { id: '00000000-0000-4000-8000-0000000000bb', email: 'owner@example.com' };

/** The keyspace of the sample data. */
const FIRST_KEYSPACE = 'travel';

export function defaultDatabase(nowMs: number): Omit<DatabaseRecord, 'ordinal'> {
  return newDatabaseRecord({
    id: DEFAULT_DATABASE_ID,
    name: 'local',
    cloudProvider: 'GCP',
    tier: 'serverless',
    region: DEFAULT_DATABASE_REGION,
    capacityUnits: 1,
    dbType: undefined,
    firstKeyspace: FIRST_KEYSPACE,
    createdAtMs: nowMs,
  });
}

/** An ACTIVE, empty database with one datacenter. */
export function newDatabaseRecord(
  details: Pick<
    DatabaseRecord,
    'id' | 'name' | 'cloudProvider' | 'tier' | 'region' | 'capacityUnits' | 'dbType' | 'firstKeyspace' | 'createdAtMs'
  >,
): Omit<DatabaseRecord, 'ordinal'> {
  const { id, tier, cloudProvider, region, createdAtMs } = details;
  return {
    ...details,
    ownerId: ORGANIZATION_OWNER.id,
    terminatedAtMs: undefined,
    lastUsedAtMs: createdAtMs,
    datacenters: [{ id: `${id}-1`, tier, cloudProvider, region, createdAtMs, isTerminated: false }],
    status: 'ACTIVE',
    steps: [],
    passwords: {},
  };
}
