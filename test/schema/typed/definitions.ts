/** Definitions of keyspaces for tests of typed schemas, in few words. */

import type { Column, Index, Table, UserDefinedType } from '../../../datasources/source/source.ts';
import { SAMPLE_TABLES } from '../../../emulator/sample/tables.ts';
import type { KeyspaceDefinition } from '../../../schema/typed/schema.ts';

export interface TableWords {
  /** Types by name, in the order of the definition; names may repeat those of another table. */
  readonly columns: readonly (readonly [name: string, type: string])[];
  readonly partition: readonly string[];
  /** Descending where the name has a minus before it. */
  readonly clustering?: readonly string[];
  readonly statics?: readonly string[];
}

const DATABASE = '00000000-0000-4000-8000-000000000000';

export function table(
  keyspace: string,
  name: string,
  { columns, partition, clustering = [], statics = [] }: TableWords,
) {
  const clusteringKey = clustering.map((each) =>
    each.startsWith('-') ? { name: each.slice(1), order: 'DESC' as const } : { name: each, order: 'ASC' as const },
  );
  const kindOf = (column: string): Column['kind'] => {
    if (partition.includes(column)) return 'PARTITION_KEY';
    if (clusteringKey.some((each) => each.name === column)) return 'CLUSTERING_KEY';
    return statics.includes(column) ? 'STATIC' : 'REGULAR';
  };
  return {
    databaseId: DATABASE,
    keyspace,
    table: name,
    columns: columns.map(([column, type]) => ({ name: column, type, kind: kindOf(column) })),
    partitionKey: partition,
    clusteringKey,
    defaultTtlSeconds: null,
  } satisfies Table;
}

export function keyspace(
  name: string,
  tables: Readonly<Record<string, TableWords>> | readonly (readonly [string, TableWords])[],
  types: readonly UserDefinedType[] = [],
  indexes: Readonly<Record<string, readonly Index[]>> = {},
): KeyspaceDefinition {
  const named = Array.isArray(tables) ? tables : Object.entries(tables);
  return {
    databaseId: DATABASE,
    keyspace: name,
    tables: named.map(([each, words]) => table(name, each, words)),
    types,
    indexes: new Map(Object.entries(indexes)),
  };
}

export function type(name: string, fields: Readonly<Record<string, string>>): UserDefinedType {
  return { name, fields: Object.entries(fields).map(([field, of]) => ({ name: field, type: of })) };
}

/** @param target - of a collection column: `keys`, `values`, `entries` or `full` */
export function index(
  column: string,
  kind: 'COMPOSITES' | 'CUSTOM' = 'COMPOSITES',
  target: string | null = null,
): Index {
  return { name: `${column}_idx${target ? `_${target}` : ''}`, kind, column, target, options: {} };
}

export function sampleKeyspace(): KeyspaceDefinition {
  return keyspace(
    'travel',
    SAMPLE_TABLES.map(({ name, columns, partitionKey, clusteringKey }) => [
      name,
      { columns: Object.entries(columns), partition: partitionKey, clustering: clusteringKey },
    ]),
    [],
    Object.fromEntries(SAMPLE_TABLES.map(({ name, indexedColumn }) => [name, [index(indexedColumn)]])),
  );
}
