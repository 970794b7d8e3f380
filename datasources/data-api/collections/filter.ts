/**
 * Filters of documents (Data API contract, filters). Each condition is an object of one member with one operator: upstream joins by OR
 * whatever else stands inside an element of `$or`.
 */
import type { ExactObject, JsonValue } from '../../json/json-value.ts';
import { show } from '../../json/shorten.ts';
import { InputError, NotSupportedError } from '../../source/errors.ts';
import type { DocumentFilter, Path, Pattern, PatternStep } from '../../source/source.ts';
import { toKey } from './document-key.ts';
import { memberPath } from './member-path.ts';

const MAX_CONDITIONS = 64;
export const MAX_LISTED = 100;

type Condition = Extract<DocumentFilter, { readonly operator: string }>;

/** @throws InputError, NotSupportedError - for what upstream refuses, or takes in another sense */
export function toFilter(filter: DocumentFilter): ExactObject {
  const conditions = conditionsOf(filter);
  if (conditions.length > MAX_CONDITIONS) {
    throw new InputError(
      `The filter has ${conditions.length} conditions, and may have ${MAX_CONDITIONS}. Use "in" for several values of one path, or search more than once.`,
    );
  }
  checkIds(conditions, filter);
  return toMember(filter);
}

/** Whether documents are found by a list of ids: such a search has no pages, and cannot be counted upstream. */
export function listsIds(filter: DocumentFilter): boolean {
  return conditionsOf(filter).some((condition) => isOfId(condition) && condition.operator === 'in');
}

function conditionsOf(filter: DocumentFilter): Condition[] {
  if ('and' in filter) return filter.and.flatMap(conditionsOf);
  if ('or' in filter) return filter.or.flatMap(conditionsOf);
  return 'not' in filter ? conditionsOf(filter.not) : [filter];
}

function toMember(filter: DocumentFilter): ExactObject {
  if ('and' in filter) return { $and: toMembers(filter.and) };
  if ('or' in filter) return { $or: toMembers(filter.or) };
  if ('not' in filter) return { $not: toMember(filter.not) };
  const { path, operator } = filter;
  const value = isOfId(filter) ? toKeys(filter.value) : filter.value;
  return Object.fromEntries([[pathText(path), toCondition(operator, value, path)]]);
}

/** An empty list would be no condition at all, which everything meets. */
function toMembers(filters: readonly DocumentFilter[]): ExactObject[] {
  if (filters.length === 0) throw new InputError('A filter has an empty list. Put at least one condition in it.');
  return filters.map(toMember);
}

/** A null is compared as such: in a list it would meet lists that hold one. */
function toCondition(operator: Condition['operator'], value: JsonValue, path: Pattern): JsonValue {
  if (!Array.isArray(value)) return { [`$${operator}`]: value };
  const [only, ...others] = [...new Set<JsonValue>(value)];
  if (only === null && others.length === 0) return operator === 'in' ? null : { $ne: null };
  if (others.length < MAX_LISTED) return { [`$${operator}`]: only === undefined ? [] : [only, ...others] };
  throw new InputError(
    `"${operator}" on the path "${printed(path)}" lists ${others.length + 1} values, and may list ${MAX_LISTED}. Search more than once.`,
  );
}

/** @throws NotSupportedError, InputError */
function pathText(pattern: Pattern): string {
  if (pattern.length === 0) throw new InputError('The path of a condition is empty. Name a member of the document.');
  const path = pattern.map((step) => toStep(step, pattern));
  const isPossible = path.every((step) => step !== '' && !(typeof step === 'string' && step.startsWith('$')));
  if (isPossible && typeof path[0] === 'string') return memberPath(path as Path);
  throw new InputError(
    `No document has the path "${printed(pattern)}": documents are objects, whose names are not empty and do not begin with "$".`,
  );
}

function toStep(step: PatternStep, path: Pattern): string | number {
  if ('name' in step) return step.name;
  if ('index' in step) return step.index;
  throw new NotSupportedError(
    `The path "${printed(path)}" of a condition holds a wildcard or alternatives, which this database cannot search by. Name one position; a scalar is found in a list of scalars without an index.`,
  );
}

function isOfId({ path: [first, ...others] }: Condition): boolean {
  return first !== undefined && 'name' in first && first.name === '_id' && others.length === 0;
}

function toKeys(value: Condition['value']): JsonValue {
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? toKey(item) : item));
  return typeof value === 'string' ? toKey(value) : (value as JsonValue);
}

/** Upstream takes one condition on the id, and that beside all others. */
function checkIds(conditions: readonly Condition[], filter: DocumentFilter): void {
  const ofId = conditions.filter(isOfId);
  if (ofId.length > 1) {
    throw new InputError(
      `The filter has ${ofId.length} conditions on "_id", and may have one. Use "in" for several ids.`,
    );
  }
  const [only] = ofId;
  if (!only || isBesideAll(only, filter)) return;
  throw new InputError(
    `The condition on "_id" (${show(only.value)}) stands inside "or" or "not", where upstream cannot take it. Put it beside the other conditions.`,
  );
}

function isBesideAll(condition: Condition, filter: DocumentFilter): boolean {
  return filter === condition || ('and' in filter && filter.and.some((each) => isBesideAll(condition, each)));
}

/** As clients write it. */
function printed(path: Pattern): string {
  return path.map(printedStep).join('.');
}

function printedStep(step: PatternStep): string {
  if ('name' in step) return step.name.replace(/[\\.,*[]/g, '\\$&');
  if ('index' in step) return `[${step.index}]`;
  return 'any' in step ? (step.any === 'member' ? '*' : '[*]') : step.oneOf.map(printedStep).join(',');
}
