/** Reads a filter into a tree of conditions, without `$not`. */
import type { Json, JsonObject } from '../../../json.ts';
import { type CommandFailure, refused } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';
import { type Path, parsePath } from '../path.ts';
import { extendedOf, isKnownType } from '../values/extended.ts';
import { checkExtended, checkOperand, checkValue, invalidFilter } from './operands.ts';
import { inverted, isOperator, type Operator } from './operators.ts';

export interface Condition {
  readonly kind: 'condition';
  readonly path: Path;
  readonly operator: Operator;
  readonly operand: Json;
}

export interface Group {
  readonly kind: 'and' | 'or';
  readonly parts: Part[];
  /** Made by a `$not` around a group of the other kind. */
  readonly isInverted?: boolean;
}

export type Part = Condition | Group;

export interface Expression {
  readonly root: Group;
  /** How many members are asked for, at any depth. */
  readonly fieldCount: number;
}

/** Names of members that begin with `$` and can be filtered by. */
const SPECIAL = ['$vector', '$vectorize', '$lexical'];

/** @throws CommandFailure - for what is no filter */
export function readExpression(filter: Json): Expression {
  if (filter !== null && !(filter instanceof Map)) {
    const message = `Unsupported filter data type: filter definition must be JSON Object, command had ${kindOf(filter)}.`;
    throw refused('FILTER', 'FILTER_UNSUPPORTED_DATA_TYPE', message);
  }
  const root: Group = { kind: 'and', parts: [] };
  let fieldCount = 0;
  if (filter) addMembers(root, filter);
  return { root, fieldCount };

  function addMembers(group: Group, members: JsonObject): void {
    for (const [name, value] of members) addMember(group, name, value);
  }

  function addMember(group: Group, name: string, value: Json): void {
    if (value instanceof Map && name === '$not') {
      const within: Group = { kind: 'and', parts: [] };
      addMembers(within, value);
      group.parts.push(invertedPart(within));
    } else if (Array.isArray(value) && (name === '$and' || name === '$or')) {
      const within: Group = { kind: name === '$and' ? 'and' : 'or', parts: [] };
      addElements(within, value);
      group.parts.push(within);
    } else {
      fieldCount += 1;
      group.parts.push(...conditions(name, value));
    }
  }

  /** All conditions of an element are parts of the group, so that `$or` joins even those of one element by OR. */
  function addElements(group: Group, elements: readonly Json[]): void {
    for (const element of elements) {
      if (element instanceof Map) addMembers(group, element);
      else if (Array.isArray(element)) addElements(group, element);
      else throw notByValue('$vector');
    }
  }
}

function invertedPart(part: Part): Part {
  if (part.kind !== 'condition') {
    const kind = part.kind === 'and' ? 'or' : 'and';
    return { kind, parts: part.parts.map(invertedPart), isInverted: !part.isInverted };
  }
  const [operator, operand] = inverted(part.operator, part.operand);
  return { ...part, operator, operand };
}

/** What is asked of one member. An object without operators is a value, and an empty one asks nothing. */
function conditions(name: string, value: Json): Condition[] {
  if (Array.isArray(value)) throw invalidFilter(`cannot filter on '${name}' by array type`);
  if (value instanceof Map && value.size === 0) return [];
  const path = memberPath(name);
  const isEqualTo = (operand: Json): Condition[] => [{ kind: 'condition', path, operator: '$eq', operand }];
  const extended = extendedOf(value);
  if (!(value instanceof Map) || (extended && isKnownType(extended.type))) {
    if (name === '$vector' || name === '$vectorize') throw notByValue(name);
    if (name !== '_id') checkExtended(value);
    return isEqualTo(value);
  }
  const found: Condition[] = [];
  for (const [operator, operand] of value) {
    if (!isOperator(operator)) {
      if (operator.startsWith('$')) throw unknownOperator(operator);
      if (name !== '_id') checkMembers(value);
      return isEqualTo(value);
    }
    checkOperand(name, operator, operand);
    found.push({ kind: 'condition', path, operator, operand });
  }
  return found;
}

function checkMembers(value: JsonObject): void {
  for (const member of value.values()) checkValue(member);
}

function memberPath(name: string): Path {
  const path = parsePath(name);
  if (name === '') throw invalidFilter('filter expression path cannot be empty String');
  if (name.startsWith('$') && !SPECIAL.includes(name)) {
    throw invalidFilter(`filter expression path ('${name}') cannot start with '$'`);
  }
  if (path.escapeProblem) {
    throw invalidFilter(`filter expression path ('${name}') is not valid: ${path.escapeProblem}`);
  }
  return path;
}

function notByValue(name: string): CommandFailure {
  return invalidFilter(`cannot filter on '${name}' field using operator '$eq': only '$exists' is supported`);
}

function unknownOperator(operator: string): CommandFailure {
  const message = `Unsupported filter operator '${operator}'.\n\nResend the command using only supported operators.`;
  return refused('FILTER', 'FILTER_UNSUPPORTED_OPERATOR', message);
}
