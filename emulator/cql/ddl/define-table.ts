/** CREATE TABLE, DROP TABLE, and ALTER TABLE for the default TTL. */
import type { Column, Keyspace, Table } from '../../core/catalog.ts';
import { backendError, type Database } from '../../core/service.ts';
import { removeTableData } from '../../core/storage.ts';
import { failedPrecondition, invalidArgument, notModifiable } from '../types/refusal.ts';
import { type CqlType, cqlTypeText, isMultiCell } from '../types/type.ts';
import { inOrder } from '../write/schema.ts';
import { checkColumnType, holdsDuration, isCounter } from './type-check.ts';

/** A column of a new table; `position` and `order` count only in the primary key. */
export type ColumnPlan = Omit<Column, 'type'> & { readonly type: CqlType };

export interface TablePlan {
  readonly keyspace: string;
  readonly name: string;
  readonly columns: readonly ColumnPlan[];
  readonly ifNotExists: boolean;
}

const MAX_TTL_SECONDS = 630_720_000;

export function createTable(database: Database, plan: TablePlan): void {
  const keyspace = database.catalog.keyspace(plan.keyspace);
  if (keyspace?.system) throw notModifiable(plan.keyspace);
  if (!keyspace) throw invalidArgument(`Keyspace '${plan.keyspace}' doesn't exist`);
  if (Object.hasOwn(keyspace.tables, plan.name)) {
    if (plan.ifNotExists) return;
    throw backendError(
      'ALREADY_EXISTS',
      `Cannot add already existing table "${plan.name}" to keyspace "${plan.keyspace}"`,
    );
  }
  for (const column of plan.columns) checkColumnType(column.type, keyspace);
  checkKey(keyspace, plan.columns);
  checkKinds(plan.columns);
  if (!/^\w+$/.test(plan.name)) {
    throw failedPrecondition(
      `${plan.keyspace}.${plan.name}: Table name must not be empty, more than 48 characters long, or contain non-alphanumeric-underscore characters (got "${plan.name}")`,
    );
  }
  database.catalog.putTable({
    id: database.catalog.nextTableId(),
    keyspace: plan.keyspace,
    name: plan.name,
    columns: inOrder(plan.columns.map((column) => ({ ...column, type: cqlTypeText(column.type) }))),
    droppedColumns: [],
    indexes: [],
    defaultTtlSeconds: 0,
  });
}

function checkKey(keyspace: Keyspace, columns: readonly ColumnPlan[]): void {
  const key = columns.filter(({ kind }) => kind === 'partition' || kind === 'clustering');
  for (const { name, type } of key) {
    if (isCounter(type)) throw invalidArgument(`counter type is not supported for PRIMARY KEY column '${name}'`);
    if (isMultiCell(type)) {
      const what = type.kind === 'udt' ? 'user-defined type' : 'collection';
      throw invalidArgument(`Invalid non-frozen ${what} type ${cqlTypeText(type)} for PRIMARY KEY column '${name}'`);
    }
    if (holdsDuration(type, keyspace.types)) {
      throw invalidArgument(`duration type is not supported for PRIMARY KEY column '${name}'`);
    }
  }
}

function checkKinds(columns: readonly ColumnPlan[]): void {
  const has = (kind: Column['kind']) => columns.some((column) => column.kind === kind);
  if (has('static') && !has('clustering')) throw staticWithoutClustering();
  const values = columns.filter(({ kind }) => kind === 'static' || kind === 'regular');
  const counters = values.filter(({ type }) => isCounter(type));
  if (counters.length > 0 && counters.length < values.length) {
    throw invalidArgument('Cannot mix counter and non counter columns in the same table');
  }
}

export function staticWithoutClustering(): Error {
  return invalidArgument(
    'Static columns are only useful (and thus allowed) if the table has at least one clustering column',
  );
}

/** Drops a table with its rows; does nothing for a missing one. */
export function dropTable(database: Database, keyspace: string, name: string): void {
  if (database.catalog.keyspace(keyspace)?.system) throw notModifiable(keyspace);
  const table = database.catalog.table(keyspace, name);
  if (!table) return;
  database.store.transaction(() => {
    removeTableData(database, table);
    database.catalog.dropTable(keyspace, name);
  });
}

/** Sets the TTL of rows that are written from now on. */
export function setDefaultTtl(database: Database, table: Table, seconds: number): void {
  if (database.catalog.keyspace(table.keyspace)?.system) throw notModifiable(table.keyspace);
  if (seconds < 0) {
    throw failedPrecondition(`default_time_to_live must be greater than or equal to 0 (got ${seconds})`);
  }
  if (seconds > MAX_TTL_SECONDS) {
    throw failedPrecondition(`default_time_to_live must be less than or equal to ${MAX_TTL_SECONDS} (got ${seconds})`);
  }
  if (seconds > 0 && table.columns.some(({ type }) => type === 'counter')) {
    throw invalidArgument('Cannot set default_time_to_live on a table with counters');
  }
  database.catalog.putTable({ ...table, defaultTtlSeconds: seconds });
}
