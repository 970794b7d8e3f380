/** Document filters as GraphQL takes them, made into those of the sources. */
import { InputError } from '../datasources/errors.ts';
import type { DocumentFilter, Json, Pattern } from '../datasources/source.ts';
import { toPattern } from './path.ts';
import type { DocumentFilter as FilterInput } from './types.generated.ts';

/** A condition, or what it always comes to. */
export type Condition = DocumentFilter | 'everything' | 'nothing';

type Scalar = string | number | boolean;

const COMPARISONS = ['lt', 'lte', 'gt', 'gte'] as const;

/** @throws InputError - naming the entry and the cure */
export function toCondition(input: FilterInput): Condition {
  const parts = [...ownConditions(input), ...nestedConditions(input)];
  if (parts.length === 0) {
    throw new InputError(
      `The filter ${JSON.stringify(input)} has no condition, so every document would meet it. Give an operator such as "eq", or leave "where" out.`,
    );
  }
  return allOf(parts);
}

function ownConditions(input: FilterInput): Condition[] {
  const pattern = input.path === undefined || input.path === null ? undefined : toPattern(input.path);
  const conditions = pattern ? operators(pattern, input) : [];
  const given = ['eq', 'ne', 'in', 'nin', ...COMPARISONS, 'exists'].filter((name) => name in input);
  if (!pattern && given.length > 0)
    throw new InputError(`The filter has "${given[0]}" but no "path" to compare. Add one.`);
  if (pattern && conditions.length === 0) {
    throw new InputError(`The filter on the path "${input.path}" has no operator. Give one, such as "eq" or "exists".`);
  }
  return conditions;
}

function operators(path: Pattern, input: FilterInput): Condition[] {
  const conditions: Condition[] = [];
  const { eq, ne, exists } = input;
  if (eq !== undefined)
    conditions.push(
      eq === null ? { path, operator: 'in', value: [null] } : { path, operator: 'eq', value: scalar('eq', eq) },
    );
  if (ne !== undefined)
    conditions.push(
      ne === null ? { path, operator: 'nin', value: [null] } : { path, operator: 'ne', value: scalar('ne', ne) },
    );
  if (input.in)
    conditions.push(
      input.in.length === 0
        ? 'nothing'
        : { path, operator: 'in', value: input.in.map((item) => scalarOrNull('in', item)) },
    );
  if (input.nin)
    conditions.push(
      input.nin.length === 0
        ? 'everything'
        : { path, operator: 'nin', value: input.nin.map((item) => scalarOrNull('nin', item)) },
    );
  for (const operator of COMPARISONS) {
    const value = input[operator];
    if (value !== undefined) conditions.push({ path, operator, value: scalar(operator, value) });
  }
  if (exists !== undefined && exists !== null) conditions.push({ path, operator: 'exists', value: exists });
  return conditions;
}

function nestedConditions({ and, or, not }: FilterInput): Condition[] {
  return [
    ...(and ? [allOf(nonEmpty('and', and).map(toCondition))] : []),
    ...(or ? [anyOf(nonEmpty('or', or).map(toCondition))] : []),
    ...(not ? [negation(toCondition(not))] : []),
  ];
}

function nonEmpty(name: string, list: readonly FilterInput[]): readonly FilterInput[] {
  if (list.length === 0)
    throw new InputError(`"${name}" of a filter is an empty list. Put at least one condition in it.`);
  return list;
}

function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.includes('nothing')) return 'nothing';
  const left = conditions.filter((condition) => typeof condition === 'object');
  return left.length > 1 ? { and: left } : (left[0] ?? 'everything');
}

function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.includes('everything')) return 'everything';
  const left = conditions.filter((condition) => typeof condition === 'object');
  return left.length > 1 ? { or: left } : (left[0] ?? 'nothing');
}

function negation(condition: Condition): Condition {
  if (typeof condition === 'object') return { not: condition };
  return condition === 'nothing' ? 'everything' : 'nothing';
}

function scalar(operator: string, value: Json): Scalar {
  if (typeof value !== 'object') return value;
  throw new InputError(
    `"${operator}" of a filter compares text, a number or a boolean, and ${JSON.stringify(value)} is none. Compare a path below it instead.`,
  );
}

function scalarOrNull(operator: string, value: Json | null | undefined): Scalar | null {
  return value === null || value === undefined ? null : scalar(operator, value);
}
