/** updateOne: what is set makes a row that is not there, and it answers alike in any case. */

import { readCells } from '../../../cql/read/read-row.ts';
import type { BoundValue } from '../../../cql/write/bind.ts';
import { type SchemaColumn, schemaOf, type TableSchema } from '../../../cql/write/schema.ts';
import { updateRow } from '../../../cql/write/write.ts';
import { JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { type CommandAnswer, statusAnswer, type TableCall } from '../../command/command.ts';
import { refused } from '../../command/errors.ts';
import { isContainer } from '../filter/container.ts';
import { type Container, type ContainerChange, pulled, pushed } from './container-change.ts';
import { readRowKey } from './key.ts';
import { readOperations, type UpdateOperation } from './operations.ts';
import { boundValues, readAll } from './row.ts';

const ONE = new JsonNumber('1');

export function updateOneRow({ database, keyspace, table, fields }: TableCall): CommandAnswer {
  const schema = schemaOf(keyspace, table);
  const sort = fields.get('sort') ?? null;
  if (sort instanceof Map && sort.size > 0) {
    const message =
      'The row to update is named by its primary key, so that there is nothing to sort.\n\nLeave sort out.';
    throw refused('SORT', 'UNSUPPORTED_SORT_FOR_TABLE_UPDATE_COMMAND', message);
  }
  const operations = readOperations(schema, fields.get('update') ?? null);
  const set = boundValues(schema, setMembers(operations), 'UPDATE');
  const changes = readChanges(schema, operations);
  const key = readRowKey(schema, fields.get('filter') ?? null);
  const cells = changes.length > 0 ? readCells({ database, schema }, key) : undefined;
  const changed = changes.map(({ column, change }): BoundValue => {
    return { column, value: column.arrange(change(cells?.get(column.cell) ?? new Uint8Array())) };
  });
  updateRow({ database, schema }, [...set, ...changed], key);
  return statusAnswer({ matchedCount: ONE, modifiedCount: ONE });
}

/** What is unset is set to null. */
function setMembers(operations: readonly UpdateOperation[]): JsonObject {
  return new Map(
    operations.flatMap(({ operator, column, value }) => {
      if (operator === '$set') return [[column.name, value]];
      return operator === '$unset' ? [[column.name, null]] : [];
    }),
  );
}

interface ColumnChange {
  readonly column: SchemaColumn;
  readonly change: ContainerChange;
}

function readChanges(schema: TableSchema, operations: readonly UpdateOperation[]): ColumnChange[] {
  const found: ColumnChange[] = [];
  const changing = operations.filter(({ operator }) => operator === '$push' || operator === '$pullAll');
  readAll(
    schema,
    'UPDATE',
    changing.map(({ column }) => column),
    (column) => {
      const operation = changing.find((each) => each.column === column);
      if (operation && isContainer(column)) found.push({ column, change: changeOf(schema, operation) });
      return null;
    },
  );
  return found;
}

function changeOf({ keyspace }: TableSchema, { operator, column, value }: UpdateOperation): ContainerChange {
  const type = column.cqlType as Container; // `readOperations` has checked it.
  return (operator === '$push' ? pushed : pulled)(type, keyspace.types, value);
}
