/** Cassandra's system keyspaces. The catalog defines their tables; `system-rows.ts` derives their rows. */
import type { Catalog, Column, ColumnKind, Keyspace, Table } from '../core/catalog.ts';
import { SYSTEM_TABLES } from './system-tables.ts';

const REPLICATION: Readonly<Record<string, Keyspace['replication']>> = {
  system: { strategy: 'local' },
  system_schema: { strategy: 'local' },
  system_auth: { strategy: 'simple', replicas: 1 },
  system_distributed: { strategy: 'simple', replicas: 3 },
  system_traces: { strategy: 'simple', replicas: 2 },
};

/** Adds missing system keyspaces to a catalog, and updates outdated definitions. */
export function addSystemKeyspaces(catalog: Catalog): void {
  for (const [name, replication] of Object.entries(REPLICATION)) {
    const known = catalog.keyspace(name);
    const definitions = Object.entries(SYSTEM_TABLES[name] ?? {});
    if (known && definitions.every(([table, text]) => isCurrent(catalog.table(name, table), text))) continue;
    const tables = definitions.map(([table, text]): [string, Table] => [table, toTable(catalog, name, table, text)]);
    catalog.putKeyspace({ name, system: true, replication, tables: Object.fromEntries(tables), types: {} });
  }
}

function isCurrent(table: Table | undefined, text: string): boolean {
  return table !== undefined && JSON.stringify(table.columns) === JSON.stringify(toColumns(text));
}

function toTable(catalog: Catalog, keyspace: string, name: string, text: string): Table {
  const known = catalog.table(keyspace, name);
  return {
    id: known?.id ?? catalog.nextTableId(),
    keyspace,
    name,
    columns: toColumns(text),
    droppedColumns: [],
    indexes: [],
    defaultTtlSeconds: 0,
  };
}

function toColumns(text: string): Column[] {
  const [partition = '', clustering = '', regular = ''] = text.split(';');
  return [...columns(partition, 'partition'), ...columns(clustering, 'clustering'), ...columns(regular, 'regular')];
}

/** A comma between definitions is followed by a name, a space and a type; a comma inside a type is not. */
function columns(text: string, kind: ColumnKind): Column[] {
  const definitions = text.trim() === '' ? [] : text.trim().split(/, (?=\w+ \w)/);
  return definitions.map((definition, index) => {
    const [name = ''] = definition.split(' ', 1);
    const type = definition.slice(name.length + 1);
    return { name, type, kind, position: kind === 'regular' ? 0 : index, order: 'asc' };
  });
}
