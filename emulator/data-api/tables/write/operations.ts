/** The operations of an update, each on columns of its own. */
import type { SchemaColumn, TableSchema } from '../../../cql/write/schema.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { type CommandFailure, failed, refused } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';
import { isKey } from '../filter/analysis.ts';
import { isContainer } from '../filter/container.ts';
import { checkWritable, knownColumns } from './row.ts';

const OPERATORS = ['$set', '$unset', '$push', '$pullAll'] as const;
export type UpdateOperator = (typeof OPERATORS)[number];

/** What collections know besides. */
const OTHERS = ['$addToSet', '$currentDate', '$inc', '$max', '$min', '$mul', '$pop', '$rename', '$setOnInsert'];

export interface UpdateOperation {
  readonly operator: UpdateOperator;
  readonly column: SchemaColumn;
  readonly value: Json;
}

/** @throws CommandFailure - for operators that are none, and for columns that they do not suit */
export function readOperations(schema: TableSchema, update: Json): UpdateOperation[] {
  const bodies = readBodies(update);
  const names = bodies.flatMap(([, body]) => [...body.keys()]);
  if (names.length === 0) {
    const message = `The update changes nothing.\n\nUse one of: ${OPERATORS.join(', ')}.`;
    throw refused('UPDATE', 'MISSING_UPDATE_OPERATIONS', message);
  }
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  if (twice.length > 0) {
    const message = `These columns are changed by more than one operation: ${twice.join(', ')}.\n\nUse one for each.`;
    throw refused('UPDATE', 'UNSUPPORTED_OVERLAPPING_UPDATE_OPERATIONS', message);
  }
  return bodies.flatMap(([operator, body]) => {
    checkColumns(schema, operator, body);
    return knownColumns(schema, [...body.keys()], 'UPDATE').map((column) => ({
      operator,
      column,
      value: body.get(column.name) ?? null,
    }));
  });
}

function readBodies(update: Json): (readonly [UpdateOperator, JsonObject])[] {
  if (!(update instanceof Map)) throw badType('an update', update);
  const bodies = [...update].map(([name, body]) => {
    const operator = OPERATORS.find((each) => each === name);
    if (!operator && !OTHERS.includes(name)) {
      const message = `'${name}' is no operator of an update.\n\nUse one of: ${OPERATORS.join(', ')}.`;
      throw refused('UPDATE', 'UNSUPPORTED_UPDATE_OPERATION', message);
    }
    if (!(body instanceof Map)) throw badType(name, body);
    return { name, operator, body };
  });
  const other = bodies.find(({ operator }) => !operator);
  if (other) {
    const message = `Tables are not updated by ${other.name}.\n\nUse one of: ${OPERATORS.join(', ')}.`;
    throw refused('UPDATE', 'UNSUPPORTED_UPDATE_OPERATIONS_FOR_TABLE', message);
  }
  return bodies.flatMap(({ operator, body }) => (operator ? [[operator, body] as const] : []));
}

function checkColumns(schema: TableSchema, operator: UpdateOperator, body: JsonObject): void {
  const names = [...body.keys()];
  if (operator === '$push' && names.some((name) => !schema.column(name)))
    throw failed('', 'UNEXPECTED_SERVER_ERROR', 'Values are pushed to a column that the table does not have');
  const columns = knownColumns(schema, names, 'UPDATE');
  if (operator === '$push' || operator === '$pullAll') {
    checkContainers(operator, columns);
    return;
  }
  const keys = columns.filter(isKey).map(({ name }) => name);
  if (keys.length > 0) {
    const message = `Columns of the primary key are never updated: ${keys.join(', ')}.\n\nLeave them out.`;
    throw refused('UPDATE', 'UNSUPPORTED_UPDATE_FOR_PRIMARY_KEY_COLUMNS', message);
  }
  checkWritable(columns, 'UPDATE');
}

function checkContainers(operator: UpdateOperator, columns: readonly SchemaColumn[]): void {
  const others = columns.filter((column) => !isContainer(column)).map(({ name }) => name);
  if (others.length === 0) return;
  const message = `${operator} changes lists, sets and maps, which these columns are not: ${others.join(', ')}.\n\nUse $set.`;
  throw refused('UPDATE', 'UNSUPPORTED_UPDATE_OPERATOR', message);
}

function badType(what: string, value: Json): CommandFailure {
  const message = `Unsupported update data type: ${what} is an object, not ${kindOf(value)}.`;
  return refused('UPDATE', 'UNSUPPORTED_UPDATE_DATA_TYPE', message);
}
