/** Converts the conditions of a collection search to conjunctive normal form (an AND of ORs), with negations in the operators. */

import { serverFault } from '../values/errors.ts';
import { negate } from './condition.ts';
import { type CompiledFilter, compileFilter } from './filter.ts';
import type { Expression } from './where.ts';

/** Alternatives; most clauses have one. */
export type Clause = readonly CompiledFilter[];

/** A `where` of a few hundred characters can expand to millions of clauses; the real server fails on it too. */
const MAX_CLAUSES = 10_000;

export function toClauses(expression: Expression): Clause[] {
  return spread(expression, false);
}

function spread(expression: Expression, isNegated: boolean): Clause[] {
  if (expression.kind === 'not') return spread(expression.member, !isNegated);
  if (expression.kind === 'filter') {
    const { filter } = expression;
    if (!isNegated) return [[compileFilter(filter)]];
    return [[compileFilter({ ...filter, condition: negate(filter.condition), selectivity: 1 - filter.selectivity })]];
  }
  const members = expression.members.map((member) => spread(member, isNegated));
  const isAnd = (expression.kind === 'and') !== isNegated;
  return isAnd ? members.flat() : members.reduce(product);
}

function product(left: readonly Clause[], right: readonly Clause[]): Clause[] {
  if (left.length * right.length > MAX_CLAUSES) throw serverFault(null);
  return left.flatMap((one) => right.map((other) => [...one, ...other.filter((filter) => !one.includes(filter))]));
}
