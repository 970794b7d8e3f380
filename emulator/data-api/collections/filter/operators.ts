/** The operators of filters: what each takes, what it finds, and what is left of it inside `$not`. */
import { type Json, JsonNumber } from '../../../json.ts';
import { failed } from '../../command/errors.ts';
import { compareSeen, digest, seen } from '../values/compare.ts';
import { extendedOf } from '../values/extended.ts';

/** `notAll` and `notSize` are what `$not` makes of `$all` and `$size`. */
export type Operator =
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

const INVERTED: Readonly<Record<Operator, Operator>> = {
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

export function isOperator(name: string): name is Operator {
  return name.startsWith('$') && Object.hasOwn(INVERTED, name);
}

/** What holds where a condition does not, but for documents without the member: ranges never hold of those. */
export function inverted(operator: Operator, operand: Json): [Operator, Json] {
  if (operator === 'notSize' && operand instanceof JsonNumber && Number(operand.text) === 0) {
    throw failed('', 'UNEXPECTED_SERVER_ERROR', 'Error Class: ClassCastException');
  }
  return [INVERTED[operator], operator === '$exists' ? operand !== true : operand];
}

/** Tells whether a value, or the lack of one, satisfies a condition. */
export type Test = (value: Json | undefined) => boolean;

export function testOf(operator: Operator, operand: Json): Test {
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
      return (value) => listOf(operand).every((item) => holds(value, digest(item)));
    case 'notAll':
      return (value) => !listOf(operand).every((item) => holds(value, digest(item)));
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
  const wanted = digest(operand);
  return isContainer(operand)
    ? (value) => value !== undefined && isContainer(value) && digest(value) === wanted
    : (value) => holds(value, wanted);
}

/** As an element of `$in`, null is a scalar like the others. */
function isOneOf(operand: Json): Test {
  return operand === null ? (value) => holds(value, digest(null)) : equals(operand);
}

/** Whether a value is a scalar of this digest, or a list with an element of it. */
function holds(value: Json | undefined, wanted: string): boolean {
  if (value === undefined) return false;
  if (Array.isArray(value)) return value.some((item) => digest(item) === wanted);
  return !isContainer(value) && digest(value) === wanted;
}

function hasSize(operand: Json): Test {
  const size = operand instanceof JsonNumber ? Number(operand.text) : -1;
  return (value) => Array.isArray(value) && value.length === size;
}

function inRange(operator: Operator, operand: Json): Test {
  const bound = seen(operand);
  return (value) => {
    if (value === undefined || isContainer(value)) return false;
    const own = seen(value);
    if (own.kind !== bound.kind) return false;
    const order = compareSeen(own, bound);
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

function any(tests: readonly Test[]): Test {
  return (value) => tests.some((test) => test(value));
}

function listOf(operand: Json): readonly Json[] {
  return Array.isArray(operand) ? operand : [];
}
