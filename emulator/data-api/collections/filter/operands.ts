/** What the operators of filters take. */
import { type Json, JsonNumber, type JsonObject } from '../../../shared/json.ts';
import { type CommandFailure, refused } from '../../command/errors.ts';
import { extendedOf, extendedProblem, isKnownType } from '../values/extended.ts';
import { readId } from '../values/id.ts';
import { canonical } from '../values/number.ts';
import type { FilterOperator } from './operators.ts';

const MAX_VALUES = 100;
const RANGES: readonly FilterOperator[] = ['$gt', '$gte', '$lt', '$lte'];

export function invalidFilter(problem: string): CommandFailure {
  const message = `Unsupported filter clause: ${problem}.\n\nResend the command using only supported filter expressions and documented syntax.`;
  return refused('FILTER', 'FILTER_INVALID_EXPRESSION', message);
}

/** @throws CommandFailure - for an operand of another type than the operator takes */
export function checkOperand(path: string, operator: FilterOperator, operand: Json): void {
  if (path === '_id') checkIds(operator, operand);
  else if (operator !== '$size' && operator !== '$exists') checkValue(operand);
  if (operator === '$in' || operator === '$nin') {
    if (!Array.isArray(operand)) throw invalidFilter(`'${operator}' operator must have \`Array\``);
    if (operand.length > MAX_VALUES) {
      throw invalidFilter(`'${operator}' operator must have at most ${MAX_VALUES} values`);
    }
  } else if (operator === '$all') checkAll(operand);
  else if (operator === '$exists') {
    if (typeof operand !== 'boolean') throw invalidFilter("'$exists' operator must have `Boolean`");
  } else if (operator === '$size') checkSize(operand);
  else if (operator === '$match') checkMatch(path, operand);
  else if (RANGES.includes(operator) && !isComparable(operand)) {
    throw invalidFilter(`'${operator}' operator must have \`Date\` or \`Number\` or \`String\` or \`Boolean\` value`);
  }
}

/** Extended values must be valid, at any depth; no other object may have a single member whose name begins with `$`. */
export function checkValue(value: Json): void {
  if (Array.isArray(value)) value.forEach(checkValue);
  else if (value instanceof Map) checkObject(value);
}

/** One that stands where operators could. @throws CommandFailure - for `$date`, `$uuid` and so on with a wrong value */
export function checkExtended(value: Json): void {
  const extended = extendedOf(value);
  const problem = extended && extendedProblem(extended);
  if (problem) throw badExtended(problem);
}

function checkIds(operator: FilterOperator, operand: Json): void {
  if (operator === '$size' || operator === '$exists') return;
  for (const value of Array.isArray(operand) ? operand : [operand]) if (!Array.isArray(value)) readId(value);
}

function checkObject(value: JsonObject): void {
  const extended = extendedOf(value);
  if (!extended) {
    for (const member of value.values()) checkValue(member);
    return;
  }
  if (!isKnownType(extended.type)) throw invalidFilter(`invalid use of '${extended.type}' operator`);
  const problem = extendedProblem(extended);
  if (!problem) return;
  if (extended.type === '$date') throw invalidFilter('$date value has to be sent as epoch time');
  throw badExtended(problem);
}

function badExtended(problem: string): CommandFailure {
  return refused('DOCUMENT', 'SHRED_BAD_EJSON_VALUE', `Bad JSON Extension value to shred: ${problem}.`);
}

function checkAll(operand: Json): void {
  if (!Array.isArray(operand)) throw invalidFilter("'$all' operator must have `Array` value");
  if (operand.length === 0) throw invalidFilter("'$all' operator must have at least one value");
}

function checkSize(operand: Json): void {
  if (!(operand instanceof JsonNumber)) throw invalidFilter("'$size' operator must have integer");
  const size = Number(operand.text);
  if (!Number.isInteger(size) || /\./.test(canonical(operand))) {
    throw invalidFilter("'$size' operator must have an integer value");
  }
  if (size < 0) throw invalidFilter(`'$size' operator must have integer value >= 0 (had ${operand.text})`);
}

function checkMatch(path: string, operand: Json): void {
  if (path !== '$lexical') {
    throw invalidFilter(`'$match' operator can only be used with the '$lexical' field, not '${path}'`);
  }
  if (typeof operand !== 'string') throw invalidFilter("'$match' operator must have `String` value");
}

function isComparable(operand: Json): boolean {
  if (operand instanceof Map) return extendedOf(operand) !== undefined;
  return operand !== null && !Array.isArray(operand);
}
