/** Scans stored rows lazily, with the static values of their partition. */

import type { Index } from '../../core/catalog.ts';
import type { Database } from '../../core/service.ts';
import type { Entry } from '../../core/store.ts';
import { equalBytes, successor } from '../types/bytes.ts';
import { entriesPrefix } from '../write/index-entries.ts';
import { isStaticKey, partitionOf, rowsPrefix, staticKey } from '../write/key.ts';
import type { KeyRange } from '../write/key-ranges.ts';
import type { StoredRow } from '../write/row.ts';
import type { TableSchema } from '../write/schema.ts';

export interface FoundRow {
  /** Relative to the rows of the table. */
  readonly key: Uint8Array;
  /** Absent for a partition with static values only. */
  readonly row?: StoredRow;
  readonly statics?: StoredRow;
}

export interface Source {
  readonly database: Database;
  readonly schema: TableSchema;
}

/** All rows after the key `after`, in token order. The static values of a partition come first, as a separate entry. */
export function* scanTable({ database, schema }: Source, after?: Uint8Array): Iterable<FoundRow> {
  const prefix = rowsPrefix(database, schema);
  const start = after ? Buffer.concat([prefix, after, Uint8Array.of(0)]) : prefix;
  let statics = after && readStatics({ database, schema }, partitionOf(after));
  for (const { key: stored, value } of database.store.range({ start, end: successor(prefix) })) {
    const key = stored.subarray(prefix.length);
    const row = value as StoredRow;
    if (isStaticKey(key)) {
      statics = row;
      yield { key, statics: row };
    } else {
      if (statics && !isOfPartition(statics, row)) statics = undefined;
      yield { key, row, ...(statics && { statics }) };
    }
  }
}

/** The rows in ranges of one partition; descending if `reversed`. */
export function* scanRanges(
  source: Source,
  ranges: readonly KeyRange[],
  reversed: boolean,
  after?: Uint8Array,
): Iterable<FoundRow> {
  const { database, schema } = source;
  const prefix = rowsPrefix(database, schema);
  const [first] = ranges;
  const statics = first && readStatics(source, partitionOf(first.start));
  for (const range of reversed ? [...ranges].reverse() : ranges) {
    for (const { key, value } of entriesIn(database, prefix, range, reversed, after)) {
      yield { key: key.subarray(prefix.length), row: value as StoredRow, ...(statics && { statics }) };
    }
  }
}

/** The entries of a range after a key (before it, if reversed); a single key is read directly. */
function entriesIn(
  { store }: Database,
  prefix: Uint8Array,
  range: KeyRange,
  reversed: boolean,
  after: Uint8Array | undefined,
): Iterable<Entry> {
  const { start, end } = restOf(range, reversed, after);
  if (Buffer.compare(start, end) >= 0) return [];
  const key = Buffer.concat([prefix, start]);
  const isWhole = start === range.start && end === range.end;
  if (!range.isSingle || !isWhole) {
    return store.range({ start: key, end: Buffer.concat([prefix, end]), reverse: reversed });
  }
  const value = store.get(key);
  return value === undefined ? [] : [{ key, value }];
}

/** The part of a range after a key (before it, if reversed). */
function restOf({ start, end }: KeyRange, reversed: boolean, after: Uint8Array | undefined): KeyRange {
  if (!after) return { start, end };
  if (reversed) return { start, end: Buffer.compare(after, end) < 0 ? after : end };
  const next = Buffer.concat([after, Uint8Array.of(0)]);
  return { start: Buffer.compare(next, start) > 0 ? next : start, end };
}

/** The rows with an indexed value, in row order. */
export function* scanIndex(source: Source, index: Index, value: Uint8Array, after?: Uint8Array): Iterable<FoundRow> {
  const { database, schema } = source;
  const entries = entriesPrefix(database, schema, index, value);
  const start = after ? Buffer.concat([entries, after, Uint8Array.of(0)]) : entries;
  const rows = rowsPrefix(database, schema);
  for (const entry of database.store.range({ start, end: successor(entries) })) {
    const key = entry.value as Uint8Array;
    const row = database.store.get(Buffer.concat([rows, key])) as StoredRow | undefined;
    const statics = readStatics(source, partitionOf(key));
    if (row) yield { key, row, ...(statics && { statics }) };
  }
}

export function readStatics({ database, schema }: Source, partition: Uint8Array): StoredRow | undefined {
  if (schema.statics.length === 0) return undefined;
  const key = Buffer.concat([rowsPrefix(database, schema), staticKey(partition)]);
  return database.store.get(key) as StoredRow | undefined;
}

function isOfPartition(statics: StoredRow, row: StoredRow): boolean {
  return statics.key.every((value, index) => equalBytes(value, row.key[index] ?? new Uint8Array()));
}
