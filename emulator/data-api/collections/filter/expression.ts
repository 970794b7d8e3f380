/** Reads a filter into a tree of conditions, without `$not`. */
import type { Json, JsonObject } from '../../../shared/json.ts';
import { type CommandFailure, refused } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';
import { type FieldPath, parsePath } from '../shared/path.ts';
import { isKnownType } from '../values/extended.ts';
import { checkExtended, checkOperand, checkValue, invalidFilter } from './operands.ts';
import { type FilterOperator, invertedOperator, isOperator } from './operators.ts';

export interface DocumentCondition {
  readonly kind: 'condition';
  readonly path: FieldPath;
  readonly operator: FilterOperator;
  readonly operand: Json;
}

export interface DocumentGroup {
  readonly kind: 'and' | 'or';
  readonly parts: Part[];
}

export type Part = DocumentCondition | DocumentGroup;

export interface DocumentExpression {
  readonly root: DocumentGroup;
  /** How many members are asked for, at any depth. */
  readonly fieldCount: number;
}

/** Names of members that begin with `$` and can be filtered by. */
const SPECIAL = ['$vector', '$vectorize', '$lexical'];

/** @throws CommandFailure - for what is no filter */
export function readExpression(filter: Json): DocumentExpression {
  if (filter !== null && !(filter instanceof Map)) {
    const message = `Unsupported filter data type: filter definition must be JSON Object, command had ${kindOf(filter)}.`;
    throw refused('FILTER', 'FILTER_UNSUPPORTED_DATA_TYPE', message);
  }
  const root: DocumentGroup = { kind: 'and', parts: [] };
  const idGroups: DocumentGroup[] = [];
  let fieldCount = 0;
  if (filter) addMembers(root, filter);
  checkIdGroups(idGroups);
  return { root, fieldCount };

  function addMembers(group: DocumentGroup, members: JsonObject): void {
    for (const [name, value] of members) addMember(group, name, value);
  }

  function addMember(group: DocumentGroup, name: string, value: Json): void {
    if (value instanceof Map && name === '$not') {
      const within: DocumentGroup = { kind: 'and', parts: [] };
      addMembers(within, value);
      group.parts.push(...invertedParts(within));
    } else if (Array.isArray(value) && (name === '$and' || name === '$or')) {
      const within: DocumentGroup = { kind: name === '$and' ? 'and' : 'or', parts: [] };
      addElements(within, value);
      group.parts.push(within);
    } else {
      const found = conditions(name, value);
      if (name === '_id') idGroups.push(...found.map(() => group));
      fieldCount += found.length;
      group.parts.push(...found);
    }
  }

  /** All conditions of an element are parts of the group, so that `$or` joins even those of one element by OR. */
  function addElements(group: DocumentGroup, elements: readonly Json[]): void {
    for (const element of elements) {
      if (element instanceof Map) addMembers(group, element);
      else if (Array.isArray(element)) addElements(group, element);
      else throw notByValue('$vector');
    }
  }
}

/** @param groups - in which the identifier is asked for, that of `$or` being one only where it stands right in it */
function checkIdGroups(groups: readonly DocumentGroup[]): void {
  if (groups.length > 1) {
    const message =
      "Command included more than one '_id' equals filter clauses, which is not supported: use '$in' operator instead.";
    throw refused('FILTER', 'FILTER_MULTIPLE_ID_FILTER', message);
  }
  if (groups[0]?.kind !== 'or') return;
  throw invalidFilter("cannot filter on '_id' field within '$or', ID field can not be used with '$or' operator");
}

/** What `$not` leaves of a group: a single condition, groups alone, which stay apart, or an OR of all. */
function invertedParts({ parts }: DocumentGroup): Part[] {
  const invertedOperator = parts.map(invertedPart);
  const hasConditions = invertedOperator.some(({ kind }) => kind === 'condition');
  if (!hasConditions || invertedOperator.length === 1) return invertedOperator;
  return [{ kind: 'or', parts: invertedOperator }];
}

function invertedPart(part: Part): Part {
  if (part.kind !== 'condition') {
    return { kind: part.kind === 'and' ? 'or' : 'and', parts: part.parts.map(invertedPart) };
  }
  const [operator, operand] = invertedOperator(part.operator, part.operand);
  return { ...part, operator, operand };
}

/** What is asked of one member. An object without operators is a value, and an empty one asks nothing. */
function conditions(name: string, value: Json): DocumentCondition[] {
  if (Array.isArray(value)) throw invalidFilter(`cannot filter on '${name}' by array type`);
  if (!(value instanceof Map)) {
    if (name === '$vector' || name === '$vectorize') throw notByValue(name);
    return [equalTo(name, value)];
  }
  const found: DocumentCondition[] = [];
  for (const [operator, operand] of value) {
    if (!isOperator(operator)) return [...found, equalTo(name, wholeValue(name, value, operator))];
    const path = memberPath(name);
    checkOperand(name, operator, operand);
    found.push({ kind: 'condition', path, operator, operand });
  }
  return found;
}

function equalTo(name: string, operand: Json): DocumentCondition {
  return { kind: 'condition', path: memberPath(name), operator: '$eq', operand };
}

/** @param member - the first that is no operator: the type of an extended value, whatever stands beside it */
function wholeValue(name: string, value: JsonObject, member: string): Json {
  if (!isKnownType(member)) {
    if (member.startsWith('$')) throw unknownOperator(member);
    if (name !== '_id') checkMembers(value);
    return value;
  }
  if (name === '_id') return value;
  const extended = new Map([[member, value.get(member) ?? null]]);
  checkExtended(extended);
  if (member !== '$binary') return extended;
  throw refused('FILTER', 'FILTER_UNSUPPORTED_DATA_TYPE', `Unsupported filter data type: '${member}' of '${name}'.`);
}

function checkMembers(value: JsonObject): void {
  for (const member of value.values()) checkValue(member);
}

function memberPath(name: string): FieldPath {
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
