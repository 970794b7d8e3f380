/** Converts document filters of GraphQL into those of the sources. */

import { show } from '../../datasources/json/shorten.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { DocumentFilter, Json, Pattern } from '../../datasources/source/source.ts';
import { toPattern } from '../projection/path.ts';
import type { DocumentFilter as FilterInput } from '../shared/types.generated.ts';

/** A condition, or its constant result. */
export type Condition = DocumentFilter | 'everything' | 'nothing';

type Scalar = string | number | boolean;
type List = readonly (Json | null | undefined)[];

/** @throws InputError - naming the entry and the cure */
export function toCondition(input: FilterInput): Condition {
  const conditions = [...ownConditions(input), ...nestedConditions(input)];
  if (conditions.length > 0) return allOf(conditions);
  throw new InputError(
    `The filter ${show(input)} has no condition, so every document would meet it. Give a "path" and an operator such as "eq", or leave "where" out.`,
  );
}

function ownConditions({ path, and, or, not, ...operators }: FilterInput): Condition[] {
  const entries = Object.entries(operators).filter(([, value]) => value !== undefined);
  const [first] = entries;
  if (typeof path !== 'string') {
    if (first) throw new InputError(`A filter has "${first[0]}" but no "path" whose value is compared. Add it.`);
    return [];
  }
  if (!first)
    throw new InputError(`The filter on the path "${path}" has no operator. Give one, such as "eq" or "exists".`);
  const pattern = toPattern(path);
  return entries.map(([operator, value]) => toComparison(pattern, operator as Operator, value as Json, path));
}

type Operator = 'eq' | 'ne' | 'in' | 'nin' | 'lt' | 'lte' | 'gt' | 'gte' | 'exists';

/** Only `eq`, `ne` and lists take null; upstream takes it only in lists. */
function toComparison(path: Pattern, operator: Operator, value: Json, text: string): Condition {
  const wrongValue = (wanted: string) =>
    new InputError(`"${operator}" on the path "${text}" takes ${wanted}, and not ${show(value)}.`);
  switch (operator) {
    case 'in':
    case 'nin':
      if (!Array.isArray(value)) throw wrongValue('a list');
      return toListComparison(path, operator, value, text);
    case 'exists':
      if (typeof value !== 'boolean') throw wrongValue('true or false');
      return { path, operator, value };
    case 'eq':
      if (value === null) return { path, operator: 'in', value: [null] };
      break;
    case 'ne':
      if (value === null) return { path, operator: 'nin', value: [null] };
  }
  if (!isScalar(value)) throw wrongValue('text, a number or a boolean');
  return { path, operator, value };
}

function toListComparison(path: Pattern, operator: 'in' | 'nin', list: List, text: string): Condition {
  if (list.length === 0) return operator === 'in' ? 'nothing' : 'everything';
  const value = list.map((item) => {
    if (item === null || item === undefined) return null;
    if (isScalar(item)) return item;
    throw new InputError(
      `"${operator}" on the path "${text}" takes text, numbers, booleans and null, and not ${show(item)}.`,
    );
  });
  return { path, operator, value };
}

function nestedConditions({ and, or, not }: FilterInput): Condition[] {
  return [
    ...(and ? [allOf(toConditions('and', and))] : []),
    ...(or ? [anyOf(toConditions('or', or))] : []),
    ...(not ? [opposite(toCondition(not))] : []),
  ];
}

function toConditions(name: string, list: readonly FilterInput[]): Condition[] {
  if (list.length > 0) return list.map(toCondition);
  throw new InputError(`"${name}" of a filter is an empty list. Put at least one condition in it.`);
}

function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.includes('nothing')) return 'nothing';
  const others = conditions.filter((condition) => typeof condition === 'object');
  return others.length > 1 ? { and: others } : (others[0] ?? 'everything');
}

function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.includes('everything')) return 'everything';
  const others = conditions.filter((condition) => typeof condition === 'object');
  return others.length > 1 ? { or: others } : (others[0] ?? 'nothing');
}

function opposite(condition: Condition): Condition {
  if (typeof condition === 'object') return { not: condition };
  return condition === 'nothing' ? 'everything' : 'nothing';
}

function isScalar(value: Json): value is Scalar {
  return typeof value !== 'object';
}
