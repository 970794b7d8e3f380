/** Makes and deletes tables, and adds and drops their columns. */
import { answerMissing } from '../../catalog/created.ts';
import { missingColumn, missingTable } from '../../catalog/missing.ts';
import { checkNewTable } from '../../catalog/new-table.ts';
import { checkNewName } from '../../cql/check-definition.ts';
import { fromMembers } from '../../json/json-value.ts';
import {
  ConflictError,
  InputError,
  type NotFoundError,
  NotSupportedError,
  type SourceError,
} from '../../source/errors.ts';
import type { CatalogSource, NewTable, TableRef } from '../../source/source.ts';
import type { DataApiConnection } from '../command/connection.ts';
import { checkKeyType, toDataApiType } from './new-column-type.ts';
import { changeKeyspace, changeTable, type SchemaChange, whenExisting } from './schema-change.ts';
import { readCollectionNames, readTableNames, readTables } from './schema-read.ts';

type TableChanges = Pick<
  CatalogSource,
  'createTable' | 'replaceTableOptions' | 'deleteTable' | 'createColumn' | 'renameColumn' | 'deleteColumn'
>;

export function createDataApiTableChanges(connection: DataApiConnection): TableChanges {
  const isCollection = async (ref: TableRef) =>
    (await readCollectionNames(connection, ref))?.includes(ref.table) ?? false;

  /** Names the columns that there are, where the table can still be read. */
  async function unknownColumn(ref: TableRef, column: string): Promise<NotFoundError> {
    const table = (await readTables(connection, ref))?.find((each) => each.table === ref.table);
    return table ? missingColumn(table, column) : missingTable(ref, false);
  }

  return {
    async createTable(table, ifNotExists) {
      const existing = whenExisting(`table "${table.table}"`, ifNotExists);
      // Upstream's own "ifNotExists" answers a collection of the name as if the table had been there.
      return changeKeyspace(connection, table, toCreateTable(table), {
        CANNOT_ADD_EXISTING_TABLE: async (error) =>
          (await isCollection(table)) ? takenByCollection(table, error) : existing(error),
      });
    },
    replaceTableOptions: async (ref) => refuseTtl(ref, 'Delete rows when they have become old'),
    async deleteTable(ref, ifExists) {
      // Upstream drops a collection of the name too.
      if (!(await readTableNames(connection, ref))?.includes(ref.table))
        return answerMissing(ifExists, missingTable(ref, !ifExists && (await isCollection(ref))));
      const change = { name: 'dropTable', body: { name: ref.table } };
      return changeKeyspace(connection, ref, change, {
        CANNOT_DROP_UNKNOWN_TABLE: () => !ifExists && missingTable(ref, false),
      });
    },
    async createColumn(ref, { name, type, isStatic }, ifNotExists) {
      checkNewName('column', name);
      const what = `column "${name}"`;
      if (isStatic) refuseStatic(what);
      const columns = fromMembers([name], [toDataApiType(what, type)]);
      const change = { name: 'alterTable', body: { operation: { add: { columns } } } };
      return changeTable(connection, ref, change, {
        CANNOT_ADD_EXISTING_COLUMNS: whenExisting(`${what} of the table "${ref.table}"`, ifNotExists),
      });
    },
    async renameColumn(ref, column) {
      throw new NotSupportedError(
        `The Data API cannot rename a column, such as "${column}" of the table "${ref.table}" (capability COLUMN_RENAMES). Make a table with the new name and copy the rows, or rename it by CQL.`,
      );
    },
    async deleteColumn(ref, column, ifExists) {
      const change = { name: 'alterTable', body: { operation: { drop: { columns: [column] } } } };
      return changeTable(connection, ref, change, {
        CANNOT_DROP_UNKNOWN_COLUMNS: async () => !ifExists && unknownColumn(ref, column),
        CANNOT_DROP_PRIMARY_KEY_COLUMNS: (cause) =>
          new InputError(
            `The column "${column}" is part of the primary key of the table "${ref.table}", which stays as it is. Make another table.`,
            { call: cause.call, cause },
          ),
        CANNOT_DROP_INDEXED_COLUMNS: (cause) =>
          new ConflictError(
            `The column "${column}" of the table "${ref.table}" has an index. Delete the index first, with deleteIndex.`,
            { call: cause.call, cause },
          ),
      });
    },
  };
}

/** @throws InputError, NotSupportedError - before anything is sent */
export function toCreateTable(table: NewTable): SchemaChange {
  checkNewTable(table);
  const { columns, partitionKey, clusteringKey, defaultTtlSeconds } = table;
  const key = new Set([...partitionKey, ...clusteringKey.map(({ name }) => name)]);
  const types = columns.map(({ name, type, isStatic }) => {
    const what = `column "${name}"`;
    const definition = toDataApiType(what, type);
    if (key.has(name)) checkKeyType(what, type);
    if (isStatic) refuseStatic(what);
    return definition;
  });
  if (defaultTtlSeconds) refuseTtl(table, `Leave out "defaultTtlSeconds" (${defaultTtlSeconds})`);
  const definition = {
    columns: fromMembers(
      columns.map(({ name }) => name),
      types,
    ),
    primaryKey: {
      partitionBy: partitionKey,
      partitionSort: fromMembers(
        clusteringKey.map(({ name }) => name),
        clusteringKey.map(({ order }) => (order === 'DESC' ? -1 : 1)),
      ),
    },
  };
  return { name: 'createTable', body: { name: table.table, definition } };
}

function takenByCollection({ keyspace, table }: TableRef, cause: SourceError): ConflictError {
  return new ConflictError(
    `The keyspace "${keyspace}" has a collection "${table}", and no table can have its name. Choose another.`,
    { call: cause.call, cause },
  );
}

function refuseStatic(what: string): never {
  throw new NotSupportedError(
    `The Data API makes no static columns, such as the ${what} (capability STATIC_COLUMNS). Leave out "static", put the column into a table whose key is the partition key alone, or make it by CQL.`,
  );
}

function refuseTtl({ table }: TableRef, cure: string): never {
  throw new NotSupportedError(
    `The Data API sets no default time to live of a table, such as "${table}" (capability TABLE_OPTIONS). ${cure}, or set it by CQL.`,
  );
}
