/** ALTER TABLE: adds, renames and drops columns. */
import type { Column, Keyspace, Table } from '../../core/catalog.ts';
import type { Database } from '../../core/service.ts';
import { failedPrecondition, invalidArgument, notModifiable } from '../types/refusal.ts';
import { type CqlType, cqlTypeText } from '../types/type.ts';
import { inOrder } from '../write/schema.ts';
import { staticWithoutClustering } from './define-table.ts';
import { checkColumnType, isCounter } from './type-check.ts';

interface TableTarget {
  readonly database: Database;
  readonly keyspace: Keyspace;
  readonly table: Table;
}

export interface NewColumn {
  readonly name: string;
  readonly type: CqlType;
  readonly isStatic: boolean;
}

export function addColumn({ database, keyspace, table }: TableTarget, { name, type, isStatic }: NewColumn): void {
  if (keyspace.system) throw notModifiable(keyspace.name);
  checkColumnType(type, keyspace);
  if (columnOf(table, name)) throw invalidArgument(`Column with name '${name}' already exists`);
  if (isStatic && !table.columns.some(({ kind }) => kind === 'clustering')) throw staticWithoutClustering();
  const text = cqlTypeText(type);
  const column: Column = { name, type: text, kind: isStatic ? 'static' : 'regular', position: 0, order: 'asc' };
  checkDropped(table, column);
  const isCounterTable = table.columns.some((other) => other.type === 'counter');
  if (isCounter(type) !== isCounterTable) {
    const [what, where] = isCounterTable ? ['non counter', 'counter'] : ['counter', 'non counter'];
    throw failedPrecondition(
      `${table.keyspace}.${table.name}: Cannot have a ${what} column ("${name}") in a ${where} table`,
    );
  }
  database.catalog.putTable({ ...table, columns: inOrder([...table.columns, column]) });
}

/** A dropped column can be added again only with its old type and kind: old cells may still exist. */
function checkDropped({ droppedColumns }: Table, { name, type, kind }: Column): void {
  const dropped = droppedColumns.findLast((column) => column.name === name);
  if (!dropped) return;
  const isCompatible = type === dropped.type || type === 'blob' || (type === 'text' && dropped.type === 'ascii');
  const prefix = `Cannot re-add previously dropped column '${name}' of`;
  if (!isCompatible) {
    throw invalidArgument(`${prefix} type ${type}, incompatible with previous type ${dropped.type}`);
  }
  if (kind !== dropped.kind) {
    throw invalidArgument(
      `${prefix} kind ${kind.toUpperCase()}, incompatible with previous kind ${dropped.kind.toUpperCase()}`,
    );
  }
  if (type === 'counter') throw invalidArgument(`Cannot re-add previously dropped counter column ${name}`);
}

export function renameColumn({ database, keyspace, table }: TableTarget, from: string, to: string): void {
  if (keyspace.system) throw notModifiable(keyspace.name);
  const column = columnOf(table, from);
  if (!column || column.kind === 'static' || column.kind === 'regular') {
    throw invalidArgument(`Cannot rename non PRIMARY KEY column ${from}`);
  }
  if (columnOf(table, to)) {
    throw invalidArgument(
      `Cannot rename column ${from} to ${to} in table '${table.keyspace}.${table.name}'; another column with that name already exists`,
    );
  }
  const dependents = indexesOf(table, from);
  if (dependents) {
    throw invalidArgument(`Can't rename column ${from} because it has dependent secondary indexes (${dependents})`);
  }
  const columns = table.columns.map((other) => (other === column ? { ...column, name: to } : other));
  database.catalog.putTable({ ...table, columns });
}

export function dropColumn({ database, keyspace, table }: TableTarget, name: string): void {
  if (keyspace.system) throw notModifiable(keyspace.name);
  const column = columnOf(table, name);
  if (!column || column.kind === 'partition' || column.kind === 'clustering') {
    throw invalidArgument(`Cannot drop PRIMARY KEY column ${name}`);
  }
  const dependents = indexesOf(table, name);
  if (dependents) {
    throw invalidArgument(`Cannot drop column ${name} because it has dependent secondary indexes (${dependents})`);
  }
  const columns = table.columns.filter((other) => other !== column);
  database.catalog.putTable({ ...table, columns, droppedColumns: [...table.droppedColumns, column] });
}

function columnOf({ columns }: Table, name: string): Column | undefined {
  return columns.find((column) => column.name === name);
}

function indexesOf({ indexes }: Table, column: string): string {
  return indexes
    .filter((index) => index.column === column)
    .map(({ name }) => name)
    .join(', ');
}
