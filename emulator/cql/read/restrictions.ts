/** The WHERE clause of a SELECT: merges its conditions, and rejects clauses that need filtering. */
import type { Index } from '../../core/catalog.ts';
import { invalidArgument } from '../types/refusal.ts';
import { type Condition, checkCondition } from '../write/condition.ts';
import { indexSupports, isStorageAttached } from '../write/index-target.ts';
import { checkNoNull, conditionCount, merged, type Restriction, restrictionOf } from '../write/restriction.ts';
import type { SchemaColumn, TableSchema } from '../write/schema.ts';

const NEEDS_FILTERING =
  'Cannot execute this query as it might involve data filtering and thus may have unpredictable performance. If you want to execute this query despite the performance unpredictability, use ALLOW FILTERING';

export interface Restrictions {
  /** By column name, in the order of the columns. */
  readonly partition: readonly Restriction[];
  readonly clustering: readonly Restriction[];
  readonly others: readonly Restriction[];
  /** The WHERE clause does not restrict the whole partition key by equality or IN. */
  readonly isKeyRange: boolean;
  readonly hasPartitionIn: boolean;
  /** The index of the query, and its restriction. */
  readonly indexed?: { readonly index: Index; readonly restriction: Restriction };
}

/** Merges the conditions in order, and checks that the primary key or an index serves them. */
export function restrict(
  schema: TableSchema,
  conditions: readonly Condition[],
  selectsOnlyStatics: boolean,
): Restrictions {
  const byColumn = new Map<string, Restriction>();
  for (const condition of conditions) addCondition(schema, byColumn, condition);
  const of = (columns: readonly SchemaColumn[]) => columns.flatMap(({ name }) => byColumn.get(name) ?? []);
  const partition = of(schema.partition);
  const clustering = of(schema.clustering);
  const others = [...of(schema.statics), ...of(schema.regulars)];
  const indexed = findIndexed(schema, [...others, ...clustering, ...partition]);
  const isWholeKey =
    partition.length === schema.partition.length && partition.every(({ kind }) => kind === 'eq' || kind === 'in');
  const isKeyRange = !isWholeKey;
  if (partition.length > 0 && isKeyRange && !indexed) throw invalidArgument(NEEDS_FILTERING);
  if (selectsOnlyStatics && clustering.length > 0) {
    throw invalidArgument('Cannot restrict clustering columns when selecting only static columns');
  }
  checkClustering(schema, clustering, indexed !== undefined);
  if (others.length > 0 && !indexed) throw invalidArgument(NEEDS_FILTERING);
  const skips = skipsClustering(schema, clustering);
  const usesIndex = indexed !== undefined && (isKeyRange || skips || others.length > 0);
  const hasPartitionIn = partition.some(({ kind }) => kind === 'in');
  if (usesIndex && hasPartitionIn) {
    throw invalidArgument('Select on indexed columns and with IN clause for the PRIMARY KEY are not supported');
  }
  return { partition, clustering, others, isKeyRange, hasPartitionIn, ...(usesIndex && { indexed }) };
}

/** The last check: rejects restrictions that need filtering. */
export function checkFiltering(schema: TableSchema, restrictions: Restrictions): void {
  const { partition, clustering, others, isKeyRange, indexed } = restrictions;
  const { table } = schema;
  if (!isKeyRange && !indexed) return;
  const usesIndexForKey = indexed !== undefined && isKeyRange;
  const inFilter = [
    ...(usesIndexForKey ? partition : []),
    ...(usesIndexForKey || skipsClustering(schema, clustering) ? clustering : []),
    ...others,
  ];
  if (indexed && isStorageAttached(indexed.index)) {
    if (!inFilter.every((one) => table.indexes.some((index) => isStorageAttached(index) && indexSupports(index, one))))
      throw invalidArgument(NEEDS_FILTERING);
    return;
  }
  const count = inFilter.reduce((sum, restriction) => sum + conditionCount(restriction), 0);
  if (count > 1 || (count === 0 && clustering.length > 0)) throw invalidArgument(NEEDS_FILTERING);
}

export function checkNoNulls({ partition, clustering, others }: Restrictions): void {
  for (const restriction of [...partition, ...clustering, ...others]) checkNoNull(restriction);
}

function addCondition(schema: TableSchema, byColumn: Map<string, Restriction>, condition: Condition): void {
  checkCondition(condition);
  const restriction = restrictionOf(condition);
  const { name } = condition.column;
  const earlier = byColumn.get(name);
  const whole = earlier ? merged(earlier, restriction) : restriction;
  if (condition.column.kind === 'clustering') checkSliceIsLast(schema, byColumn, restriction);
  byColumn.set(name, whole);
}

/** After a clustering column with a range, no further one can be restricted. */
function checkSliceIsLast(schema: TableSchema, byColumn: ReadonlyMap<string, Restriction>, added: Restriction): void {
  const { position, name } = added.column;
  const last = schema.clustering.flatMap((column) => byColumn.get(column.name) ?? []).at(-1);
  if (!last) return;
  if (last.kind === 'slice' && position > last.column.position) {
    throw invalidArgument(
      `Clustering column "${name}" cannot be restricted (preceding column "${last.column.name}" is restricted by a non-EQ relation)`,
    );
  }
  if (added.kind === 'slice' && position < last.column.position) {
    throw invalidArgument(
      `PRIMARY KEY column "${last.column.name}" cannot be restricted (preceding column "${name}" is restricted by a non-EQ relation)`,
    );
  }
}

function checkClustering(schema: TableSchema, clustering: readonly Restriction[], hasIndex: boolean): void {
  if (hasIndex) return;
  if (clustering.some(({ kind }) => kind === 'contains')) {
    throw invalidArgument(
      'Clustering columns can only be restricted with CONTAINS with a secondary index or filtering',
    );
  }
  for (const [index, restriction] of clustering.entries()) {
    const expected = schema.clustering[index];
    if (expected && expected.name !== restriction.column.name) {
      throw invalidArgument(
        `PRIMARY KEY column "${restriction.column.name}" cannot be restricted as preceding column "${expected.name}" is not restricted`,
      );
    }
  }
}

/** Whether the restricted clustering columns are not a prefix of the clustering key. */
export function skipsClustering(schema: TableSchema, clustering: readonly Restriction[]): boolean {
  return clustering.some(
    ({ column, kind }, index) => kind === 'contains' || schema.clustering[index]?.name !== column.name,
  );
}

function findIndexed(
  { table }: TableSchema,
  restrictions: readonly Restriction[],
): { index: Index; restriction: Restriction } | undefined {
  for (const restriction of restrictions) {
    const index = table.indexes.find((candidate) => indexSupports(candidate, restriction));
    if (index) return { index, restriction };
  }
  return undefined;
}
