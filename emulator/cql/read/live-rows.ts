/** The live rows of a SELECT, each with its static values, from the position of one page. */

import { equalBytes } from '../types/bytes.ts';
import { columnValue } from '../write/index-entries.ts';
import { soughtKey } from '../write/index-target.ts';
import { partitionOf, staticKey } from '../write/key.ts';
import { clusteringRanges, type KeyRange, namedPartitions } from '../write/key-ranges.ts';
import { isRowAlive, livingCells } from '../write/row.ts';
import type { SchemaColumn } from '../write/schema.ts';
import { matchesRestriction } from './matches-restriction.ts';
import { type Restrictions, skipsClustering } from './restrictions.ts';
import { type FoundRow, readStatics, type Source, scanIndex, scanRanges, scanTable } from './scan.ts';

export interface LiveRow {
  readonly key: Uint8Array;
  value(column: SchemaColumn): Uint8Array | undefined;
}

export interface Walk extends Source {
  readonly restrictions: Restrictions;
  readonly reversed: boolean;
  /** The key of the last row of the page before. */
  readonly after?: Uint8Array | undefined;
  /** In seconds since 1970; values that expire before are not returned. */
  readonly now: number;
}

/** Rows in the order of the answer, after `after`, filtered by the restrictions. */
export type RowSource = (walk: Walk) => Iterable<LiveRow>;

/** The rows of an ordinary table. */
export function liveRows(walk: Walk): Iterable<LiveRow> {
  return walk.restrictions.indexed ? filteredRows(walk, walk.restrictions.indexed) : keyRows(walk);
}

function keyRows(walk: Walk): Iterable<LiveRow> {
  return walk.restrictions.isKeyRange ? tableRows(walk) : partitionsRows(walk);
}

/** An index finds rows by one restriction, unless it is a range; all other restrictions are tested row by row. */
function* filteredRows(walk: Walk, indexed: NonNullable<Restrictions['indexed']>): Iterable<LiveRow> {
  const { schema, restrictions } = walk;
  const { partition, clustering, others } = restrictions;
  const inKey = skipsClustering(schema, clustering) ? { ...restrictions, clustering: [] } : restrictions;
  const isRange = indexed.restriction.kind === 'slice';
  const rows = isRange ? keyRows({ ...walk, restrictions: inKey }) : indexRows(walk, indexed);
  const tested = [...partition, ...clustering, ...others];
  for (const row of rows) {
    if (tested.every((one) => matchesRestriction(schema, one, row.value(one.column)))) yield row;
  }
}

function* tableRows(walk: Walk): Iterable<LiveRow> {
  let staticsOnly: LiveRow | undefined;
  for (const found of scanTable(walk, walk.after)) {
    const live = toLiveRow(walk, found);
    if (!live) continue;
    const isSamePartition = staticsOnly && equalBytes(partitionOf(staticsOnly.key), partitionOf(found.key));
    if (staticsOnly && !isSamePartition) yield staticsOnly;
    staticsOnly = found.row ? undefined : live;
    if (found.row) yield live;
  }
  if (staticsOnly) yield staticsOnly;
}

/** The rows of the partitions of the WHERE clause, in ascending order of partition keys. */
function* partitionsRows(walk: Walk): Iterable<LiveRow> {
  const partitions = namedPartitions(walk.restrictions);
  const [only] = partitions;
  const { after } = walk;
  if (only && partitions.length === 1) {
    // Only the clustering part of a page state counts here: the state may come from another query for the same rows.
    const position = after && Buffer.concat([only, after.subarray(partitionOf(after).length)]);
    yield* partitionRows({ ...walk, after: position }, only);
    return;
  }
  const first = after ? partitions.findIndex((partition) => equalBytes(partition, partitionOf(after))) : 0;
  if (first < 0) return;
  for (const [index, partition] of partitions.slice(first).entries()) {
    yield* partitionRows(index === 0 ? walk : { ...walk, after: undefined }, partition);
  }
}

function* partitionRows(walk: Walk, partition: Uint8Array): Iterable<LiveRow> {
  const { schema, restrictions, after } = walk;
  let isEmpty = true;
  for (const found of scanRanges(
    walk,
    clusteringRanges(schema, partition, restrictions.clustering),
    walk.reversed,
    after,
  )) {
    const live = toLiveRow(walk, found);
    if (live) yield live;
    isEmpty &&= !live;
  }
  if (!isEmpty || after || restrictions.clustering.length > 0) return;
  const statics = readStatics(walk, partition);
  const live = statics && toLiveRow(walk, { key: staticKey(partition), statics });
  if (live) yield live;
}

function* indexRows(walk: Walk, { index, restriction }: NonNullable<Restrictions['indexed']>): Iterable<LiveRow> {
  const sought = soughtKey(walk.schema, restriction);
  if (!sought) return;
  const ranges = walk.restrictions.isKeyRange ? undefined : namedRanges(walk);
  for (const found of scanIndex(walk, index, sought, walk.after)) {
    if (ranges && !ranges.some((range) => isWithin(found.key, range))) continue;
    const live = toLiveRow(walk, found);
    if (live) yield live;
  }
}

function namedRanges(walk: Walk): KeyRange[] {
  const { schema, restrictions } = walk;
  const skips = skipsClustering(schema, restrictions.clustering);
  return namedPartitions(walk.restrictions).flatMap((partition) =>
    clusteringRanges(schema, partition, skips ? [] : restrictions.clustering),
  );
}

function isWithin(key: Uint8Array, { start, end }: KeyRange): boolean {
  return Buffer.compare(key, start) >= 0 && Buffer.compare(key, end) < 0;
}

function toLiveRow({ schema, now }: Walk, { key, row, statics }: FoundRow): LiveRow | undefined {
  const cells = livingCells(row, now);
  const staticCells = livingCells(statics, now);
  const isAlive = row
    ? isRowAlive(row, cells, schema.regulars, now)
    : schema.statics.some(({ cell }) => staticCells.has(cell));
  if (!isAlive) return undefined;
  const stored = row ?? statics;
  return {
    key,
    value: (column) =>
      column.kind === 'static' ? staticCells.get(column.cell) : stored && columnValue(schema, column, stored, cells),
  };
}
