/** Parses the `where` parameter to a tree of conditions. */
import type { Json } from '../../shared/json.ts';
import { badRequest, serverFault } from '../values/errors.ts';
import { splitDots, toStoredSteps } from '../values/path.ts';
import type { LeafCondition } from './condition.ts';
import { parseConditions } from './condition-parser.ts';
import { readTree } from './fields.ts';
import type { StepPattern } from './step-pattern.ts';

/** One condition on one path. */
export interface Filter {
  /** From the root of the document; the last step is literal. */
  readonly path: StepPattern;
  readonly condition: LeafCondition;
  readonly selectivity: number;
  /** Position among the conditions of the request. */
  readonly order: number;
}

export type Expression =
  | { readonly kind: 'filter'; readonly filter: Filter }
  | { readonly kind: 'and' | 'or'; readonly members: readonly Expression[] }
  | { readonly kind: 'not'; readonly member: Expression };

/**
 * @param base - the prefix of all paths: empty in a collection, the steps of the address within a document
 * @returns `undefined` without conditions
 */
export function parseWhere(text: string | undefined, base: StepPattern): Expression | undefined {
  if (text === undefined) return undefined;
  const value = readTree(text, 'The `where` parameter expects a valid JSON object representing search criteria.');
  if (!(value instanceof Map)) throw badRequest('Search was expecting a JSON object as input.');
  let order = 0;
  const members = parse([value]);
  return members.length === 0 ? undefined : combine('and', members);

  /** The entries of all objects; other values have no entries. */
  function parse(values: readonly Json[]): Expression[] {
    return values.flatMap((item) =>
      item instanceof Map ? [...item].flatMap(([name, member]) => parseEntry(name, member)) : [],
    );
  }

  function parseEntry(name: string, member: Json): Expression[] {
    if (name === '$or' || name === '$and') {
      if (!Array.isArray(member)) throw badRequest(`The ${name} requires an array json node as value.`);
      return [combine(name === '$or' ? 'or' : 'and', parse(member))];
    }
    return name === '$not' ? [parseNot(member)] : parseField(name, member);
  }

  function parseNot(member: Json): Expression {
    if (!(member instanceof Map)) throw badRequest('The $not operator requires a json object as value.');
    const [negated, ...others] = parse([member]);
    if (!negated || others.length > 0) {
      throw badRequest('The $not operator requires exactly one child expression.');
    }
    return { kind: 'not', member: negated };
  }

  function parseField(name: string, member: Json): Expression[] {
    const path = [...base.map(toStoredSteps), ...splitDots(name).map(toStoredSteps)];
    const field = path.at(-1);
    if (field === undefined) throw serverFault('Filter path to a field must not be empty.');
    const { conditions, selectivity } = parseConditions(member, field);
    return conditions.map((condition) => {
      order += 1;
      return { kind: 'filter', filter: { path, condition, selectivity, order } };
    });
  }
}

export function filtersOf(expression: Expression): Filter[] {
  if (expression.kind === 'filter') return [expression.filter];
  return expression.kind === 'not' ? filtersOf(expression.member) : expression.members.flatMap(filtersOf);
}

/** Compares paths by their spelling. */
export function isSamePath(left: StepPattern, right: StepPattern): boolean {
  return left.length === right.length && left.every((step, depth) => step === right[depth]);
}

function combine(kind: 'and' | 'or', members: readonly Expression[]): Expression {
  if (members.length === 0) throw serverFault('Arguments length 0!');
  return { kind, members };
}
