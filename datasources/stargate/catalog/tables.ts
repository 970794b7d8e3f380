/** Makes, changes and deletes tables and their columns (Stargate REST API v2, `…/tables` and `…/columns`). */

import { answerCreated, answerMissing, existsMessage } from '../../catalog/created.ts';
import { missingColumn, missingTable } from '../../catalog/missing.ts';
import { checkNewTable } from '../../catalog/new-table.ts';
import { checkNewName, toNewType } from '../../cql/check-definition.ts';
import { ConflictError, InputError, UpstreamError } from '../../source/errors.ts';
import type { CatalogSource, NewTable, Table, TableRef } from '../../source/source.ts';
import type { StargateConnection } from '../shared/connection.ts';
import { isCollection } from './definitions.ts';
import { requireTable } from './require-table.ts';
import { changeTable, deleted, namedBody, sendChange, TABLES, tableParameters } from './schema-change.ts';
import { readTable } from './schema-read.ts';

type TableChanges = Pick<
  CatalogSource,
  'createTable' | 'replaceTableOptions' | 'deleteTable' | 'createColumn' | 'renameColumn' | 'deleteColumn'
>;

const COLUMNS = `${TABLES}/{table}/columns`;

export function createTableChanges(connection: StargateConnection): TableChanges {
  async function createTable(table: NewTable, ifNotExists: boolean): Promise<boolean> {
    checkNewTable(table);
    const { databaseId, keyspace } = table;
    const expect = { 201: namedBody(table.table) };
    const body = toDefinition(table);
    const call = { method: 'POST', route: TABLES, parameters: { keyspace }, body, expect } as const;
    if (!(await answerCreated(sendChange(connection, databaseId, call), ifNotExists, `table "${table.table}"`)))
      return false;
    if (table.defaultTtlSeconds) await setFirstTtl(table, table.defaultTtlSeconds);
    await readTable(connection, table);
    return true;
  }

  /** Upstream ignores the time to live of a new table: it has to be set afterwards. */
  async function setFirstTtl(table: NewTable, defaultTtlSeconds: number): Promise<void> {
    try {
      await setTtl(table, defaultTtlSeconds);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const Failure = cause instanceof InputError ? InputError : UpstreamError;
      throw new Failure(
        `The table "${table.table}" was created, but its default time to live of ${defaultTtlSeconds} s was not set: ${reason} Set it with replaceTableOptions.`,
        { cause },
      );
    }
  }

  const setTtl = (ref: TableRef, defaultTtlSeconds: number) =>
    sendChange(connection, ref.databaseId, {
      method: 'PUT',
      route: `${TABLES}/{table}`,
      parameters: tableParameters(ref),
      body: { name: ref.table, tableOptions: { defaultTimeToLive: defaultTtlSeconds } },
      expect: { 200: namedBody(ref.table) },
    });

  return {
    createTable,
    async replaceTableOptions(ref, defaultTtlSeconds) {
      await requireTable(connection, ref);
      await setTtl(ref, defaultTtlSeconds);
    },
    async deleteTable(ref, ifExists) {
      const found = await readTable(connection, ref);
      if (!found || isCollection(found)) return answerMissing(ifExists, missingTable(ref, found !== null));
      await sendChange(connection, ref.databaseId, {
        method: 'DELETE',
        route: `${TABLES}/{table}`,
        parameters: tableParameters(ref),
        expect: deleted,
      });
      return true;
    },
    async createColumn(ref, { name, type, isStatic }, ifNotExists) {
      checkNewName('column', name);
      const table = await requireTable(connection, ref);
      if (table.columns.some((column) => column.name === name)) {
        if (ifNotExists) return false;
        throw new ConflictError(existsMessage(`column "${name}" of the table "${ref.table}"`));
      }
      const body = { name, typeDefinition: toNewType(`column "${name}"`, type), static: isStatic };
      const parameters = tableParameters(ref);
      const expect = { 201: namedBody(name) };
      await changeTable(connection, ref, { method: 'POST', route: COLUMNS, parameters, body, expect });
      return true;
    },
    async renameColumn(ref, column, newName) {
      checkNewName('column', newName);
      checkRename(await requireTable(connection, ref), column, newName);
      const parameters = { ...tableParameters(ref), column };
      await changeTable(connection, ref, {
        method: 'PUT',
        route: `${COLUMNS}/{column}`,
        parameters,
        body: { name: newName },
        expect: { 200: namedBody(newName) },
      });
    },
    async deleteColumn(ref, column, ifExists) {
      const table = await requireTable(connection, ref);
      if (!table.columns.some(({ name }) => name === column))
        return answerMissing(ifExists, missingColumn(table, column));
      await changeTable(connection, ref, {
        method: 'DELETE',
        route: `${COLUMNS}/{column}`,
        parameters: { ...tableParameters(ref), column },
        expect: deleted,
      });
      return true;
    },
  };
}

function toDefinition({ table, columns, partitionKey, clusteringKey }: NewTable) {
  return {
    name: table,
    ifNotExists: false,
    columnDefinitions: columns.map(({ name, type, isStatic }) => ({
      name,
      typeDefinition: toNewType(`column "${name}"`, type),
      static: isStatic,
    })),
    primaryKey: { partitionKey, clusteringKey: clusteringKey.map(({ name }) => name) },
    tableOptions: { clusteringExpression: clusteringKey.map(({ name, order }) => ({ column: name, order })) },
  };
}

function checkRename(table: Table, column: string, newName: string): void {
  const found = table.columns.find(({ name }) => name === column);
  if (!found) throw missingColumn(table, column);
  if (found.kind !== 'PARTITION_KEY' && found.kind !== 'CLUSTERING_KEY') {
    throw new InputError(
      `The column "${column}" is not part of the primary key, and only such columns can be renamed.`,
    );
  }
  if (table.columns.some(({ name }) => name === newName)) {
    throw new ConflictError(existsMessage(`column "${newName}" of the table "${table.table}"`));
  }
}
