/** What a filter says: conditions on columns, joined by AND and OR. */
import type { Json, JsonNumber } from '../../../shared/json.ts';

export type ColumnComparison = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte';
export type Component = 'values' | 'keys' | 'entries';

/** A value that a column is compared with; `bytes` are those of `{"$binary":…}`. */
export type Operand = string | boolean | JsonNumber | { readonly bytes: Uint8Array };

export type ColumnCondition = { readonly path: string } & (
  | { readonly kind: 'compare'; readonly operator: ColumnComparison; readonly operand: Operand }
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

export interface ColumnGroup {
  readonly relation: 'and' | 'or';
  readonly conditions: readonly ColumnCondition[];
  readonly groups: readonly ColumnGroup[];
}

/** The same with AND for OR, OR for AND, and each condition turned round. */
export function invertedComparison({ relation, conditions, groups }: ColumnGroup): ColumnGroup {
  return {
    relation: relation === 'and' ? 'or' : 'and',
    conditions: conditions.map(invertedCondition),
    groups: groups.map(invertedComparison),
  };
}

/** All conditions, at whatever depth. */
export function conditionsOf(group: ColumnGroup): ColumnCondition[] {
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

function invertedCondition(condition: ColumnCondition): ColumnCondition {
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
