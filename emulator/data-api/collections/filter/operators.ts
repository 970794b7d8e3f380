/** The operators of filters: what each takes, what it finds, and what is left of it inside `$not`. */
import { type Json, JsonNumber } from '../../../shared/json.ts';
import { failed } from '../../command/errors.ts';
import { compareIndexed, seen } from '../values/compare.ts';
import { digest } from '../values/digest.ts';
import { extendedOf } from '../values/extended.ts';

/** `notAll` and `notSize` are what `$not` makes of `$all` and `$size`. */
export type FilterOperator =
  | '$eq'
  | '$ne'
  | '$gt'
  | '$gte'
  | '$lt'
  | '$lte'
  | '$in'
  | '$nin'
  | '$exists'
  | '$all'
  | '$size'
  | '$match'
  | 'notAll'
  | 'notSize';

const INVERTED: Readonly<Record<FilterOperator, FilterOperator>> = {
  $eq: '$ne',
  $ne: '$eq',
  $gt: '$lte',
  $gte: '$lt',
  $lt: '$gte',
  $lte: '$gt',
  $in: '$nin',
  $nin: '$in',
  $exists: '$exists',
  $all: 'notAll',
  notAll: '$all',
  $size: 'notSize',
  notSize: '$size',
  $match: '$match',
};

export function isOperator(name: string): name is FilterOperator {
  return name.startsWith('$') && Object.hasOwn(INVERTED, name);
}

/** What holds where a condition does not, but for documents without the member: ranges never hold of those. */
export function invertedOperator(operator: FilterOperator, operand: Json): [FilterOperator, Json] {
  if (operator === 'notSize' && operand instanceof JsonNumber && Number(operand.text) === 0) {
    throw failed('', 'UNEXPECTED_SERVER_ERROR', 'Error Class: ClassCastException');
  }
  return [INVERTED[operator], operator === '$exists' ? operand !== true : operand];
}

/** Tells whether a value, or the lack of one, satisfies a condition. */
export type Test = (value: Json | undefined) => boolean;

export function testOf(operator: FilterOperator, operand: Json): Test {
  switch (operator) {
    case '$eq':
      return equals(operand);
    case '$ne':
      return not(equals(operand));
    case '$in':
      return any(listOf(operand).map(isOneOf));
    case '$nin':
      return not(any(listOf(operand).map(isOneOf)));
    case '$exists':
      return (value) => (value !== undefined) === operand;
    case '$all':
      return all(listOf(operand).map(holds));
    case 'notAll':
      return not(all(listOf(operand).map(holds)));
    case '$size':
      return hasSize(operand);
    case 'notSize':
      return not(hasSize(operand));
    case '$match':
      return () => false;
    default:
      return inRange(operator, operand);
  }
}

/** A scalar may be an element of a list too, null may not; a list or an object is compared as a whole. */
function equals(operand: Json): Test {
  if (operand === null) return (value) => value === null;
  if (!isContainer(operand)) return holds(operand);
  const wanted = digest(operand);
  return (value) => value !== undefined && isContainer(value) && digest(value) === wanted;
}

/** As an element of `$in`, null is a scalar like the others. */
function isOneOf(operand: Json): Test {
  return operand === null ? holds(operand) : equals(operand);
}

/** Whether a value is this scalar, or a list with such an element. */
function holds(operand: Json): Test {
  const wanted = digest(operand);
  const scalar = seen(operand);
  return (value) => {
    if (value === undefined) return false;
    if (Array.isArray(value)) return value.some((item) => digest(item) === wanted);
    return !isContainer(value) && !isContainer(operand) && compareIndexed(seen(value), scalar) === 0;
  };
}

function hasSize(operand: Json): Test {
  const size = operand instanceof JsonNumber ? Number(operand.text) : -1;
  return (value) => Array.isArray(value) && value.length === size;
}

function inRange(operator: FilterOperator, operand: Json): Test {
  const bound = seen(operand);
  return (value) => {
    if (value === undefined || isContainer(value)) return false;
    const order = compareIndexed(seen(value), bound);
    if (order === undefined) return false;
    if (operator === '$gt') return order > 0;
    if (operator === '$gte') return order >= 0;
    return operator === '$lt' ? order < 0 : order <= 0;
  };
}

function isContainer(value: Json): boolean {
  return Array.isArray(value) || (value instanceof Map && !extendedOf(value));
}

function not(test: Test): Test {
  return (value) => !test(value);
}

function all(tests: readonly Test[]): Test {
  return (value) => tests.every((test) => test(value));
}

function any(tests: readonly Test[]): Test {
  return (value) => tests.some((test) => test(value));
}

function listOf(operand: Json): readonly Json[] {
  return Array.isArray(operand) ? operand : [];
}
