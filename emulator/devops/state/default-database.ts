/** The database that exists from the first start. Its id and region are always the same, so that they can be written down. */
import type { DatabaseRecord } from './database-record.ts';

export const DEFAULT_DATABASE_ID = '00000000-0000-4000-8000-000000000001';
export const DEFAULT_DATABASE_REGION = 'us-east1';
export const ORGANIZATION_ID = '00000000-0000-4000-8000-0000000000aa';
export const ORGANIZATION_NAME = 'Local development';
export const ORGANIZATION_OWNER = { id: '00000000-0000-4000-8000-0000000000bb', email: 'owner@example.com' };

/** Where the sample data goes, which the first keyspace of the default database therefore is as soon as it exists. */
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

/** An ACTIVE database with one datacenter and nothing in it. */
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
