/** Writes rows (Data API contract, tables): upserts, each sent once. */
import { missingTable } from '../../catalog/missing.ts';
import { keyColumns } from '../../cql/table-columns.ts';
import { answerError, contentOf } from '../../http/response-errors.ts';
import { type ExactObject, fromMembers, type JsonValue } from '../../json/json-value.ts';
import { anythingExact, arrayOf, object, record } from '../../json/shape.ts';
import { checkKey } from '../../rows/check-key.ts';
import type { RowWrites } from '../../rows/conditional-row-writes.ts';
import { isImpossible } from '../../rows/read-rows.ts';
import type { Types } from '../../rows/row-decode.ts';
import { ownValue } from '../../shared/own-value.ts';
import { InputError, NotSupportedError } from '../../source/errors.ts';
import type { KeyspaceRef, RowValues, Table } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';
import { countInserts, insertMany } from '../command/insert-many.ts';
import { encode, noCounters } from '../values/encode.ts';
import { columnType, isReadable } from '../values/readable.ts';
import { whereKey } from './where.ts';

export interface RowWriteOptions {
  readonly connection: DataApiConnection;
  typesOf(table: Table): Promise<Types>;
  /** The tables of a keyspace as they are now. */
  readTables(ref: KeyspaceRef): Promise<readonly Table[] | null>;
}

const INSERTED = object({ status: object({ insertedIds: arrayOf(anythingExact) }) });
/** How many commands with many rows are in flight at a time. */
const INSERTS_AT_ONCE = 4;
const DONE = object({ status: record });

export function createRowWrites({ connection, typesOf, readTables }: RowWriteOptions): RowWrites {
  /** INSERT, which leaves a row even where all other columns are null. */
  async function insert(table: Table, values: RowValues): Promise<void> {
    const document = toDocument(table, values, await typesOf(table));
    const command = { name: 'insertOne', body: { document }, effect: 'write', reply: INSERTED } as const;
    await connection.run(table, command);
  }

  return {
    insert,
    check: (table, values, types) => void toDocument(table, values, types),
    async insertMany(table, rows) {
      const types = await typesOf(table);
      return insertMany(rows, {
        connection,
        target: table,
        concurrency: INSERTS_AT_ONCE,
        toDocument: (values) => toDocument(table, values, types),
        errorOf: answerError,
      });
    },
    countInserts,
    async replace(table, key, values) {
      checkKey(table, key, keyColumns(table));
      refuseCounters(table);
      const fresh = (await readTables(table))?.find((each) => each.table === table.table);
      if (!fresh) throw missingTable(table, false);
      const regular = fresh.columns.filter(({ kind }) => kind === 'REGULAR').map(({ name }) => name);
      checkClearable(fresh, regular);
      await insert(fresh, { ...Object.fromEntries(regular.map((name) => [name, null])), ...values, ...key });
    },
    async patch(table, key, values) {
      checkPatch(table, key, values);
      checkPossible(table, key);
      const $set = encodeAll(table, values, await typesOf(table));
      const filter = wholeKey(table, key, keyColumns(table));
      contentOf(
        await connection.send(table, {
          name: 'updateOne',
          body: { filter, update: { $set } },
          effect: 'write',
          reply: DONE,
        }),
      );
    },
    async remove(table, keyPrefix) {
      const isWhole = keyColumns(table).every((name) => (ownValue(keyPrefix, name) ?? null) !== null);
      const filter = wholeKey(table, keyPrefix, isWhole ? keyColumns(table) : table.partitionKey);
      await connection.run(table, {
        name: isWhole ? 'deleteOne' : 'deleteMany',
        body: { filter },
        effect: 'write',
        reply: DONE,
      });
    },
  };
}

/** A row as it is inserted. @throws InputError, NotSupportedError - for what upstream refuses or changes */
function toDocument(table: Table, values: RowValues, types: Types): ExactObject {
  refuseCounters(table);
  checkKey(table, values, keyColumns(table));
  checkPossible(table, values);
  return encodeAll(table, values, types);
}

function encodeAll(table: Table, values: RowValues, types: Types): ExactObject {
  const names = Object.keys(values);
  const encoded = names.map(
    (column): JsonValue => encode(columnType(table, column), ownValue(values, column) ?? null, { column, types }),
  );
  return fromMembers(names, encoded);
}

/** The filter of a write. Without a condition it would mean all rows. @throws InputError - where a column is missing */
function wholeKey(table: Table, key: RowValues, names: readonly string[]): ExactObject {
  checkKey(table, key, names);
  return whereKey(table, key);
}

function checkPossible(table: Table, key: RowValues): void {
  if (!isImpossible(table, key)) return;
  throw new InputError(
    `The key column "${table.partitionKey[0]}" of the table "${table.table}" is the empty text, which no row can have as its whole partition key. Send another value.`,
  );
}

function checkPatch(table: Table, key: RowValues, values: RowValues): void {
  const kinds = new Map(table.columns.map(({ name, kind }) => [name, kind]));
  const names = Object.keys(values);
  const [first] = names;
  if (first === undefined) {
    throw new InputError(
      `No values are given for the row ${JSON.stringify(key)} of "${table.table}". Give at least one.`,
    );
  }
  if (names.every((name) => kinds.get(name) === 'STATIC')) {
    throw new NotSupportedError(
      `The column "${first}" is static, and the Data API changes static columns only together with a row. Give the value to createRow or replaceRow of a row of this partition, or use CQL.`,
    );
  }
  checkKey(table, key, keyColumns(table));
}

/** What must be cleared must be writable. */
function checkClearable(table: Table, names: readonly string[]): void {
  const wrong = names.find((name) => !isReadable(columnType(table, name)));
  if (wrong === undefined) return;
  throw new NotSupportedError(
    `Rows of "${table.table}" cannot be replaced: the column "${wrong}" would have to be cleared, and the Data API does not write its type. Update the row, which leaves it as it is.`,
  );
}

function refuseCounters({ columns }: Table): void {
  const counter = columns.find(({ type }) => type === 'counter');
  if (counter) throw noCounters(counter.name);
}
