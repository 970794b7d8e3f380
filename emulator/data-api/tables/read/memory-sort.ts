/** Rows in an order that the table is not kept in: all are read, and one page of them is answered. */
import type { LiveRow } from '../../../cql/read/live-rows.ts';
import type { SchemaColumn } from '../../../cql/write/schema.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { failed, refused, warning } from '../../command/errors.ts';
import { boundedQueue } from './bounded-queue.ts';
import type { RowQuery } from './query.ts';
import type { SortColumn } from './sort.ts';

const MAX_SORTED = 10_000;

/** Why rows are sorted in memory; `undefined` where the order of a partition serves. */
export function memorySortReason(
  { schema, conditions }: RowQuery,
  columns: readonly SortColumn[],
  skip: number,
): JsonObject | undefined {
  if (columns.length === 0) return undefined;
  const names = columns.map(({ column }) => column.name).join(', ');
  const because = (code: string, problem: string) =>
    warning(`IN_MEMORY_SORTING_DUE_${code}`, `The rows are sorted by ${names} in memory: ${problem}.`);
  if (skip > 0) return because('SKIP_OPTIONS', 'some are skipped');
  if (columns.some(({ column }) => column.kind !== 'clustering'))
    return because('TO_NON_PARTITION_SORTING', 'partitions are not sorted by these columns');
  if (columns.some(({ column }, index) => column.position !== index))
    return because('TO_OUT_OF_ORDER_PARTITION_SORTING', 'partitions are sorted by columns in another sequence');
  const isOnePartition = schema.partition.every(({ name }) => {
    const condition = conditions.get(name);
    return condition?.kind === 'compare' && condition.operator === 'eq';
  });
  return isOnePartition
    ? undefined
    : because('TO_PARTITION_KEY_NOT_RESTRICTED', 'they are those of more than one partition');
}

/** @throws CommandFailure - for columns whose values have no order */
export function checkComparable(columns: readonly SortColumn[]): void {
  const bad = columns.find(({ column }) => column.cqlType.kind !== 'scalar');
  if (bad) throw failed('DATABASE', 'UNEXPECTED_DRIVER_ERROR', `Values of the column ${bad.column.name} have no order`);
}

export interface SortedRows {
  /** As many as are wanted, at most. */
  readonly rows: readonly LiveRow[];
  /** How many there were to sort. */
  readonly count: number;
}

/** Rows without a value come first upwards. @throws CommandFailure - for more rows than are sorted */
export function sortedInMemory(rows: Iterable<LiveRow>, columns: readonly SortColumn[], wanted: number): SortedRows {
  const queue = boundedQueue<Keyed>((one, other) => compareKeys(columns, one, other), wanted);
  let count = 0;
  for (const row of rows) {
    if (count === MAX_SORTED) throw tooMany();
    count += 1;
    queue.add({ row, keys: columns.map(({ column }) => keyOf(row, column)) });
  }
  return { rows: queue.drain().map(({ row }) => row), count };
}

interface Keyed {
  readonly row: LiveRow;
  readonly keys: readonly (Uint8Array | undefined)[];
}

function keyOf(row: LiveRow, column: SchemaColumn): Uint8Array | undefined {
  const value = row.value(column);
  return value && column.codec.toOrdered(value);
}

function compareKeys(columns: readonly SortColumn[], one: Keyed, other: Keyed): number {
  for (const [at, { isDescending }] of columns.entries()) {
    const order = compared(one.keys[at], other.keys[at]);
    if (order !== 0) return isDescending ? -order : order;
  }
  return 0;
}

function compared(one: Uint8Array | undefined, other: Uint8Array | undefined): number {
  if (!one || !other) return Number(one !== undefined) - Number(other !== undefined);
  return Buffer.compare(one, other);
}

function tooMany() {
  const message = `More than ${MAX_SORTED} rows would be sorted in memory.\n\nUse a filter that finds fewer.`;
  return refused('SORT', 'OVERLOADED_SORT_ROW_LIMIT', message);
}
