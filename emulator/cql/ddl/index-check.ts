/** Checks which kinds of index a column can have. */

import { invalidArgument } from '../types/refusal.ts';
import type { CqlType } from '../types/type.ts';
import type { IndexKind } from '../write/index-target.ts';
import type { SchemaColumn, TableSchema } from '../write/schema.ts';
import { holdsDuration } from './type-check.ts';

export function isCollection({ kind }: CqlType): boolean {
  return kind === 'list' || kind === 'set' || kind === 'map';
}

/** Rejects an invalid index, with the first of several reasons. */
export function checkTarget(schema: TableSchema, column: SchemaColumn, kind: IndexKind): void {
  const { cqlType, name, multiCell } = column;
  const isFrozenCollection = isCollection(cqlType) && !multiCell;
  const isOnlyKey = column.kind === 'partition' && schema.partition.length === 1;
  const rules: readonly (readonly [isBroken: boolean, problem: string])[] = [
    [
      holdsDuration(cqlType, schema.keyspace.types),
      `Secondary indexes are not supported on ${DURATION_HOLDERS[cqlType.kind]}`,
    ],
    [isOnlyKey, `Cannot create secondary index on the only partition key column ${name}`],
    [
      isFrozenCollection && kind !== 'full',
      `Cannot create ${kind}() index on frozen column ${name}. Frozen collections are immutable and must be fully indexed by using the 'full(${name})' modifier`,
    ],
    [!isFrozenCollection && kind === 'full', 'full() indexes can only be created on frozen collections'],
    [
      !isCollection(cqlType) && kind !== 'simple',
      `Cannot create ${kind}() index on ${name}. Non-collection columns only support simple indexes`,
    ],
    [
      cqlType.kind !== 'map' && (kind === 'keys' || kind === 'entries'),
      `Cannot create index on ${kind} of column ${name} with non-map type`,
    ],
    [cqlType.kind === 'udt' && multiCell, `Cannot create index on non-frozen UDT column ${name}`],
  ];
  const broken = rules.find(([isBroken]) => isBroken);
  if (broken) throw invalidArgument(broken[1]);
}

const DURATION_HOLDERS: Readonly<Record<CqlType['kind'], string>> = {
  scalar: 'duration columns',
  vector: 'vectors containing durations',
  list: 'collections containing durations',
  set: 'collections containing durations',
  map: 'collections containing durations',
  tuple: 'tuples containing durations',
  udt: 'UDTs containing durations',
};
