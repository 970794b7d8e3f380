/** Reads the filter of a command on a table. */
import type { TableSchema } from '../../../cql/write/schema.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { failed, refused } from '../../command/errors.ts';
import { kindOf } from '../../command/fields.ts';
import { comparisons, equality } from './comparisons.ts';
import { containerConditions, isContainer } from './container.ts';
import { type ColumnCondition, type ColumnGroup, conditionsOf, invertedComparison } from './expression.ts';
import { invalidExpression, unsupportedType } from './refusals.ts';

const MAX_CONDITIONS = 64;
const LISTS: Readonly<Record<string, 'and' | 'or'>> = { $and: 'and', $or: 'or' };
/** Fields of collections that the parser treats on its own for tables too. */
const VECTOR_FIELDS = ['$vector', '$vectorize'];

/** The whole filter, as AND. Conditions inside one element of `$or` are alternatives too. @throws CommandFailure */
export function parseFilter(schema: TableSchema, filter: Json): ColumnGroup {
  if (filter !== null && !(filter instanceof Map))
    throw unsupportedType(`a filter is an object, not ${kindOf(filter)}`);
  const group = joined(schema, 'and', filter ? [filter] : []);
  const conditions = conditionsOf(group);
  if (conditions.length > MAX_CONDITIONS) {
    const message = `The filter has ${conditions.length} conditions, and at most ${MAX_CONDITIONS} are allowed.`;
    throw refused('FILTER', 'FILTER_FIELDS_LIMIT_VIOLATION', message);
  }
  checkKnown(conditions);
  return group;
}

/** Conditions of all objects stand side by side, whichever object they are in. */
function joined(schema: TableSchema, relation: ColumnGroup['relation'], objects: readonly JsonObject[]): ColumnGroup {
  const conditions: ColumnCondition[] = [];
  const groups: ColumnGroup[] = [];
  for (const [name, value] of objects.flatMap((object) => [...object])) {
    if (Array.isArray(value)) groups.push(listGroup(schema, name, value));
    else if (!(value instanceof Map)) conditions.push(scalarCondition(name, value));
    else if (name === '$not') addInverted(joined(schema, 'and', [value]), conditions, groups);
    else conditions.push(...objectConditions(schema, name, value));
  }
  return { relation, conditions, groups };
}

function listGroup(schema: TableSchema, name: string, elements: readonly Json[]): ColumnGroup {
  const relation = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
  if (!relation) throw invalidExpression(`'${name}' cannot be compared with a list`);
  return joined(schema, relation, elements.flatMap(elementObjects));
}

/** A list inside the list counts as its elements. */
function elementObjects(element: Json): JsonObject[] {
  if (element instanceof Map) return [element];
  if (!Array.isArray(element)) throw invalidExpression('the elements of $and and $or are objects');
  return element.map((inner) => {
    if (inner instanceof Map) return inner;
    throw unsupportedType(`the elements of $and and $or are objects, not ${kindOf(inner)}`);
  });
}

function scalarCondition(name: string, value: Exclude<Json, JsonObject>): ColumnCondition {
  if (VECTOR_FIELDS.includes(name)) throw invalidExpression(`'${name}' takes $exists alone`);
  return equality(name, value);
}

function objectConditions(schema: TableSchema, name: string, value: JsonObject): ColumnCondition[] {
  const column = schema.column(name);
  return isContainer(column) && value.size > 0 ? containerConditions(column, value) : comparisons(name, value);
}

/** What `$not` holds is turned round; several conditions, of which one may fail, become alternatives. */
function addInverted(group: ColumnGroup, conditions: ColumnCondition[], groups: ColumnGroup[]): void {
  const turned = invertedComparison(group);
  const [only] = turned.conditions;
  if (only && turned.conditions.length === 1 && turned.groups.length === 0) conditions.push(only);
  else if (turned.conditions.length === 0) groups.push(...turned.groups);
  else groups.push(turned);
}

function checkKnown(conditions: readonly ColumnCondition[]): void {
  if (conditions.some(({ kind }) => kind === 'unknown')) {
    throw failed('', 'INTERNAL_SERVER_ERROR', 'A filter of this form is not supported on tables');
  }
  for (const condition of conditions) {
    const operands = condition.kind === 'in' || condition.kind === 'contains' ? condition.operands : [];
    if (operands.includes(null)) throw failed('', 'UNEXPECTED_SERVER_ERROR', 'A list of values must not hold null');
  }
}
