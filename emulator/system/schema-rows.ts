/** The rows of `system_schema`, from the catalog. */
import type { Column, Index, Keyspace, Table } from '../core/catalog.ts';
import type { Database } from '../core/service.ts';
import { hashedUuid } from './local-rows.ts';
import type { SystemRow } from './system-tables.ts';

type RowsOf = (keyspace: Keyspace, database: Database) => readonly SystemRow[];

const KINDS = {
  partition: 'partition_key',
  clustering: 'clustering',
  static: 'static',
  regular: 'regular',
} as const satisfies Record<Column['kind'], string>;

/** By table name. Views, triggers, functions and aggregates cannot be created here, so their tables are empty. */
const TABLES: Readonly<Record<string, RowsOf>> = {
  keyspaces: (keyspace) => [
    { keyspace_name: keyspace.name, durable_writes: true, replication: replicationOf(keyspace) },
  ],
  tables: (keyspace, database) => tablesOf(keyspace).map((table) => tableRow(table, database)),
  columns: (keyspace) => tablesOf(keyspace).flatMap((table) => table.columns.map((column) => columnRow(table, column))),
  dropped_columns: (keyspace) =>
    tablesOf(keyspace).flatMap((table) => table.droppedColumns.map((column) => droppedColumnRow(table, column))),
  indexes: (keyspace) => tablesOf(keyspace).flatMap((table) => table.indexes.map((index) => indexRow(table, index))),
  types: ({ name, types }) =>
    Object.values(types).map((type) => ({
      keyspace_name: name,
      type_name: type.name,
      field_names: type.fields.map((field) => field.name),
      field_types: type.fields.map((field) => field.type),
    })),
};

/** The rows of a table of `system_schema`, unordered. */
export function schemaRows(database: Database, name: string): readonly SystemRow[] {
  const rowsOf = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
  return rowsOf ? database.catalog.keyspaces().flatMap((keyspace) => rowsOf(keyspace, database)) : [];
}

/** The row of an index; the REST API lists indexes in this form too. */
export function indexRow({ keyspace, name }: Pick<Table, 'keyspace' | 'name'>, index: Index) {
  return {
    keyspace_name: keyspace,
    table_name: name,
    index_name: index.name,
    kind: index.kind,
    options: index.options,
  };
}

function tablesOf({ tables }: Keyspace): Table[] {
  return Object.values(tables);
}

function replicationOf({ replication }: Keyspace): Record<string, string> {
  const strategy = (name: string) => ({ class: `org.apache.cassandra.locator.${name}` });
  switch (replication.strategy) {
    case 'local':
      return strategy('LocalStrategy');
    case 'simple':
      return { ...strategy('SimpleStrategy'), replication_factor: String(replication.replicas) };
    case 'networkTopology':
      return {
        ...strategy('NetworkTopologyStrategy'),
        ...Object.fromEntries(replication.datacenters.map(({ name, replicas }) => [name, String(replicas)])),
      };
  }
}

/** Cassandra 4.0's defaults, with the options of the emulator's table. */
function tableRow({ id, keyspace, name, columns, defaultTtlSeconds }: Table, database: Database): SystemRow {
  const isCounter = columns.some(({ type }) => type === 'counter');
  return {
    keyspace_name: keyspace,
    table_name: name,
    additional_write_policy: '99p',
    bloom_filter_fp_chance: 0.01,
    caching: { keys: 'ALL', rows_per_partition: 'NONE' },
    comment: '',
    compaction: {
      class: 'org.apache.cassandra.db.compaction.SizeTieredCompactionStrategy',
      max_threshold: '32',
      min_threshold: '4',
    },
    compression: { chunk_length_in_kb: '16', class: 'org.apache.cassandra.io.compress.LZ4Compressor' },
    crc_check_chance: 1,
    dclocal_read_repair_chance: 0,
    default_time_to_live: defaultTtlSeconds,
    extensions: {},
    flags: isCounter ? ['compound', 'counter'] : ['compound'],
    gc_grace_seconds: 864_000,
    id: hashedUuid(`${database.id}/${id}`),
    max_index_interval: 2048,
    memtable_flush_period_in_ms: 0,
    min_index_interval: 128,
    read_repair: 'BLOCKING',
    read_repair_chance: 0,
    speculative_retry: '99p',
  };
}

function columnRow({ keyspace, name }: Table, column: Column): SystemRow {
  return {
    keyspace_name: keyspace,
    table_name: name,
    column_name: column.name,
    clustering_order: column.kind === 'clustering' ? column.order : 'none',
    column_name_bytes: Buffer.from(column.name).toString('base64'),
    kind: KINDS[column.kind],
    position: column.kind === 'partition' || column.kind === 'clustering' ? column.position : -1,
    type: column.type,
  };
}

function droppedColumnRow({ keyspace, name }: Table, { name: column, kind, type }: Column): SystemRow {
  return { keyspace_name: keyspace, table_name: name, column_name: column, kind: KINDS[kind], type };
}
