/** Conditions on a column that is compared as a whole. */
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { extendedOf, isKnownType } from '../../collections/values/extended.ts';
import { refused } from '../../command/errors.ts';
import { MAX_OPERANDS } from './container.ts';
import type { ColumnComparison, ColumnCondition, Operand } from './expression.ts';
import { directOperand, isStrange, listOperands, operandOf, type Value } from './operands.ts';
import { invalidExpression, unsupportedType } from './refusals.ts';

const COMPARISONS: Readonly<Record<string, ColumnComparison>> = {
  $eq: 'eq',
  $ne: 'ne',
  $gt: 'gt',
  $gte: 'gte',
  $lt: 'lt',
  $lte: 'lte',
};
const OTHERS: Readonly<Record<string, (path: string, sign: string, value: Json) => ColumnCondition>> = {
  $in: (path, sign, value) => listCondition(path, sign, 'in', value),
  $nin: (path, sign, value) => listCondition(path, sign, 'nin', value),
  $exists: (path, sign, value) => unknownCondition(path, sign, typeof value === 'boolean', 'a boolean'),
  $size: (path, sign, value) => unknownCondition(path, sign, isSize(value), 'a whole number from 0'),
  $all: (path, sign, value) =>
    unknownCondition(path, sign, Array.isArray(value) && value.length > 0, 'a list of values'),
  $match: (path, sign, value) => {
    if (typeof value !== 'string') throw invalidExpression(`${sign} needs a text`);
    return { path, kind: 'match' };
  },
};

/** A value that stands for equality. */
export function equality(path: string, value: Exclude<Json, JsonObject>): ColumnCondition {
  return compared(path, 'eq', operandOf(value));
}

/** The members of an object: operators, each of them a condition; or the object is a value itself. */
export function comparisons(path: string, sent: JsonObject): ColumnCondition[] {
  const conditions: ColumnCondition[] = [];
  for (const [sign, value] of sent) {
    const operator = Object.hasOwn(COMPARISONS, sign) ? COMPARISONS[sign] : undefined;
    const other = Object.hasOwn(OTHERS, sign) ? OTHERS[sign] : undefined;
    if (operator) conditions.push(compared(path, operator, ordered(sign, operator, operandOf(value))));
    else if (other) conditions.push(other(path, sign, value));
    else return [...conditions, objectEquality(path, sign, sent)];
  }
  return conditions;
}

function objectEquality(path: string, sign: string, sent: JsonObject): ColumnCondition {
  const extended = extendedOf(sent);
  if (extended && isKnownType(sign)) return compared(path, 'eq', directOperand(extended));
  if (!sign.startsWith('$')) throw unsupportedType(`${path} cannot be compared with an object`);
  const message = `Unsupported filter operator '${sign}'.\n\nUse a supported one.`;
  throw refused('FILTER', 'FILTER_UNSUPPORTED_OPERATOR', message);
}

function ordered(sign: string, operator: ColumnComparison, value: Value): Value {
  const isOrdered = !isStrange(value) || value.strange === 'date';
  if (operator === 'eq' || operator === 'ne' || isOrdered) return value;
  throw invalidExpression(`'${sign}' needs a text, a number or a boolean`);
}

function compared(path: string, operator: ColumnComparison, operand: Value | Operand): ColumnCondition {
  if (!isStrange(operand)) return { path, kind: 'compare', operator, operand };
  if (operand.strange === 'object') throw unsupportedType(`${path} cannot be compared with an object`);
  return { path, kind: 'unknown' };
}

function listCondition(path: string, sign: string, operator: 'in' | 'nin', value: Json): ColumnCondition {
  if (!Array.isArray(value)) throw invalidExpression(`${sign} needs a list`);
  if (value.length > MAX_OPERANDS) throw invalidExpression(`${sign} takes at most ${MAX_OPERANDS} values`);
  return { path, kind: 'in', operator, operands: listOperands(value) };
}

function unknownCondition(path: string, sign: string, isRight: boolean, needed: string): ColumnCondition {
  if (!isRight) throw invalidExpression(`${sign} needs ${needed}`);
  return { path, kind: 'unknown' };
}

function isSize(value: Json): boolean {
  const size = value instanceof JsonNumber ? Number(value.text) : -1;
  return Number.isInteger(size) && size >= 0;
}
