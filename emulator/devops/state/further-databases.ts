/** Databases that exist from the start beside the default one. */
import { createHash } from 'node:crypto';
import { OperatorError } from '../../core/operator-error.ts';
import type { Database } from '../../core/service.ts';
import type { DatabaseRecord } from './database-record.ts';
import { DEFAULT_DATABASE_REGION, newDatabaseRecord } from './default-database.ts';
import { REGIONS } from './region-data.ts';
import type { Registry } from './registry.ts';

export interface FurtherDatabase {
  readonly name: string;
  /** A region of the DevOps API, for example `us-east1`. */
  readonly region: string;
  /** Absent: one without vectors. */
  readonly dbType?: 'vector';
}

/** The database of the sample data with vectors. */
const VECTOR_DATABASE: FurtherDatabase = { name: 'vector', region: DEFAULT_DATABASE_REGION, dbType: 'vector' };

const FIRST_KEYSPACE = 'default_keyspace';

/**
 * Creates the missing databases. Name and region determine the id of each. A terminated database stays terminated.
 *
 * @throws OperatorError - for an unknown region, for two databases with the same name and region, and for one that exists in
 *   another kind
 */
export function addFurtherDatabases(registry: Registry, databases: readonly FurtherDatabase[], nowMs: number): void {
  const ids = databases.map(databaseId);
  for (const [index, { name, region, dbType }] of databases.entries()) {
    const id = ids[index] ?? '';
    if (ids.indexOf(id) < index) throw new OperatorError(`Database ${name} in ${region} is given twice.`);
    const cloudProvider = providerOf(region);
    const existing = registry.find(id);
    if (existing) checkKind(existing.record, dbType);
    if (existing) continue;
    const details = { id, name, region, cloudProvider, tier: 'serverless', capacityUnits: 1, dbType };
    registry.add(newDatabaseRecord({ ...details, firstKeyspace: FIRST_KEYSPACE, createdAtMs: nowMs }));
  }
}

/** Creates the database, unless it exists. @throws OperatorError - where one without vectors has its name */
export function openVectorDatabase(registry: Registry, nowMs: number): Database {
  addFurtherDatabases(registry, [VECTOR_DATABASE], nowMs);
  const found = registry.find(databaseId(VECTOR_DATABASE));
  if (!found) throw new Error('The database with vectors was not created');
  return found.database;
}

function checkKind({ name, region, dbType: actual }: DatabaseRecord, wanted: string | undefined): void {
  if (actual === wanted) return;
  const kind = (dbType: string | undefined) => (dbType === 'vector' ? 'with vectors' : 'without vectors');
  throw new OperatorError(
    `Database ${name} in ${region} exists as one ${kind(actual)}, not ${kind(wanted)}: choose another name, or --reset.`,
  );
}

/** A UUID of version 8 (RFC 9562) from a hash of name and region. */
export function databaseId({ name, region }: FurtherDatabase): string {
  const hash = createHash('sha256').update(`${name}\n${region}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

function providerOf(region: string): string {
  const known = REGIONS.find(({ name }) => name === region);
  if (known) return known.cloudProvider;
  throw new OperatorError(`Region ${region} does not exist; use one of ${REGIONS.map(({ name }) => name).join(', ')}.`);
}
