/** Databases beside the default one that are there from the start. */
import { createHash } from 'node:crypto';
import { OperatorError } from '../../core/operator-error.ts';
import { newDatabaseRecord } from './default-database.ts';
import { REGIONS } from './region-data.ts';
import type { Registry } from './registry.ts';

export interface FurtherDatabase {
  readonly name: string;
  /** One of those that the DevOps API offers, such as `us-east1`. */
  readonly region: string;
}

const FIRST_KEYSPACE = 'default_keyspace';

/**
 * Makes the databases that are not there yet. The id of each follows from its name and region, so that it can be
 * written down; one that has been terminated stays so.
 *
 * @throws OperatorError - for a region that is not offered, and for two databases with the same name and region
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

/** A UUID of version 8 (RFC 9562), whose bits are those of a hash. */
export function databaseId({ name, region }: FurtherDatabase): string {
  const hash = createHash('sha256').update(`${name}\n${region}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

function providerOf(region: string): string {
  const known = REGIONS.find(({ name }) => name === region);
  if (known) return known.cloudProvider;
  throw new OperatorError(`Region ${region} does not exist; use one of ${REGIONS.map(({ name }) => name).join(', ')}.`);
}
