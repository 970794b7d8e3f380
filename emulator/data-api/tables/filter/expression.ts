/** What a filter says: conditions on columns, joined by AND and OR. */
import type { Json, JsonNumber } from '../../../shared/json.ts';

export type Comparison = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte';
export type Component = 'values' | 'keys' | 'entries';

/** A value that a column is compared with; `bytes` are those of `{"$binary":…}`. */
export type Operand = string | boolean | JsonNumber | { readonly bytes: Uint8Array };

export type Condition = { readonly path: string } & (
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly operand: Operand }
  | { readonly kind: 'in'; readonly operator: 'in' | 'nin'; readonly operands: readonly Json[] }
  | {
      readonly kind: 'contains';
      readonly operator: 'in' | 'nin' | 'all' | 'notAny';
      readonly component: Component;
      readonly operands: readonly Json[];
    }
  | { readonly kind: 'match' }
  /** Of a form that the parser knows, and tables do not. */
  | { readonly kind: 'unknown' }
);

export interface Group {
  readonly relation: 'and' | 'or';
  readonly conditions: readonly Condition[];
  readonly groups: readonly Group[];
}

/** The same with AND for OR, OR for AND, and each condition turned round. */
export function inverted({ relation, conditions, groups }: Group): Group {
  return {
    relation: relation === 'and' ? 'or' : 'and',
    conditions: conditions.map(invertedCondition),
    groups: groups.map(inverted),
  };
}

/** All conditions, at whatever depth. */
export function conditionsOf(group: Group): Condition[] {
  return [...group.conditions, ...group.groups.flatMap(conditionsOf)];
}

const INVERSE = {
  eq: 'ne',
  ne: 'eq',
  gt: 'lte',
  gte: 'lt',
  lt: 'gte',
  lte: 'gt',
  in: 'nin',
  nin: 'in',
  all: 'notAny',
  notAny: 'all',
} as const;

function invertedCondition(condition: Condition): Condition {
  switch (condition.kind) {
    case 'compare':
      return { ...condition, operator: INVERSE[condition.operator] };
    case 'in':
      return { ...condition, operator: INVERSE[condition.operator] };
    case 'contains':
      return { ...condition, operator: INVERSE[condition.operator] };
    default:
      return condition;
  }
}
