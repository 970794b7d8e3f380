/** Creates and deletes rows. Looks for them first, because upstream replaces and deletes silently. */

import { keyColumns } from '../cql/table-columns.ts';
import { show } from '../json/shorten.ts';
import type { Bulk } from '../resilience/bulk.ts';
import { checkEach } from '../shared/check-each.ts';
import { mapSeveral } from '../shared/map-several.ts';
import { ownValue } from '../shared/own-value.ts';
import { ConflictError, NotFoundError } from '../source/errors.ts';
import type { Result, Row, RowSource, RowValues, Table, UserDefinedType } from '../source/source.ts';
import { checkKey } from './check-key.ts';

/** Upserts, and deletes that say nothing of what there was. */
export interface RowWrites extends Pick<RowSource, 'replace' | 'patch'> {
  /** Columns that are not given stay. Refused on counter tables. */
  insert(table: Table, values: RowValues): Promise<void>;
  /** Throws what `insert` would throw before its call. */
  check(table: Table, values: RowValues, types: readonly UserDefinedType[]): void;
  /** `insert` for each of several rows, whose keys differ. */
  insertMany(table: Table, rows: readonly RowValues[]): Promise<(true | Error)[]>;
  /** The upstream calls that `insertMany` makes for so many rows. */
  countInserts(rows: number): number;
  /** Deletes the row with this key, or all rows whose key begins so. */
  remove(table: Table, keyPrefix: RowValues): Promise<void>;
}

export interface ConditionalWriteOptions {
  readonly writes: RowWrites;
  readonly bulk: Bulk;
  /** The keys of rows, in the order of those that are asked for. */
  look(table: Table, keys: readonly RowValues[]): Promise<Result<Row>[]>;
  /** The most upstream calls that `look` makes as long as none fails. */
  countLooks(table: Table, keys: readonly RowValues[]): Promise<number>;
  /** Whether there is any row whose key begins with this prefix. */
  isAnyThere(table: Table, keyPrefix: RowValues): Promise<boolean>;
}

type ConditionalWrites = Pick<
  RowSource,
  | 'create'
  | 'createMany'
  | 'putMany'
  | 'checkMany'
  | 'patchMany'
  | 'remove'
  | 'removeMany'
  | 'removeRange'
  | 'countCalls'
>;

/** How many writes of one bulk mutation are in flight at a time. */
export const WRITES_AT_ONCE = 10;

export function createConditionalRowWrites({
  writes,
  bulk,
  look,
  countLooks,
  isAnyThere,
}: ConditionalWriteOptions): ConditionalWrites {
  const lookForMany = async (table: Table, keys: readonly RowValues[]) =>
    bulk.read(await countLooks(table, keys), () => look(table, keys));

  async function remove(table: Table, key: RowValues, found: Result<Row>, ifExists: boolean): Promise<boolean> {
    const isThere = exists(found);
    if (!isThere && !ifExists) {
      throw new NotFoundError(`The table "${table.table}" has no row with the key ${show(key)}.`);
    }
    if (isThere) await writes.remove(table, key);
    return isThere;
  }

  return {
    async create(table, values, ifNotExists) {
      const [found = null] = await look(table, [keyWithin(table, values)]);
      const ended = endOfCreate(table, values, found, ifNotExists);
      if (ended instanceof Error) throw ended;
      if (ended === undefined) await writes.insert(table, values);
      return ended ?? true;
    },
    async createMany(table, rows, ifNotExists) {
      const found = await lookForMany(
        table,
        rows.map((values) => keyWithin(table, values)),
      );
      const ended = rows.map((values, index) => endOfCreate(table, values, found[index] ?? null, ifNotExists));
      const left = rows.filter((_, index) => ended[index] === undefined);
      const written = await bulk.write(writes.countInserts(left.length), () => writes.insertMany(table, left));
      const results = written.values();
      return ended.map((each) => each ?? results.next().value ?? true);
    },
    putMany: (table, rows) => writes.insertMany(table, rows),
    checkMany: async (table, rows, types) => checkEach(rows, (values) => writes.check(table, values, types)),
    patchMany: (table, patches) =>
      bulk.write(patches.length, () =>
        mapSeveral(patches, WRITES_AT_ONCE, async ({ key, values }) => {
          await writes.patch(table, key, values);
          return true as const;
        }),
      ),
    async remove(table, key, ifExists) {
      checkKey(table, key, keyColumns(table));
      const [found = null] = await look(table, [key]);
      return remove(table, key, found, ifExists);
    },
    async removeMany(table, keys, ifExists) {
      for (const key of keys) checkKey(table, key, keyColumns(table));
      const found = await lookForMany(table, keys);
      return bulk.write(found.filter((row) => row !== null && !(row instanceof Error)).length, () =>
        mapSeveral(keys, WRITES_AT_ONCE, (key, index) => remove(table, key, found[index] ?? null, ifExists)),
      );
    },
    async removeRange(table, keyPrefix, ifExists) {
      checkKey(table, keyPrefix, table.partitionKey);
      const isThere = await isAnyThere(table, keyPrefix);
      if (!isThere && !ifExists) {
        throw new NotFoundError(`No row of "${table.table}" has a key that begins with ${show(keyPrefix)}.`);
      }
      if (isThere) await writes.remove(table, keyPrefix);
      return isThere;
    },
    async countCalls(table, write, keys) {
      if (write === 'patch') return keys.length;
      const looks = await countLooks(table, keys);
      return looks + (write === 'create' ? writes.countInserts(keys.length) : keys.length);
    },
  };
}

/** How the creation of a row ends after the look for it; `undefined` where it is still to be written. */
function endOfCreate(
  table: Table,
  values: RowValues,
  found: Result<Row>,
  ifNotExists: boolean,
): false | Error | undefined {
  if (found instanceof Error) return found;
  if (found === null) return undefined;
  return ifNotExists ? false : existingRow(table, keyWithin(table, values));
}

/** @throws the error of a row that could not be read */
function exists(found: Result<Row>): boolean {
  if (found instanceof Error) throw found;
  return found !== null;
}

function keyWithin(table: Table, values: RowValues): RowValues {
  return Object.fromEntries(keyColumns(table).map((name) => [name, ownValue(values, name) ?? null]));
}

function existingRow(table: Table, key: RowValues): ConflictError {
  return new ConflictError(
    `The table "${table.table}" has a row with the key ${show(key)} already. Update or replace that, or set "ifNotExists".`,
  );
}
