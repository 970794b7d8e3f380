/** A filter whose values have become those of their columns: it tells which rows it means. */

import { quotedName } from '../../../cql/types/name.ts';
import type { SchemaColumn, TableSchema } from '../../../cql/write/schema.ts';
import type { Json } from '../../../shared/json.ts';
import { type CommandFailure, failed, refused } from '../../command/errors.ts';
import { cellBytes, elementBytes, keyBytes, pairBytes } from '../values/read.ts';
import { ValueError } from '../values/value-error.ts';
import type { ColumnComparison, ColumnCondition, ColumnGroup } from './expression.ts';

export type BoundFilter = { readonly column: SchemaColumn } & (
  | { readonly kind: 'compare'; readonly operator: ColumnComparison; readonly value: Uint8Array }
  | { readonly kind: 'in'; readonly operator: 'in' | 'nin'; readonly values: readonly Uint8Array[] }
  | {
      readonly kind: 'contains';
      readonly operator: 'in' | 'nin' | 'all' | 'notAny';
      readonly contained: readonly ContainedFilter[];
    }
);

/** What a list, set or map may hold: a value, a key, or both as an entry. */
export interface ContainedFilter {
  readonly key?: Uint8Array;
  readonly value?: Uint8Array;
}

export interface BoundGroup {
  readonly relation: ColumnGroup['relation'];
  readonly conditions: readonly BoundFilter[];
  readonly groups: readonly BoundGroup[];
}

/** @throws CommandFailure - for values that their columns cannot have, and for lists without any */
export function bindGroup(schema: TableSchema, group: ColumnGroup): BoundGroup {
  return {
    relation: group.relation,
    conditions: group.conditions.map((condition) => bindCondition(schema, condition)),
    groups: group.groups.map((inner) => bindGroup(schema, inner)),
  };
}

function bindCondition(schema: TableSchema, condition: ColumnCondition): BoundFilter {
  const column = schema.column(condition.path);
  if (!column || condition.kind === 'match' || condition.kind === 'unknown')
    throw new Error(`${condition.path} is unchecked`);
  if (condition.kind === 'compare') {
    const { operator, operand } = condition;
    const json: Json =
      typeof operand === 'object' && 'bytes' in operand
        ? new Map([['$binary', Buffer.from(operand.bytes).toString('base64')]])
        : operand;
    return { column, kind: 'compare', operator, value: columnBytes(schema, column, json) };
  }
  if (condition.operands.length === 0) {
    throw failed('DATABASE', 'UNSUPPORTED_DATABASE_QUERY', `The condition on ${column.name} has no values`);
  }
  if (condition.kind === 'in') {
    const values = condition.operands.map((operand) => columnBytes(schema, column, operand));
    return { column, kind: 'in', operator: condition.operator, values };
  }
  const contained = condition.operands.map((operand) =>
    converted(column, () => containedIn(schema, column, condition.component, operand)),
  );
  return { column, kind: 'contains', operator: condition.operator, contained };
}

function columnBytes({ keyspace }: TableSchema, column: SchemaColumn, value: Json): Uint8Array {
  return converted(column, () => {
    const isContainer = column.cqlType.kind !== 'scalar';
    if (value === null || isContainer) throw new ValueError('a scalar is needed');
    return cellBytes(column.cqlType, keyspace.types, value);
  });
}

function containedIn(
  { keyspace: { types } }: TableSchema,
  { cqlType }: SchemaColumn,
  component: 'values' | 'keys' | 'entries',
  operand: Json,
): ContainedFilter {
  if (cqlType.kind === 'list' || cqlType.kind === 'set') return { value: elementBytes(cqlType, types, operand) };
  if (cqlType.kind !== 'map') throw new ValueError('the column holds nothing');
  if (component === 'keys') return { key: keyBytes(cqlType, types, operand) };
  if (component === 'values') {
    return { value: elementBytes({ kind: 'list', element: cqlType.value, frozen: false }, types, operand) };
  }
  const [first = null, second = null] = Array.isArray(operand) ? operand : [];
  const [key, value] = pairBytes(cqlType, types, first, second);
  return { key, value };
}

function converted<T>(column: SchemaColumn, convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    if (error instanceof ValueError) throw invalidValue(column, error.message);
    throw error;
  }
}

/** Of columns whose names need quotes the server fails to tell what is wrong. */
function invalidValue({ name, type }: SchemaColumn, problem: string): CommandFailure {
  const needsQuotes = quotedName(name.toLowerCase()).startsWith('"');
  if (needsQuotes) return failed('DATABASE', 'UNEXPECTED_DRIVER_ERROR', `The name ${name} needs double quotes`);
  const message = `The column ${name} is of the type ${type}, and cannot have the value of the filter: ${problem}.\n\nUse values of that type.`;
  return refused('FILTER', 'INVALID_FILTER_COLUMN_VALUES', message, 'Column value in filter is not valid');
}
