/** What the schema of a typed graph costs to build, and to keep. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { GraphQLSchema } from 'graphql';
import { SCALAR_NAMES } from '../datasources/cql/type.ts';
import type { Column, Table } from '../datasources/source/source.ts';
import type { KeyspaceDefinition } from '../schema/typed/keyspace-definition.ts';
import { presentSchema } from '../schema/typed/present.ts';
import { createTypedSchema } from '../schema/typed/schema.ts';
import { median } from './rounds.ts';

const KEPT = 10;
const WARM_UP = 20;
const ROUNDS = 21;

export interface SchemaCost {
  /** Of the first in the process. */
  readonly firstMs: number;
  /** When Node has optimized the code. */
  readonly buildMs: number;
  /** That a schema holds of the heap. */
  readonly heapMb: number;
}

/** @param names - as `ASTRA_GRAPHQL_NAMES` has them */
export function measureSchemas(tables: number, columns: number, names: 'exact' | 'camel'): SchemaCost {
  const definition = keyspaceOf(tables, columns);
  const build = () => presentSchema(createTypedSchema(definition, undefined, names), 'bench', { names }).schema;
  const time = () => {
    const start = performance.now();
    build();
    return performance.now() - start;
  };
  const firstMs = time();
  for (let round = 0; round < WARM_UP; round += 1) build();
  const buildMs = median(Array.from({ length: ROUNDS }, time));
  const before = usedHeap();
  const kept: GraphQLSchema[] = Array.from({ length: KEPT }, build);
  const heapMb = (usedHeap() - before) / kept.length / 2 ** 20;
  return { firstMs, buildMs, heapMb };
}

/** After all garbage is gone. */
function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/** Tables with two parts of a key, columns of all scalars, and an index each. */
function keyspaceOf(tables: number, columns: number): KeyspaceDefinition {
  const types = SCALAR_NAMES.filter((name) => name !== 'counter');
  const all = Array.from({ length: tables }, (_, n): Table => {
    const regular = Array.from({ length: columns - 2 }, (_each, at): Column => {
      const type = at % 9 === 8 ? 'map<text, int>' : (types[at % types.length] ?? 'text');
      return { name: `column_${at}`, type, kind: 'REGULAR' };
    });
    return {
      ...{ databaseId: 'bench', keyspace: 'bench', table: `table_${n}`, defaultTtlSeconds: null },
      columns: [
        { name: 'id', type: 'uuid', kind: 'PARTITION_KEY' },
        { name: 'at', type: 'timestamp', kind: 'CLUSTERING_KEY' },
        ...regular,
      ],
      partitionKey: ['id'],
      clusteringKey: [{ name: 'at', order: 'ASC' }],
    };
  });
  const index = { name: 'i', kind: 'COMPOSITES', column: 'column_0', target: null, options: {} };
  return {
    ...{ databaseId: 'bench', keyspace: 'bench', tables: all, types: [] },
    indexes: new Map(all.map(({ table }) => [table, [index]])),
  };
}
