/** The key ranges of a partition that restrictions on clustering columns select. */
import { successor } from '../types/bytes.ts';
import { distinct } from '../types/codec-collection.ts';
import { sortedBy } from './arrange.ts';
import { clusteringBytes, partitionKey, rowKey } from './key.ts';
import type { Bound, Restriction } from './restriction.ts';
import type { SchemaColumn, TableSchema } from './schema.ts';

/** Keys from `start`, inclusive, to `end`, exclusive. */
export interface KeyRange {
  readonly start: Uint8Array;
  readonly end: Uint8Array;
  /** The range contains only the key `start`. */
  readonly isSingle?: boolean;
}

/** The ranges of keys in a partition, in order and without overlaps. */
export function clusteringRanges(
  schema: TableSchema,
  partition: Uint8Array,
  restrictions: readonly Restriction[],
): KeyRange[] {
  const columnCount = schema.clustering.length;
  let prefixes: Uint8Array[] = [rowKey(partition, schema, [])];
  for (const restriction of restrictions) {
    if (restriction.kind === 'slice') {
      return inOrder(prefixes.map((prefix) => slice(prefix, restriction.column, columnCount, restriction)));
    }
    const values = restrictionValues(restriction).map((value) =>
      clusteringBytes(restriction.column.arrange(value), restriction.column, columnCount),
    );
    prefixes = prefixes.flatMap((prefix) => values.map((value) => Buffer.concat([prefix, value])));
  }
  const isSingle = restrictions.length === columnCount;
  return inOrder(prefixes.map((prefix) => ({ start: prefix, end: successor(prefix), isSingle })));
}

function restrictionValues(restriction: Restriction): readonly Uint8Array[] {
  if (restriction.kind === 'in') return restriction.values.filter((value) => value !== null);
  return restriction.kind === 'eq' && restriction.value ? [restriction.value] : [];
}

/** Greater values sort after smaller ones, or before them in a descending column. */
function slice(
  prefix: Uint8Array,
  column: SchemaColumn,
  columnCount: number,
  { lower, upper }: { readonly lower?: Bound; readonly upper?: Bound },
): KeyRange {
  const [first, last] = column.order === 'desc' ? [upper, lower] : [lower, upper];
  const key = ({ value }: Bound) =>
    value ? Buffer.concat([prefix, clusteringBytes(column.arrange(value), column, columnCount)]) : prefix;
  const from = first && key(first);
  const to = last && key(last);
  return {
    start: from ? (first.inclusive ? from : successor(from)) : prefix,
    end: to ? (last.inclusive ? successor(to) : to) : successor(prefix),
  };
}

function inOrder(ranges: readonly KeyRange[]): KeyRange[] {
  const sorted = ranges
    .filter(({ start, end }) => Buffer.compare(start, end) < 0)
    .sort((one, other) => Buffer.compare(one.start, other.start));
  return sorted.filter(
    (range, index) => index === 0 || Buffer.compare(range.start, sorted[index - 1]?.end ?? range.start) >= 0,
  );
}

/** The partitions of the WHERE clause: all combinations of the values of the partition key columns, in order. */
export function namedPartitions(restrictions: { readonly partition: readonly Restriction[] }): Uint8Array[] {
  let keys: Uint8Array[][] = [[]];
  for (const restriction of restrictions.partition) {
    const values = namedValues(restriction);
    keys = keys.flatMap((key) => values.map((value) => [...key, value]));
  }
  return keys.map(partitionKey);
}

function namedValues(restriction: Restriction): Uint8Array[] {
  const { column } = restriction;
  const values = restriction.kind === 'in' ? restriction.values : restriction.kind === 'eq' ? [restriction.value] : [];
  const arranged = values.flatMap((value) => (value ? [column.arrange(value)] : []));
  return sortedBy(distinct(arranged), column.codec.toOrdered);
}
