/** Databases that exist from the start beside the default one. */
import { createHash } from 'node:crypto';
import { OperatorError } from '../../core/operator-error.ts';
import { newDatabaseRecord } from './default-database.ts';
import { REGIONS } from './region-data.ts';
import type { Registry } from './registry.ts';

export interface FurtherDatabase {
  readonly name: string;
  /** A region of the DevOps API, for example `us-east1`. */
  readonly region: string;
}

const FIRST_KEYSPACE = 'default_keyspace';

/**
 * Creates the missing databases. Name and region determine the id of each. A terminated database stays terminated.
 *
 * @throws OperatorError - for an unknown region, and for two databases with the same name and region
 */
export function addFurtherDatabases(registry: Registry, databases: readonly FurtherDatabase[], nowMs: number): void {
  const ids = databases.map(databaseId);
  for (const [index, { name, region }] of databases.entries()) {
    const id = ids[index] ?? '';
    if (ids.indexOf(id) < index) throw new OperatorError(`Database ${name} in ${region} is given twice.`);
    const cloudProvider = providerOf(region);
    if (registry.find(id)) continue;
    const details = { id, name, region, cloudProvider, tier: 'serverless', capacityUnits: 1, dbType: undefined };
    registry.add(newDatabaseRecord({ ...details, firstKeyspace: FIRST_KEYSPACE, createdAtMs: nowMs }));
  }
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
