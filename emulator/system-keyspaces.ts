/** The keyspaces that every Cassandra has, and with them the one table of theirs that clients look at. */
import type { Catalog, Column, Keyspace } from './catalog.ts';

const SYSTEM_KEYSPACES: Readonly<Record<string, Keyspace['replication']>> = {
  system: { strategy: 'local' },
  system_schema: { strategy: 'local' },
  system_auth: { strategy: 'simple', replicas: 1 },
  system_distributed: { strategy: 'simple', replicas: 3 },
  system_traces: { strategy: 'simple', replicas: 2 },
};

/** The columns of `system.local`, which describes the node that answers: those that tell something of an emulator. */
const LOCAL_COLUMN_TYPES: Readonly<Record<string, string>> = {
  bootstrapped: 'text',
  cluster_name: 'text',
  cql_version: 'text',
  data_center: 'text',
  native_protocol_version: 'text',
  partitioner: 'text',
  rack: 'text',
  release_version: 'text',
};

/** Adds what is missing to the catalog of a database. */
export function addSystemKeyspaces(catalog: Catalog): void {
  for (const [name, replication] of Object.entries(SYSTEM_KEYSPACES)) {
    if (!catalog.keyspace(name)) catalog.putKeyspace({ name, system: true, replication, tables: {}, types: {} });
  }
  if (catalog.table('system', 'local')) return;
  catalog.putTable({
    id: catalog.nextTableId(),
    keyspace: 'system',
    name: 'local',
    columns: [column('key', 'text', 'partition'), ...regularColumns()],
    droppedColumns: [],
    indexes: [],
    defaultTtlSeconds: 0,
  });
}

function regularColumns(): Column[] {
  return Object.entries(LOCAL_COLUMN_TYPES).map(([name, type]) => column(name, type, 'regular'));
}

function column(name: string, type: string, kind: Column['kind']): Column {
  return { name, type, kind, position: 0, order: 'asc' };
}
