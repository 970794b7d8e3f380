/** Conditions on what a list, set or map holds. */
import { isCollection } from '../../../cql/ddl/index-check.ts';
import type { SchemaColumn } from '../../../cql/write/schema.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import type { ColumnCondition, Component } from './expression.ts';
import { listOperands } from './operands.ts';
import { invalidContainer, invalidExpression } from './refusals.ts';

const OPERATORS = { $in: 'in', $nin: 'nin', $all: 'all' } as const;
const SIDES: Readonly<Record<string, Component>> = { $keys: 'keys', $values: 'values' };
export const MAX_OPERANDS = 100;

export function isContainer(column: SchemaColumn | undefined): column is SchemaColumn {
  return column !== undefined && isCollection(column.cqlType);
}

export function containerConditions(column: SchemaColumn, sent: JsonObject): ColumnCondition[] {
  const isMap = column.cqlType.kind === 'map';
  return [...sent].flatMap(([name, value]) => {
    const side = isMap && Object.hasOwn(SIDES, name) ? SIDES[name] : undefined;
    if (!side) return [containerCondition(column, isMap ? 'entries' : 'values', name, value)];
    if (!(value instanceof Map)) throw invalidContainer(column.name, `${name} needs an object`);
    return [...value].map(([operator, operands]) => containerCondition(column, side, operator, operands));
  });
}

function containerCondition({ name }: SchemaColumn, component: Component, sign: string, sent: Json): ColumnCondition {
  const operator = Object.hasOwn(OPERATORS, sign) ? OPERATORS[sign as keyof typeof OPERATORS] : undefined;
  if (!operator)
    throw invalidContainer(name, `the operator '${sign}' is not among ${Object.keys(OPERATORS).join(', ')}`);
  if (!Array.isArray(sent)) throw invalidContainer(name, `${sign} needs a list`);
  if (component === 'entries' && !sent.every((pair) => Array.isArray(pair) && pair.length === 2))
    throw invalidContainer(name, `${sign} needs pairs of a key and a value`);
  if (sign === '$all' && sent.length === 0) throw invalidExpression('$all needs at least one value');
  if (sign !== '$all' && sent.length > MAX_OPERANDS)
    throw invalidExpression(`${sign} takes at most ${MAX_OPERANDS} values`);
  return { path: name, kind: 'contains', operator, component, operands: listOperands(sent) };
}
