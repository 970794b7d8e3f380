/** listTables. */
import type { Table } from '../../../core/catalog.ts';
import { byName } from '../../../cql/types/name.ts';
import { inOrder } from '../../../cql/write/schema.ts';
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { type KeyspaceCall, type KeyspaceCommand, statusAnswer } from '../../command/command.ts';
import { booleanField } from '../../command/fields.ts';
import { columnsJson } from './type-json.ts';

/** Names in order, or with the definition of each. */
export const listTablesCommand: KeyspaceCommand = {
  fields: [],
  options: ['explain'],
  check: (_, options) => void booleanField(options, 'explain'),
  run(call) {
    const tables = Object.values(call.keyspace.tables)
      .filter(({ dataCollection }) => !dataCollection)
      .toSorted(byName);
    const isExplained = booleanField(call.options, 'explain') === true;
    return statusAnswer({ tables: tables.map((table) => (isExplained ? explained(table, call) : table.name)) });
  },
};

function explained(table: Table, { keyspace }: KeyspaceCall): JsonObject {
  const columns = inOrder(table.columns).filter(({ kind }) => kind !== 'static');
  const statics = table.columns.filter(({ kind }) => kind === 'static').toSorted(byName);
  const definition = new Map<string, Json>([
    ['columns', columnsJson([...columns, ...statics], { keyspace, withFields: false })],
    ['primaryKey', keyJson(inOrder(table.columns))],
  ]);
  return new Map<string, Json>([
    ['name', table.name],
    ['definition', definition],
  ]);
}

function keyJson(columns: Table['columns']): JsonObject {
  const ofKind = (wanted: 'partition' | 'clustering') => columns.filter(({ kind }) => kind === wanted);
  const order = ofKind('clustering').map(
    (column) => [column.name, new JsonNumber(column.order === 'asc' ? '1' : '-1')] as const,
  );
  return new Map<string, Json>([
    ['partitionBy', ofKind('partition').map(({ name }) => name)],
    ['partitionSort', new Map(order)],
  ]);
}
