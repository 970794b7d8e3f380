/** Applies the effect of a status change to a database. */
import type { Keyspace } from '../../core/catalog.ts';
import type { Database } from '../../core/service.ts';
import { removeTableData } from '../../core/storage.ts';
import { endOf } from '../../core/store.ts';
import type { DatabaseRecord, Effect } from './database-record.ts';

/** Astra's number of replicas of a keyspace in each region of a database. */
export const REPLICAS_PER_REGION = 3;

/** Applies an effect to the catalog and the data, and returns the changed record. */
export function applyEffect(record: DatabaseRecord, effect: Effect, database: Database): DatabaseRecord {
  switch (effect.kind) {
    case 'addKeyspace':
      addKeyspace(record, effect.name, database);
      return record;
    case 'dropKeyspace':
      dropKeyspace(effect.name, database);
      return record;
    case 'setCapacityUnits':
      return { ...record, capacityUnits: effect.capacityUnits };
    case 'terminateDatacenter':
      return { ...record, datacenters: withoutDatacenter(record, effect.datacenterId) };
    case 'removeData':
      removeEverything(database);
      return record;
  }
}

function addKeyspace(record: DatabaseRecord, name: string, { catalog }: Database): void {
  if (catalog.keyspace(name)) return;
  const datacenters = record.datacenters
    .filter(({ isTerminated }) => !isTerminated)
    .map(({ region }) => ({ name: region, replicas: REPLICAS_PER_REGION }));
  const replication: Keyspace['replication'] = { strategy: 'networkTopology', datacenters };
  catalog.putKeyspace({ name, system: false, replication, tables: {}, types: {} });
}

function dropKeyspace(name: string, database: Database): void {
  for (const table of Object.values(database.catalog.keyspace(name)?.tables ?? {})) removeTableData(database, table);
  database.catalog.dropKeyspace(name);
}

function withoutDatacenter({ datacenters }: DatabaseRecord, id: string): DatabaseRecord['datacenters'] {
  return datacenters.map((datacenter) => (datacenter.id === id ? { ...datacenter, isTerminated: true } : datacenter));
}

function removeEverything(database: Database): void {
  for (const { name } of database.catalog.keyspaces()) database.catalog.dropKeyspace(name);
  const prefix = Buffer.from(database.storagePrefix);
  database.store.removeRange(prefix, endOf(prefix));
}
