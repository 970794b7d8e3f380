/** Reads rows by key in as few searches as possible; a search that fails is halved down to the key at fault. */

import { keyIdentity } from '../cql/identity.ts';
import { mapSeveral } from '../shared/map-several.ts';
import { ownValue } from '../shared/own-value.ts';
import type { SourceError } from '../source/errors.ts';
import type { Result, Row, RowValues, Table } from '../source/source.ts';
import type { Types } from './row-decode.ts';
import { readHalving } from './row-halving.ts';
import type { SharedSearch } from './row-plan.ts';

/** How a back end reads the rows of one table by their keys. */
export interface RowReader {
  readonly table: Table;
  /** Of the keyspace, where the key has such types. */
  readonly types: Types;
  /** @param keys - distinct, and such as a row can have */
  plan(keys: readonly RowValues[]): readonly SharedSearch[];
  /**
   * What is found, by `listedText`; it may hold rows that were not asked for.
   *
   * @param mayFail - a failure is handled by the caller
   */
  search(shared: SharedSearch, mayFail: boolean): Promise<ReadonlyMap<string, Row | Error>>;
  /** Whether one key may have made a search for several fail. */
  isSpoiled(error: SourceError): boolean;
}

/** How many searches of one read are in flight at a time. */
const SEARCHES_AT_ONCE = 8;

/** The rows in the order of the keys; `null` for keys without one. */
export async function readRows(reader: RowReader, keys: readonly RowValues[]): Promise<Result<Row>[]> {
  const distinct = toDistinct(reader, keys);
  const searches = planDistinct(reader, distinct);
  const answers = await mapSeveral(searches, SEARCHES_AT_ONCE, ({ columns, keys: together }) =>
    readHalving(
      together,
      (error) => reader.isSpoiled(error),
      (some, mayFail) => readShared(reader, { columns, keys: some }, mayFail),
    ),
  );
  const found = new Map<RowValues, Result<Row>>();
  for (const [index, answer] of answers.entries()) {
    for (const [at, key] of (searches[index]?.keys ?? []).entries()) {
      const result = answer instanceof Error ? answer : answer[at];
      if (result) found.set(key, result);
    }
  }
  return distinct.map((key) => found.get(key) ?? null);
}

/** The searches that `readRows` makes as long as none fails. */
export function planReads(reader: RowReader, keys: readonly RowValues[]): readonly SharedSearch[] {
  return planDistinct(reader, toDistinct(reader, keys));
}

/** @param keys - equal ones are the same object */
function planDistinct(reader: RowReader, keys: readonly RowValues[]): readonly SharedSearch[] {
  return reader.plan([...new Set(keys)].filter((key) => !isImpossible(reader.table, key)));
}

/** For each key, the first one that means the same row. */
function toDistinct({ table, types }: RowReader, keys: readonly RowValues[]): readonly RowValues[] {
  const byIdentity = new Map<string, RowValues>();
  return keys.map((key) => {
    const identity = JSON.stringify(keyIdentity(table, key, types));
    const first = byIdentity.get(identity) ?? key;
    byIdentity.set(identity, first);
    return first;
  });
}

/** A key that no row can have: Cassandra has no empty partition keys. */
export function isImpossible({ partitionKey }: Table, key: RowValues): boolean {
  const [only = '', ...more] = partitionKey;
  return more.length === 0 && ownValue(key, only) === '';
}

/** The rows of a search, in the order of its keys. */
async function readShared(reader: RowReader, shared: SharedSearch, mayFail: boolean): Promise<Result<Row>[]> {
  const { table } = reader;
  const found = await reader.search(shared, mayFail);
  return shared.keys.map((key) => {
    const row = found.get(listedText(key, shared.columns)) ?? null;
    if (row === null || row instanceof Error) return row;
    return isStatic(table, key) && !isStatic(table, row.key) ? staticPart(table, row) : row;
  });
}

/** Identifies a row in its search by the listed columns; the other columns are equal in all rows of the search. */
export function listedText(key: RowValues, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => ownValue(key, column) ?? null));
}

/** What a row has in common with the others of its partition, as if the partition had no rows. */
function staticPart({ partitionKey, columns }: Table, { key, values, errors }: Row): Row {
  const shared = new Set([...partitionKey, ...columns.filter(({ kind }) => kind === 'STATIC').map(({ name }) => name)]);
  const kept = (cells: RowValues): RowValues =>
    Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, shared.has(name) ? value : null]));
  const faulty = Object.entries(errors ?? {}).filter(([name]) => shared.has(name));
  return { key: kept(key), values: kept(values), ...(faulty.length > 0 && { errors: Object.fromEntries(faulty) }) };
}

/** Whether it names what the rows of a partition share: it has no clustering values. */
export function isStatic({ clusteringKey }: Table, key: RowValues): boolean {
  return clusteringKey.some(({ name }) => (ownValue(key, name) ?? null) === null);
}
