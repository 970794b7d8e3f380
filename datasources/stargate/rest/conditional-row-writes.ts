/** Creates and deletes rows. Looks for them first, because the REST API replaces and deletes silently. */

import { keyColumns } from '../../cql/table-columns.ts';
import { show } from '../../json/shorten.ts';
import type { Bulk } from '../../resilience/bulk.ts';
import { mapSeveral } from '../../shared/map-several.ts';
import { ownValue } from '../../shared/own-value.ts';
import { ConflictError, NotFoundError } from '../../source/errors.ts';
import type { Result, Row, RowSource, RowValues, Table } from '../../source/source.ts';
import { countSearches, type RowReading, readRows } from './row-batches.ts';
import { checkKey, type RowWrites } from './row-writes.ts';

export interface ConditionalWriteOptions {
  readonly writes: RowWrites;
  readonly bulk: Bulk;
  readonly findPage: RowSource['findPage'];
  toReading(table: Table, columns: readonly string[]): Promise<RowReading>;
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
const WRITES_AT_ONCE = 10;

export function createConditionalRowWrites({
  writes,
  bulk,
  findPage,
  toReading,
}: ConditionalWriteOptions): ConditionalWrites {
  const look = async (table: Table, keys: readonly RowValues[]) =>
    readRows(await toReading(table, keyColumns(table)), keys);

  const countLooks = async (table: Table, keys: readonly RowValues[]) =>
    countSearches(await toReading(table, keyColumns(table)), keys);

  const lookForMany = async (table: Table, keys: readonly RowValues[]) =>
    bulk.read(await countLooks(table, keys), () => look(table, keys));

  async function create(table: Table, values: RowValues, found: Result<Row>, ifNotExists: boolean): Promise<boolean> {
    const isThere = exists(found);
    if (isThere && !ifNotExists) throw existingRow(table, keyWithin(table, values));
    if (!isThere) await writes.insert(table, values);
    return !isThere;
  }

  async function remove(table: Table, key: RowValues, found: Result<Row>, ifExists: boolean): Promise<boolean> {
    const isThere = exists(found);
    if (!isThere && !ifExists) {
      throw new NotFoundError(`The table "${table.table}" has no row with the key ${show(key)}.`);
    }
    if (isThere) await writes.remove(table, key);
    return isThere;
  }

  async function isAnyThere(table: Table, keyPrefix: RowValues): Promise<boolean> {
    const query = { key: keyPrefix, columns: keyColumns(table), pageSize: 1 };
    let page = await findPage(table, query);
    while (page.items.length === 0 && page.nextPageState !== undefined) {
      page = await findPage(table, { ...query, pageState: page.nextPageState });
    }
    return page.items.length > 0;
  }

  return {
    async create(table, values, ifNotExists) {
      const [found = null] = await look(table, [keyWithin(table, values)]);
      return create(table, values, found, ifNotExists);
    },
    async createMany(table, rows, ifNotExists) {
      const found = await lookForMany(
        table,
        rows.map((values) => keyWithin(table, values)),
      );
      return bulk.write(found.filter((row) => row === null).length, () =>
        mapSeveral(rows, WRITES_AT_ONCE, (values, index) => create(table, values, found[index] ?? null, ifNotExists)),
      );
    },
    putMany: (table, rows) =>
      mapSeveral(rows, WRITES_AT_ONCE, async (values) => {
        await writes.insert(table, values);
        return true as const;
      }),
    checkMany: (table, rows) =>
      mapSeveral(rows, WRITES_AT_ONCE, async (values) => {
        await writes.check(table, values);
        return true as const;
      }),
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
    countCalls: async (table, write, keys) => keys.length + (write === 'patch' ? 0 : await countLooks(table, keys)),
  };
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
    `The table "${table.table}" has a row with the key ${show(key)} already. Use updateRow or replaceRow, or set "ifNotExists".`,
  );
}
