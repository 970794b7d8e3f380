/** The `where` and `fields` parameters of document searches (Stargate Document API v2). */

import { pathsOf } from '../../documents/compared-paths.ts';
import { InputError } from '../../source/errors.ts';
import type { DocumentFilter, Json, Pattern, PatternStep } from '../../source/source.ts';
import { MAX_QUERY_CHARACTERS } from '../shared/request-line.ts';
import { dottedPattern } from './document-path.ts';

/** JSON text. */
export function toWhere(filter: DocumentFilter): string {
  return JSON.stringify(condition(filter));
}

/** Each is exactly one expression, which `$not` needs, and which keeps the members of an `$or` together. */
function condition(filter: DocumentFilter): Json {
  if ('and' in filter) return { $and: withFields(filter.and).map(condition) };
  if ('or' in filter) return { $or: filter.or.map(condition) };
  if ('not' in filter) return { $not: condition(filter.not) };
  return { [fieldName(filter.path)]: { [`$${filter.operator}`]: filter.value } };
}

/**
 * Documents without the field match `$in` beside `$nin` or `$ne` on one path, unless the field must exist. That changes nothing
 * else: nothing matches `$in` alone without the field.
 */
function withFields(filters: readonly DocumentFilter[]): readonly DocumentFilter[] {
  const uses = new Map<string, number>();
  for (const path of filters.flatMap(pathsOf).map(dottedPattern)) uses.set(path, (uses.get(path) ?? 0) + 1);
  const fields = filters.flatMap((filter): DocumentFilter[] => {
    if (!('operator' in filter) || filter.operator !== 'in') return [];
    const isAlone = uses.get(dottedPattern(filter.path)) === 1;
    return isAlone ? [] : [{ path: filter.path, operator: 'exists', value: true }];
  });
  return [...filters, ...fields];
}

function fieldName(path: Pattern): string {
  const last = path.at(-1);
  if (last && !('name' in last || 'index' in last)) {
    throw new InputError(
      'The path of a condition cannot end in a wildcard or alternatives: upstream would find nothing.',
    );
  }
  const text = dottedPattern(path);
  if (!['', '$and', '$or', '$not'].includes(text)) return text;
  throw new InputError(`"${text}" cannot be the path of a condition.`);
}

/**
 * JSON text; `undefined` for whole documents, also where `fields` cannot express a name whose parent is the root, and where the
 * list does not fit the request line.
 */
export function toFields(fields: readonly Pattern[] | undefined, where = ''): string | undefined {
  // An empty list would mean whole documents; an empty name keeps nothing of them.
  if (fields?.length === 0) return '[""]';
  const expressible = fields?.map(expressiblePart);
  if (!expressible || expressible.some((field) => field.length === 0)) return undefined;
  const text = JSON.stringify([...new Set(expressible.map(dottedPattern))]);
  return encodeURIComponent(text + where).length > MAX_QUERY_CHARACTERS ? undefined : text;
}

/**
 * JSON text of the fields of a search in a document. They are relative to what holds the compared field, and upstream wants
 * that one among them, by itself. Where a name cannot be expressed all members are read.
 *
 * @throws InputError - when the compared field itself cannot be expressed
 */
export function toPartFields(fields: readonly Pattern[], compared: Pattern): string {
  const last = compared.slice(-1);
  if (!last.every(isExpressible)) {
    throw new InputError(
      `Other fields cannot be read beside "${dottedPattern(last)}", whose name holds a comma or an asterisk.`,
    );
  }
  const others = fields.map(expressiblePart).map((field) => (field.length === 0 ? '*' : dottedPattern(field)));
  return JSON.stringify([...new Set([...comparedSpellings(dottedPattern(last)), ...others])]);
}

/**
 * Upstream looks for the compared field among the fields as `where` spells it, with the backslash before a dot, but takes one
 * backslash off the fields first: such a name is sent in both ways, of which the plain one is what it selects.
 */
function comparedSpellings(field: string): readonly string[] {
  return [field, field.replaceAll('\\.', '\\\\.')];
}

/** `fields` cannot name a member whose name holds a comma, an asterisk or a bracket in front: its parent is read then. */
function expressiblePart(field: Pattern): Pattern {
  const end = field.findIndex((step) => !isExpressible(step));
  return end < 0 ? field : field.slice(0, end);
}

function isExpressible(step: PatternStep): boolean {
  if ('oneOf' in step) return step.oneOf.every(isExpressible);
  return !('name' in step) || !/[,*\\]|^\[|^$/.test(step.name);
}
