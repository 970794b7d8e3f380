/** One operator with its operand, and its tests on a leaf: in the server and in the database. */
import type { LeafValue } from '../storage/leaf.ts';
import { compareDoubles } from '../values/numbers.ts';
import { byBytes, byCodeUnits, type TextOrder } from '../values/text-order.ts';

export type ComparisonOperator = '$eq' | '$ne' | '$lt' | '$lte' | '$gt' | '$gte';
export type Operator = ComparisonOperator | '$in' | '$nin' | '$exists';

export type LeafCondition =
  | { readonly operator: ComparisonOperator; readonly operand: string | number | boolean }
  | { readonly operator: '$in' | '$nin'; readonly operand: readonly LeafValue[] }
  | { readonly operator: '$exists'; readonly operand: boolean };

const NEGATED: Readonly<Record<Exclude<Operator, '$exists'>, Operator>> = {
  $eq: '$ne',
  $ne: '$eq',
  $lt: '$gte',
  $gte: '$lt',
  $gt: '$lte',
  $lte: '$gt',
  $in: '$nin',
  $nin: '$in',
};

const SATISFIED: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  $eq: (order) => order === 0,
  $ne: (order) => order !== 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
};

/** Whether the database can test the condition. The server tests the others, on rows that it reads. */
export function isDatabaseCondition({ operator, operand }: LeafCondition): boolean {
  return operator === '$exists' ? operand : !['$ne', '$in', '$nin'].includes(operator);
}

/** Whether a document without the field matches. */
export function matchesMissingField({ operator, operand }: LeafCondition): boolean {
  return operator === '$exists' ? !operand : operator === '$ne' || operator === '$nin';
}

export function negate(condition: LeafCondition): LeafCondition {
  if (condition.operator === '$exists') return { operator: '$exists', operand: !condition.operand };
  return { ...condition, operator: NEGATED[condition.operator] } as LeafCondition;
}

/** The server's test, which orders texts by UTF-16 units. */
export function matchesOnServer(condition: LeafCondition, value: LeafValue): boolean {
  return test(condition, value, byCodeUnits);
}

/** The test of the database, which orders texts by UTF-8 bytes. */
export function matchesInDatabase(condition: LeafCondition, value: LeafValue): boolean {
  return test(condition, value, byBytes);
}

function test(condition: LeafCondition, value: LeafValue, textOrder: TextOrder): boolean {
  switch (condition.operator) {
    case '$exists':
      return condition.operand;
    case '$in':
      return condition.operand.some((operand) => Object.is(operand, value));
    case '$nin':
      return !condition.operand.some((operand) => Object.is(operand, value));
    default:
      return compare(condition.operator, condition.operand, value, textOrder);
  }
}

/** A value of another type matches only `$ne`. */
function compare(operator: ComparisonOperator, operand: LeafValue, value: LeafValue, textOrder: TextOrder): boolean {
  if (typeof value === 'string' && typeof operand === 'string') return SATISFIED[operator](textOrder(value, operand));
  if (typeof value === 'number' && typeof operand === 'number') {
    return SATISFIED[operator](compareDoubles(value, operand));
  }
  if (typeof value === 'boolean' && typeof operand === 'boolean') {
    return SATISFIED[operator](Number(value) - Number(operand));
  }
  return operator === '$ne';
}
