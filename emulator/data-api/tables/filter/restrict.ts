/** Which part of a table a filter can mean: what its conditions on the key name, and what an index answers. */

import type { Restrictions } from '../../../cql/read/restrictions.ts';
import { invalidArgument } from '../../../cql/types/refusal.ts';
import { indexKind, soughtKey } from '../../../cql/write/index-target.ts';
import { merged, type Restriction } from '../../../cql/write/restriction.ts';
import type { SchemaColumn, TableSchema } from '../../../cql/write/schema.ts';
import type { BoundFilter, BoundGroup } from './bind.ts';

/**
 * Rows outside of these parts do not satisfy the filter; those inside are still to be looked at.
 *
 * @param isFiltering - whether the database may look at rows one by one
 * @throws ServiceError - for conditions on one column that exclude each other in CQL, as the database refuses them
 */
export function restrictionsOf(schema: TableSchema, group: BoundGroup, isFiltering: boolean): Restrictions {
  const byName = mergedByColumn(group);
  const partition = schema.partition.flatMap(({ name }) => byName.get(name) ?? []);
  const isWhole = partition.length === schema.partition.length && partition.every(isNaming);
  const clustering = clusteringPrefix(schema, byName, isFiltering);
  if (isWhole) {
    const hasPartitionIn = partition.some(({ kind }) => kind === 'in');
    return { partition, clustering, others: [], isKeyRange: false, hasPartitionIn };
  }
  const indexed = findIndexed(schema, byName);
  return {
    partition: [],
    clustering: [],
    others: [],
    isKeyRange: true,
    hasPartitionIn: false,
    ...(indexed && { indexed }),
  };
}

/** Conditions that all rows must satisfy. */
export function requiredKeys(group: BoundGroup): BoundFilter[] {
  const parts = group.conditions.length + group.groups.length;
  if (group.relation === 'or' && parts > 1) return [];
  return [...group.conditions, ...group.groups.flatMap(requiredKeys)];
}

function mergedByColumn(group: BoundGroup): Map<string, Restriction> {
  const byName = new Map<string, Restriction>();
  for (const condition of requiredKeys(group)) {
    const restriction = toRestriction(condition);
    if (!restriction) continue;
    const earlier = byName.get(condition.column.name);
    byName.set(condition.column.name, earlier ? merged(earlier, restriction) : restriction);
  }
  return byName;
}

function toRestriction(condition: BoundFilter): Restriction | undefined {
  const { column } = condition;
  if (condition.kind === 'in') {
    return condition.operator === 'in' ? { column, kind: 'in', values: condition.values } : undefined;
  }
  if (condition.kind === 'contains' || condition.operator === 'ne') return undefined;
  const { operator, value } = condition;
  if (operator === 'eq') return { column, kind: 'eq', value };
  const bound = { value, inclusive: operator === 'lte' || operator === 'gte' };
  return { column, kind: 'slice', ...(operator.startsWith('l') ? { upper: bound } : { lower: bound }) };
}

function clusteringPrefix(
  { clustering }: TableSchema,
  byName: ReadonlyMap<string, Restriction>,
  isFiltering: boolean,
): Restriction[] {
  const prefix: Restriction[] = [];
  for (const { name } of clustering) {
    const restriction = byName.get(name);
    if (!restriction) break;
    prefix.push(restriction);
    if (restriction.kind === 'slice') break;
  }
  const last = prefix.at(-1);
  const next = last?.kind === 'slice' ? clustering[prefix.length] : undefined;
  if (next && byName.has(next.name) && !isFiltering) {
    throw invalidArgument(
      `Clustering column "${next.name}" cannot be restricted (preceding column "${last?.column.name}" is restricted by a non-EQ relation)`,
    );
  }
  return prefix;
}

function isNaming({ kind }: Restriction): boolean {
  return kind === 'eq' || kind === 'in';
}

/** An index on whole values whose column must equal one; those that change texts are of no use. */
function findIndexed(schema: TableSchema, byName: ReadonlyMap<string, Restriction>): Restrictions['indexed'] {
  for (const restriction of byName.values()) {
    if (restriction.kind !== 'eq' || isKeyColumn(restriction.column)) continue;
    const index = schema.table.indexes.find(
      (each) => each.column === restriction.column.name && indexKind(each) === 'simple' && !changesTexts(each.options),
    );
    if (index && soughtKey(schema, restriction)) return { index, restriction };
  }
  return undefined;
}

function changesTexts(options: Readonly<Record<string, string>>): boolean {
  return options.case_sensitive === 'false' || options.normalize === 'true' || options.ascii === 'true';
}

function isKeyColumn({ kind }: SchemaColumn): boolean {
  return kind === 'partition' || kind === 'clustering';
}
