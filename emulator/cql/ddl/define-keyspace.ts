/** CREATE KEYSPACE and DROP KEYSPACE. */
import type { Keyspace } from '../../core/catalog.ts';
import { type Database, ServiceError } from '../../core/service.ts';
import { removeTableData } from '../../core/storage.ts';
import { quotedName } from '../types/name.ts';
import { failedPrecondition, invalidArgument, notModifiable } from '../types/refusal.ts';

export interface KeyspacePlan {
  readonly name: string;
  readonly isSelfHosted?: boolean;
  readonly replication: Exclude<Keyspace['replication'], { readonly strategy: 'local' }>;
}

/** The datacenters that a keyspace can be replicated to; the first is the region of the database. */
export function dataCenters({ region }: Pick<Database, 'region'>): readonly string[] {
  return [region, 'datacenter1'];
}

/** Creates a keyspace unless it exists. */
export function createKeyspace(database: Database, { name, isSelfHosted = false, replication }: KeyspacePlan): void {
  checkSpelling('CREATE KEYSPACE IF NOT EXISTS ', name, '...');
  const known = database.catalog.keyspace(name);
  if (known?.system) throw notModifiable(name);
  if (known) return;
  if (!/^\w{1,48}$/.test(name)) {
    throw invalidArgument(
      `Keyspace name must not be empty, more than 48 characters long, or contain non-alphanumeric-underscore characters (got '${name}')`,
    );
  }
  checkReplication(database, replication);
  database.catalog.putKeyspace({ name, system: false, isSelfHosted, replication, tables: {}, types: {} });
}

/** Drops a keyspace with its tables, collections and types, and their data; does nothing for a missing one. */
export function dropKeyspace(database: Database, name: string): void {
  checkSpelling('DROP KEYSPACE IF EXISTS ', name, '');
  const keyspace = database.catalog.keyspace(name);
  if (!keyspace) return;
  if (keyspace.system) throw notModifiable(name);
  database.store.transaction(() => {
    for (const table of Object.values(keyspace.tables)) removeTableData(database, table);
    database.catalog.dropKeyspace(name);
  });
}

/** The empty name, and words that CQL reads as constants, are syntax errors. */
function checkSpelling(statement: string, name: string, rest: string): void {
  if (name !== '' && name !== 'true' && name !== 'false') return;
  const word = quotedName(name);
  throw invalidArgument(
    `line 1:${statement.length} no viable alternative at input '${word}' (${statement}[${word}]${rest})`,
  );
}

function checkReplication(database: Database, replication: KeyspacePlan['replication']): void {
  const centers = replication.strategy === 'simple' ? [] : replication.datacenters;
  const names = centers.map(({ name }) => name);
  const duplicate = names.find((name, index) => names.indexOf(name) < index);
  if (duplicate !== undefined) throw new ServiceError(500, `Multiple entries with same key: ${duplicate}`);
  if (names.some((name) => !dataCenters(database).includes(name))) {
    throw new ServiceError(400, `Bad request: one or more of datacenters passed ([${names.join(', ')}]) invalid`);
  }
  const counts = replication.strategy === 'simple' ? [replication.replicas] : centers.map(({ replicas }) => replicas);
  const negative = counts.find((count) => count < 0);
  if (negative !== undefined) throw failedPrecondition(`Replication factor must be non-negative; found ${negative}`);
  if (centers.length > 0 && counts.every((count) => count === 0)) {
    throw failedPrecondition('Configuration for at least one datacenter must be present');
  }
}
